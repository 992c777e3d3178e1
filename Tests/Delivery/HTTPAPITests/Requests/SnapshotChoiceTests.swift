import QueryPlanning
import StatisticsModel
import StatisticsService
import Testing

@testable import HTTPAPI

@Suite struct SnapshotChoiceTests {
    /// 12:00 in Copenhagen on 19 November 2026.
    private static let now = Instant(secondsSinceEpoch: 1_795_086_000)

    private func choice(
        _ query: String,
        path: String? = nil,
        now: Instant = Self.now
    ) throws -> SnapshotChoice {
        let parameters = try #require(QueryText.parameters(of: query))
        var list = ParameterList(parameters, in: .query)
        let choice = try SnapshotChoice(from: &list, pathSnapshot: path, now: now)
        #expect(list.rest.allSatisfy { !SnapshotChoice.names.contains($0.name) })
        return choice
    }

    private static func id(_ text: String) throws -> SnapshotID {
        try #require(SnapshotID(parsing: text))
    }

    @Test(arguments: ["", "lang=en", "snapshot=latest", "snapshot=LATEST", "snapshot=+latest"])
    func `the newest is the default and not pinned`(query: String) throws {
        #expect(try choice(query) == SnapshotChoice(selector: .latest, isPinned: false))
    }

    @Test func `an id, a sequence and a path pin`() throws {
        let id = try Self.id("2026-08-19.2")

        #expect(
            try choice("snapshot=2026-08-19.2")
                == SnapshotChoice(selector: .id(id), isPinned: true)
        )
        #expect(
            try choice("sequence=12") == SnapshotChoice(selector: .sequence(12), isPinned: true)
        )
        #expect(
            try choice("", path: "2026-08-19.2")
                == SnapshotChoice(selector: .id(id), isPinned: true)
        )
    }

    @Test(arguments: [
        ("2026-11-18", true), ("2026-11-19", false), ("2026-11-20", false), ("2004-02-29", true),
    ])
    func `a day that is over pins`(day: String, isPinned: Bool) throws {
        let date = try #require(CivilDate(parsing: day))

        #expect(
            try choice("asOf=\(day)")
                == SnapshotChoice(selector: .asOfDay(date), isPinned: isPinned)
        )
    }

    @Test(arguments: [
        ("2026-11-19T12:00", 0, true), ("2026-11-19T12:00:00", 0, true),
        ("2026-11-19T12:00:01", 1, false), ("2026-11-19T11:00:00Z", 0, true),
        ("2026-11-19T12:00:00%2B01:00", 0, true), ("2026-11-19T12:00:00+01:00", 0, true),
        ("2026-11-19T06:00:00-05:00", 0, true), ("2026-11-19T11:59:59.9", -1, true),
    ])
    func `an instant that has passed pins; without an offset it is Danish time`(
        text: String,
        seconds: Int,
        isPinned: Bool
    ) throws {
        let instant = Self.now.adding(seconds: seconds)

        #expect(
            try choice("asOf=\(text)")
                == SnapshotChoice(selector: .asOf(instant), isPinned: isPinned)
        )
    }

    @Test func `a time that was twice is refused with both readings`() {
        let problem = #expect(throws: Problem.self) { try choice("asOf=2026-10-25T02:30") }

        #expect(problem?.code == .invalidValue)
        #expect(problem?.detail.danish.contains("2026-10-25T02:30:00+02:00") == true)
        #expect(problem?.detail.danish.contains("2026-10-25T02:30:00+01:00") == true)
    }

    @Test func `a time that never was is refused, and with an offset it is one`() throws {
        let problem = #expect(throws: Problem.self) { try choice("asOf=2026-03-29T02:30") }

        #expect(problem?.code == .invalidValue)
        #expect(problem?.items.first?.value == "2026-03-29T02:30")
        #expect(try choice("asOf=2026-03-29T02:30%2B01:00").isPinned)
        #expect(try choice("asOf=2026-10-25T02:30%2B01:00").isPinned)
    }

    @Test(arguments: [
        "yesterday", "2026-02-30", "2026-11", "2026-11-19T", "2026-11-19T25:00", "1700000000",
        "2026-11-19 12:00", "latest",
    ])
    func `what is neither a day nor an instant is refused`(text: String) {
        let encoded = QueryText.encoded(text)
        let problem = #expect(throws: Problem.self) { try choice("asOf=\(encoded)") }

        #expect(problem?.code == .invalidValue)
        #expect(problem?.items.first?.name == "asOf")
        #expect(problem?.items.first?.allowed.isEmpty == false)
    }

    @Test(arguments: ["2026-8-19", "2026-08-19.1", "2026-08-19.02", "newest", "2026-02-30", "1"])
    func `what can't be an id is unknown`(text: String) {
        let inQuery = #expect(throws: Problem.self) { try choice("snapshot=\(text)") }
        let inPath = #expect(throws: Problem.self) { try choice("", path: text) }

        #expect(inQuery?.code == .unknownSnapshot)
        #expect(inPath?.code == .unknownSnapshot)
    }

    @Test(arguments: ["0", "-1", "1000000", "1.0", "two", "01"])
    func `what can't be a sequence is refused`(text: String) {
        let problem = #expect(throws: Problem.self) { try choice("sequence=\(text)") }

        #expect(problem?.code == .invalidValue)
    }

    @Test(arguments: [
        ("snapshot=latest&sequence=1", nil), ("sequence=1&asOf=2026-08-19", nil),
        ("snapshot=2026-08-19&asOf=2026-08-19", nil), ("snapshot=latest", "2026-08-19"),
        ("sequence=1", "2026-08-19"), ("asOf=2026-08-19", "2026-08-19"),
        ("snapshot=2026-08-19", "2026-08-19"), ("snapshot=&sequence=", nil),
    ])
    func `two choices are one too many`(query: String, path: String?) {
        let problem = #expect(throws: Problem.self) { try choice(query, path: path) }

        #expect(problem?.code == .conflictingSelectors)
    }

    @Test(arguments: ["snapshot=", "sequence=", "asOf=+", "snapshot"])
    func `a choice without a value is refused`(query: String) {
        let problem = #expect(throws: Problem.self) { try choice(query) }

        #expect(problem?.code == .emptyValue)
    }

    @Test func `a choice that stands twice is refused`() {
        let problem = #expect(throws: Problem.self) { try choice("sequence=1&sequence=2") }

        #expect(problem?.code == .invalidValue)
    }
}
