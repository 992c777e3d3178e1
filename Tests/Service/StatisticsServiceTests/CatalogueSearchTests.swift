import StatisticsFixtures
import StatisticsModel
import Testing

@testable import StatisticsService

@Suite struct CatalogueSearchTests {
    private let search = CatalogueSearch(.small())

    @Test(arguments: ["København", "københavn", "KOEBENHAVN", "101", "køben", "Copenhagen"])
    func `an area is found however it is written`(text: String) {
        let found = search.members(matching: text, of: .area)

        #expect(found.contains(Code("101")))
    }

    @Test func `an exact hit comes first`() {
        let found = search.members(matching: "101", of: .area)

        #expect(found.first == Code("101"))
    }

    @Test(arguments: ["bruttoledig", "Bruttoledige", "bruttolediges", "gross"])
    func `an indicator is found by its words and their stems`(text: String) {
        let found = search.indicators(matching: text)

        #expect(found.contains(Code("y25i01")))
    }

    @Test func `the id of an indicator is found in any case`() {
        #expect(search.indicators(matching: "Y25I01").first == Code("y25i01"))
    }

    @Test func `part of a compound is found`() {
        #expect(search.indicators(matching: "ledige").contains(Code("y25i01")))
    }

    @Test func `every word must be met`() {
        #expect(search.indicators(matching: "bruttoledige zebra").isEmpty)
    }

    @Test(arguments: ["", " ", "!?", String(repeating: "x", count: 200)])
    func `nonsense finds nothing`(text: String) {
        #expect(search.indicators(matching: text).isEmpty)
    }
}
