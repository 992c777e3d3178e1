import StatisticsFixtures
import StatisticsModel
import Testing

@testable import StatisticsService

/// Searching as Danes write.
@Suite struct DanishSearchTests {
    @Test(
        arguments: [
            ("kommuner", "Kommune"), ("kommunerne", "Kommune"), ("kommune", "Kommuner"),
            ("kommunens", "Kommuner"), ("KOMMUNER", "kommune"), ("ledige", "Ledighed"),
            ("ledighed", "Ledige"), ("ledige", "Langtidsledige"),
            ("langtidsledig", "Langtidsledige"),
            ("ledigheden", "Ledighed"), ("kvinde", "Kvinder"), ("kvindernes", "Kvinder"),
            ("dagpenge", "A-dagpenge"), ("a-dagpenge", "Personer på a-dagpenge"),
            ("virksomhed", "Virksomheder"), ("forløb", "Ressourceforløb"),
            ("sygedagpenge", "Sygedagpengemodtagere"),
        ]
    )
    func `endings and compounds make no difference`(text: String, label: String) {
        #expect(Self.found(text, among: ["Andet", label]) == [label])
    }

    @Test(
        arguments: [
            ("Århus", ["Aarhus", "århus", "AARHUS", "ÅRHUS", "aarhus ", "A\u{30A}rhus", "årh"]),
            ("Aarhus", ["Århus", "århus", "A\u{30A}RHUS", "aarh"]),
            ("København", ["koebenhavn", "KØBENHAVN", "KOEBENHAVN", " københavn", "köbenhavn"]),
            ("Ærøskøbing", ["aeroeskoebing", "ÆRØSKØBING", "aerøskoebing", "ærø"]),
            ("Tårnby", ["taarnby", "TÅRNBY", "ta\u{30A}rnby"]),
            ("Førtidspension", ["foertidspension", "FØRTID", "førtidspensioner"]),
            ("Idræt", ["idraet", "IDRÆT"]),
        ]
    )
    func `å and aa, ø and oe, æ and ae, upper and lower are the same`(
        label: String,
        spellings: [String]
    ) {
        for spelling in spellings {
            #expect(Self.found(spelling, among: ["Andet", label]) == [label], "\(spelling)")
        }
    }

    @Test func `exact hits come first, then words, beginnings, and parts of words`() {
        let labels = [
            "Langtidsledige", "Ledigesats", "Ledige i alt", "Unge ledige", "Ledige",
        ]

        let found = Self.found("ledige", among: labels)

        #expect(
            found == ["Ledige", "Ledige i alt", "Unge ledige", "Ledigesats", "Langtidsledige"]
        )
    }

    @Test func `a definition counts for less than a title, and more than a part of a word`() {
        let search = Self.search(
            ["Langtidssyge", "Andet", "Sygemeldte", "De syge"],
            body: [1: "syge"]
        )

        let found = search.indicators(matching: "syge")

        #expect(found == [Code("i3"), Code("i2"), Code("i1"), Code("i0")])
    }

    @Test func `all words are needed, in any order and anywhere`() {
        let labels = ["Ledige", "Kvinder", "Ledige kvinder", "Kvinder, langtidsledige"]

        #expect(
            Self.found("ledige kvinder", among: labels) == [
                "Ledige kvinder", "Kvinder, langtidsledige",
            ]
        )
        #expect(
            Self.found("kvinder ledige", among: labels) == [
                "Ledige kvinder", "Kvinder, langtidsledige",
            ]
        )
        #expect(Self.found("ledige kvinder zebra", among: labels).isEmpty)
    }

    @Test(arguments: ["", " ", "\t\n", "!?", "-", "🙂", "zxqv", "\u{0}", "*", "%", "ledige xq"])
    func `nonsense finds nothing`(text: String) {
        let labels = ["Ledige", "Kommuner", "A-dagpenge", "Ærø"]

        #expect(Self.found(text, among: labels).isEmpty)
    }

    @Test(arguments: ["å", "a", "ledige", "🙂", "\u{301}", " ", "e\u{301}"])
    func `a text of two hundred letters is no trouble`(letter: String) {
        let long = String(repeating: letter, count: 200)

        let found = Self.found(long, among: ["Ledige", "Kommuner"])

        #expect(found.isEmpty)
    }

    @Test func `a label of two hundred letters is found by itself`() {
        let long = String(repeating: "å", count: 200)

        #expect(Self.found(long, among: ["Ledige", long]) == [long])
    }

    @Test(arguments: ["0101", "101", "København", "Copenhagen", "københavn kommune"])
    func `a member's code, alias and labels find it first`(text: String) {
        let search = CatalogueSearch(.small())

        let found = search.members(matching: text, of: .area)

        #expect(text.contains(" ") ? found.isEmpty : found.first == Code("101"))
    }

    @Test(arguments: ["y01a02", "Y01A02", "persons", "antal personer", "andel arbejdsstyrken"])
    func `an indicator is found by its id and its measures`(text: String) {
        let found = CatalogueSearch(.small()).indicators(matching: text)

        #expect(found.contains(Code("y01a02")))
    }

    @Test func `an indicator is found by its subject, and no other subject's`() {
        let search = CatalogueSearch(.small())

        #expect(search.indicators(matching: "unemployment").contains(Code("y25i01")))
        #expect(search.indicators(matching: "ydelser") == [Code("y01a02"), Code("y07a02")])
    }

    @Test func `members are those of the dimension that is asked for`() {
        let search = CatalogueSearch(.small())

        #expect(search.members(matching: "TOT", of: Code("gender")) == [Code("TOT")])
        #expect(search.members(matching: "kvinde", of: Code("gender")) == [Code("K")])
        #expect(search.members(matching: "kvinde", of: .area).isEmpty)
        #expect(search.members(matching: "kvinde", of: Code("nothing")).isEmpty)
        #expect(search.members(matching: "30+", of: Code("age")).first == Code("30-"))
    }

    /// Returns those of some labels that a text finds, best first; as indicators and as members.
    private static func found(_ text: String, among labels: [String]) -> [String] {
        let search = search(labels)
        let indicators = search.indicators(matching: text).map(\.text)
        let members = search.members(matching: text, of: Code("thing")).map(\.text)
        #expect(indicators == members)
        return indicators.compactMap { id in Int(id.dropFirst()).map { labels[$0] } }
    }

    /// A catalogue in which nothing but labels, and some definitions, can be found.
    private static func search(_ labels: [String], body: [Int: String] = [:]) -> CatalogueSearch {
        let model = Catalogue.small().indicators[0]
        let indicators = labels.indices.map { place in
            Indicator(
                id: code(place),
                subject: Code("none"),
                label: plain(labels[place]),
                definition: plain(body[place] ?? "–"),
                population: nil,
                sourceTable: nil,
                sources: [],
                publicationLagDays: 0,
                publicationLag: nil,
                provisionalPeriods: 0,
                periodTypes: [.month],
                dimensions: [],
                cubes: model.cubes,
                measures: [],
                breaks: []
            )
        }
        let thing = Dimension(
            id: Code("thing"),
            label: plain("Ting"),
            description: nil,
            total: nil,
            levels: [],
            members: labels.indices.map { Member(code: code($0), label: plain(labels[$0])) },
            memberships: [],
            sources: []
        )
        return CatalogueSearch(
            Catalogue(
                subjects: [],
                units: [],
                sources: [],
                dimensions: [thing],
                indicators: indicators
            )
        )
    }

    private static func code<Subject>(_ place: Int) -> Code<Subject> {
        do {
            return try Code(parsing: "i\(place)")
        } catch {
            preconditionFailure("a letter and a number are a code")
        }
    }
}
