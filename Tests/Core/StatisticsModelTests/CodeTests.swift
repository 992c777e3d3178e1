import StatisticsModel
import Testing

@Suite struct CodeTests {
    @Test(arguments: [
        "DK", "1084", "TOT", "y01a02", "RAR-HOV", "30-39", "65-", "D3-6", "a", "9", "a.b_c-D",
        String(repeating: "x", count: 64),
    ])
    func `a well-formed code keeps its text`(text: String) throws {
        let code = try Code<Member>(parsing: text)

        #expect(code.text == text)
        #expect(code.description == text)
    }

    @Test(arguments: [
        "", "0", "084", "-a", ".a", "_a", "a b", " a", "a ", "a/b", "a,b", "a:b", "65+",
        "København",
        "é", "a\n", "a\u{0}", String(repeating: "x", count: 65),
    ])
    func `malformed text is refused and reported`(text: String) {
        let error = #expect(throws: InvalidCode.self) { try Code<Member>(parsing: text) }

        #expect(error?.text == text)
    }

    @Test func `codes keep their case and stand by their bytes`() {
        let codes = [Code<Member>("a"), Code("B"), Code("A"), Code("10"), Code("2"), Code("a-")]

        let sorted = codes.sorted().map(\.text)

        #expect(sorted == ["10", "2", "A", "B", "a", "a-"])
    }
}
