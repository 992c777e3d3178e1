import QueryPlanning
import StatisticsFixtures
import StatisticsModel
import Testing

@testable import HTTPAPI

@Suite struct QueryTextTests {
    @Test(arguments: [
        ("area=DK", ["area": ["DK"]]),
        ("area=DK,101&period=latest", ["area": ["DK,101"], "period": ["latest"]]),
        ("area=DK&area=101", ["area": ["DK", "101"]]),
        ("area=K%C3%B8benhavn", ["area": ["København"]]),
        ("area=København", ["area": ["København"]]),
        ("q=a+b%20c", ["q": ["a b c"]]),
        ("q=a%2Bb", ["q": ["a+b"]]),
        ("%61rea=%44%4b", ["area": ["DK"]]),
        ("a=b=c", ["a": ["b=c"]]),
        ("a", ["a": [""]]),
        ("a=", ["a": [""]]),
        ("=b", ["": ["b"]]),
        ("", [:]),
        ("&&a=1&&", ["a": ["1"]]),
    ])
    func `a query is names and values`(text: String, expected: [String: [String]]) throws {
        let parameters = try #require(QueryText.parameters(of: text))

        let values = Dictionary(uniqueKeysWithValues: parameters.map { ($0.name, $0.values) })
        #expect(values == expected)
    }

    @Test(arguments: ["a=%", "a=%4", "a=%zz", "%=1", "a=%C3", "a=%FF", "%C3=1", "a=1&b=%E6"])
    func `what is not encoded as it should be is no query`(text: String) {
        #expect(QueryText.parameters(of: text) == nil)
    }

    @Test func `parameters keep the order of their first appearance`() {
        let parameters = QueryText.parameters(of: "b=1&a=2&b=3&c=4")

        #expect(parameters?.map(\.name) == ["b", "a", "c"])
        #expect(parameters?.first?.values == ["1", "3"])
    }

    @Test func `a query is written readable where it may be`() {
        let text = QueryText.text(of: [
            .init(name: "area", values: ["DK,level:municipality", "Århus & omegn"]),
            .init(name: "sort", values: ["-pct_1.5~*"]),
        ])

        #expect(
            text == "?area=DK,level:municipality&area=%C3%85rhus%20%26%20omegn&sort=-pct_1.5~*"
        )
        #expect(QueryText.text(of: []).isEmpty)
    }

    @Test(arguments: [UInt64(20_261_119), 7, 42])
    func `what is written is read as it was`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let characters = Array("aZ09-._~,:* +%&=?#/æøåÅ€😀\u{301}\u{0}\n\"\\")

        for round in 0..<300 {
            let names = Set((0..<4).map { _ in Self.text(of: characters, using: &random) + "x" })
            let parameters = names.sorted()
                .map { name in
                    let count = Int.random(in: 1...3, using: &random)
                    return ObservationQuery.Parameter(
                        name: name,
                        values: (0..<count).map { _ in Self.text(of: characters, using: &random) }
                    )
                }

            let text = QueryText.text(of: parameters)

            #expect(
                QueryText.parameters(of: text.dropFirst()) == parameters,
                "seed \(seed), round \(round)"
            )
            #expect(text.utf8.allSatisfy { (0x21...0x7E).contains($0) })
        }
    }

    private static func text(
        of characters: [Character],
        using random: inout SeededRandom
    ) -> String {
        let count = Int.random(in: 0...6, using: &random)
        return String((0..<count).map { _ in characters.randomElement(using: &random) ?? "a" })
    }

    @Test func `a plus is itself in a path`() {
        #expect(QueryText.decoded("30+%20".utf8, plusIsBlank: false) == "30+ ")
        #expect(QueryText.decoded("30+".utf8) == "30 ")
    }
}
