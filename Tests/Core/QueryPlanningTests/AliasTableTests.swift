import QueryPlanning
import StatisticsModel
import Testing

@Suite struct AliasTableTests {
    @Test(arguments: [
        ("A", "A"),
        ("a", "A"),
        ("B", "B"),
        ("beta", "A"),
        ("gamma", "D"),
        ("delta", "E"),
        ("omega", "F"),
    ])
    func `a spelling that several members share goes to the likeliest`(
        text: String,
        code: String
    ) throws {
        let table = AliasTable(.ambiguous())

        #expect(table.member(for: text)?.text == code)
    }

    @Test func `what nobody is called names no member`() {
        let table = AliasTable(.ambiguous())

        #expect(table.member(for: "epsilon") == nil)
        #expect(table.member(for: "") == nil)
        #expect(table.member(for: String(repeating: "x", count: 10_000)) == nil)
    }

    @Test func `the nearest member is looked for among those allowed`() {
        let table = AliasTable(.ambiguous())

        #expect(table.nearest(to: "gama", among: nil) == Code("D"))
        #expect(table.nearest(to: "gama", among: [Code("C")]) == Code("C"))
        #expect(table.nearest(to: "zzzzzz", among: nil) == nil)
    }
}

@Suite struct SearchFoldingTests {
    @Test(arguments: [
        ("Århus", "aarhus"),
        ("A\u{30A}rhus", "aarhus"),
        ("Læsø", "laesoe"),
        ("  Høje   Taastrup ", "hoeje taastrup"),
        ("Café", "cafe"),
        ("16–24", "16-24"),
    ])
    func `texts are folded to one spelling, which folding leaves alone`(
        text: String,
        folded: String
    ) {
        #expect(SearchFolding.folded(text) == folded)
        #expect(SearchFolding.folded(folded) == folded)
    }
}

extension Dimension {
    /// Members that share spellings: a code with an alias, an alias with a label, two labels.
    fileprivate static func ambiguous() -> Dimension {
        let long = CivilDate(year: 2010, month: 1, day: 1)
        return Dimension(
            id: Code("thing"),
            label: BilingualText(danish: "Ting", english: "Thing"),
            description: nil,
            total: nil,
            levels: [],
            members: [
                member("B", "Beta", aliases: ["A"]),
                member("A", "Alfa", aliases: ["beta"]),
                member("C", "Gamma", validTo: long),
                member("D", "Gamma"),
                member("G", "Delta", sharesCellWith: Code("E")),
                member("E", "Delta"),
                member("F", "Omega"),
                member("H", "Omega"),
            ],
            memberships: [],
            sources: []
        )
    }

    private static func member(
        _ code: StaticString,
        _ label: String,
        aliases: [String] = [],
        validTo: CivilDate? = nil,
        sharesCellWith: Code<Member>? = nil
    ) -> Member {
        Member(
            code: Code(code),
            label: BilingualText(danish: label, english: nil),
            validTo: validTo,
            aliases: aliases,
            sharesCellWith: sharesCellWith
        )
    }
}
