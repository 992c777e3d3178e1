import CubeCoding
import StatisticsFixtures
import StatisticsModel
import Testing

@Suite struct SnapshotManifestTests {
    private static let ones = String(repeating: "01", count: 32)
    private static let twos = String(repeating: "02", count: 32)
    private static let sevens = String(repeating: "07", count: 32)

    private static let text = """
        snapshot-manifest 1
        dataMonth 2026M07
        document \(ones) dimension/area
        document \(twos) index
        indicator y01a02 computed
        indicator y25i01 asPublished
        plane \(ones) 2024M01 2026M07 3 1200 y01a02/a/persons/M/\(sevens)
        plane \(twos) 2024Q01 2026Q02 1 7 y01a02/a/persons/Q/\(sevens)

        """

    private static func plane(_ type: PeriodType, _ number: Int) throws -> SnapshotManifest.Plane {
        let first = try #require(Period(type: type, year: 2_024, number: 1))
        let last = try #require(Period(type: type, year: 2_026, number: number))
        return SnapshotManifest.Plane(
            key: PlaneKey(
                indicator: Code("y01a02"),
                cube: Code("a"),
                measure: Code("persons"),
                periodType: type,
                layout: .filled(with: 7)
            ),
            root: .filled(with: type == .month ? 1 : 2),
            periods: first...last,
            chunks: type == .month ? 3 : 1,
            cells: type == .month ? 1_200 : 7
        )
    }

    private static func manifest() throws -> SnapshotManifest {
        SnapshotManifest(
            dataMonth: try #require(Period(type: .month, year: 2_026, number: 7)),
            documents: ["index": .filled(with: 2), "dimension/area": .filled(with: 1)],
            provenances: [Code("y25i01"): .asPublished, Code("y01a02"): .computed],
            planes: [try plane(.quarter, 2), try plane(.month, 7)]
        )
    }

    @Test func `the text has one fact a line, in order`() throws {
        let manifest = try Self.manifest()

        #expect(manifest.text == Self.text)
    }

    @Test func `the text leads back to the manifest`() throws {
        let manifest = try Self.manifest()

        #expect(SnapshotManifest(parsing: Self.text) == manifest)
    }

    @Test func `the root is the SHA-256 of the text`() throws {
        let manifest = try Self.manifest()

        #expect(manifest.root == ContentHash(sha256: Array(Self.text.utf8)))
    }

    @Test func `a manifest of nothing is a manifest`() {
        let text = "snapshot-manifest 1\ndataMonth 2026M07\n"

        #expect(SnapshotManifest(parsing: text)?.text == text)
    }

    @Test(arguments: [
        ("manifest 1", "manifest 2"), ("2026M07\ndoc", "2026Q03\ndoc"),
        ("2026M07\ndoc", "2026m07\ndoc"), ("index\n", "index \n"), ("index\n", "index\n\n"),
        ("document \(ones)", "document 01"), ("dimension/area", "zone"), ("computed", "guessed"),
        ("indicator y01a02", "indicator z"), ("document", "documents"), (" 1200 ", " 01200 "),
        (" 3 1200 ", " 3 2 "), (" 3 1200 ", " 0 1200 "), (" 1 7 ", " -1 7 "),
        ("2024M01 2026M07", "2026M07 2024M01"), ("2024M01 2026M07", "2024Q01 2026M07"),
        ("2024Q01 2026Q02", "2024M01 2026M02"), ("persons/M", "persons/Y"), ("\n", "\r\n"),
        ("\(sevens)\n", "\(sevens)"),
    ])
    func `text that is not a manifest's is refused`(part: String, replacement: String) {
        let text = Self.replacing(part, with: replacement, in: Self.text)

        #expect(text != Self.text)
        #expect(SnapshotManifest(parsing: text) == nil)
    }

    private static func replacing(
        _ part: String,
        with replacement: String,
        in text: String
    ) -> String {
        text.split(separator: part, omittingEmptySubsequences: false)
            .joined(separator: replacement)
    }
}
