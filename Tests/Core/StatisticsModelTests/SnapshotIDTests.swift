import StatisticsModel
import Testing

@Suite struct SnapshotIDTests {
    @Test(arguments: [
        ("2026-11-19", 1), ("2026-11-19.2", 2), ("2026-11-19.10", 10), ("2026-11-19.999", 999),
    ])
    func `an id's text leads back to it`(text: String, number: Int) throws {
        let id = try #require(SnapshotID(parsing: text))

        #expect(id.number == number)
        #expect(id.date.description == "2026-11-19")
        #expect(id.description == text)
    }

    @Test(arguments: [
        "", "2026-11-19.", "2026-11-19.0", "2026-11-19.1", "2026-11-19.02", "2026-11-19.1000",
        "2026-11-19.+2", "2026-11-19.-2", "2026-11-19.2.3", "2026-11-19.x", "2026-11-31",
        "2026-11-19 .2", "2026-11-19.2 ", ".2", "latest",
    ])
    func `other text is refused`(text: String) {
        #expect(SnapshotID(parsing: text) == nil)
    }

    @Test func `ids stand by day, then by number`() {
        let texts = ["2025-12-31.3", "2026-01-01", "2026-01-01.2", "2026-01-01.10", "2026-01-02"]
        let ids = texts.compactMap { SnapshotID(parsing: $0) }

        let sorted = ids.reversed().sorted().map(\.description)

        #expect(sorted == texts)
    }
}
