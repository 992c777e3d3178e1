import Foundation
import StatisticsFixtures
import StatisticsModel
import Testing

@Suite struct CopenhagenTimeTests {
    private static let first = 1_072_911_600  // 2004-01-01 in Denmark
    private static let last = 2_240_521_200  // 2041-01-01 in Denmark

    @Test func `the offset is the zone's at every hour within three days of a change`() throws {
        let zone = try #require(TimeZone(identifier: "Europe/Copenhagen"))
        var changes: [Int] = []
        var date = Date(timeIntervalSince1970: Double(Self.first))
        while let next = zone.nextDaylightSavingTimeTransition(after: date),
            next.timeIntervalSince1970 < Double(Self.last)
        {
            changes.append(Int(next.timeIntervalSince1970))
            date = next
        }

        #expect(changes.count == 74)
        for change in changes {
            let hours = stride(from: change - 259_200, through: change + 259_200, by: 3_600)
            for second in hours.flatMap({ [$0 - 1, $0] }) {
                let expected = Self.offset(of: zone, at: second)
                let offset = CopenhagenTime.offsetSeconds(at: Instant(secondsSinceEpoch: second))
                #expect(offset == expected, "at \(second)")
            }
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `offset, day and text are the zone's at any second`(seed: UInt64) throws {
        let zone = try #require(TimeZone(identifier: "Europe/Copenhagen"))
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = zone
        var random = SeededRandom(seed: seed)
        for _ in 0..<1_000 {
            let second = Int.random(in: Self.first..<Self.last, using: &random)
            let instant = Instant(secondsSinceEpoch: second)
            let parts = calendar.dateComponents(
                [.year, .month, .day],
                from: Date(timeIntervalSince1970: Double(second))
            )

            let year = try #require(parts.year)
            let month = try #require(parts.month)
            let number = try #require(parts.day)
            let day = CivilDate(year: year, month: month, day: number)
            let offset = CopenhagenTime.offsetSeconds(at: instant)
            let text = CopenhagenTime.text(at: instant)
            #expect(offset == Self.offset(of: zone, at: second), "seed \(seed), \(second)")
            #expect(CopenhagenTime.date(at: instant) == day, "seed \(seed), \(second)")
            #expect(CopenhagenTime.instant(parsing: text) == .exact(instant), "seed \(seed)")
            #expect(CopenhagenTime.instant(parsing: "\(instant)") == .exact(instant))
        }
    }

    @Test(arguments: [5, 6] as [UInt64])
    func `a day begins at midnight and ends a second before the next`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for _ in 0..<1_000 {
            let day = CivilDate(daysSinceEpoch: Int.random(in: 12_418..<25_931, using: &random))

            let start = CopenhagenTime.start(of: day)
            let end = CopenhagenTime.end(of: day)

            #expect(CopenhagenTime.text(at: start).hasPrefix("\(day)T00:00:00"), "seed \(seed)")
            #expect(CopenhagenTime.text(at: end).hasPrefix("\(day)T23:59:59"), "seed \(seed)")
            #expect(CopenhagenTime.date(at: start.adding(seconds: -1)) == day.adding(days: -1))
            #expect(end.adding(seconds: 1) == CopenhagenTime.start(of: day.adding(days: 1)))
        }
    }

    @Test(arguments: [
        ("2026-11-19T08:00", "2026-11-19T07:00:00Z"), ("2026-07-19T08:00", "2026-07-19T06:00:00Z"),
        ("2026-11-19t08:00:05", "2026-11-19T07:00:05Z"),
        ("2026-11-19T08:00:05.999", "2026-11-19T07:00:05Z"),
        ("2026-11-19T08:00Z", "2026-11-19T08:00:00Z"),
        ("2026-11-19T08:00:00z", "2026-11-19T08:00:00Z"),
        ("2026-11-19T08:00:00.1+02:00", "2026-11-19T06:00:00Z"),
        ("2026-11-19T08:00 02:00", "2026-11-19T06:00:00Z"),
        ("2026-11-19T00:30-05:30", "2026-11-19T06:00:00Z"),
        ("2026-03-29T01:59:59", "2026-03-29T00:59:59Z"),
        ("2026-03-29T03:00", "2026-03-29T01:00:00Z"),
        ("2026-10-25T01:59:59", "2026-10-24T23:59:59Z"),
        ("2026-10-25T03:00", "2026-10-25T02:00:00Z"),
        ("2026-10-25T02:30+02:00", "2026-10-25T00:30:00Z"),
    ])
    func `a text names its instant`(text: String, utc: String) {
        guard case .exact(let instant) = CopenhagenTime.instant(parsing: text) else {
            Issue.record("\(text) names no instant")
            return
        }

        #expect(instant.description == utc)
    }

    @Test(arguments: [
        "2026-03-29T02:00", "2026-03-29T02:30:00", "2026-03-29T02:59:59", "2004-03-28T02:15",
    ])
    func `a time that the clock was put forward over does not exist`(text: String) {
        #expect(CopenhagenTime.instant(parsing: text) == .nonexistent)
    }

    @Test(arguments: [
        ("2026-10-25T02:00", 1_792_886_400), ("2026-10-25T02:59:59", 1_792_889_999),
    ])
    func `a time that the clock was put back over is ambiguous`(text: String, first: Int) {
        let reading = CopenhagenTime.instant(parsing: text)

        let instant = Instant(secondsSinceEpoch: first)
        #expect(reading == .ambiguous(first: instant, second: instant.adding(seconds: 3_600)))
    }

    @Test(arguments: [
        "", "2026-11-19", "2026-11-19T", "2026-11-19T8:00", "2026-11-19T08", "2026-11-19T24:00",
        "2026-11-19T08:60", "2026-11-19T08:00:60", "2026-11-19T08:00:0", "2026-11-19T08:00:00.",
        "2026-11-19T08:00:00,5", "2026-11-19T08:00+1:00", "2026-11-19T08:00+0100",
        "2026-11-19T08:00+15:00", "2026-11-19T08:00+01:60", "2026-11-19T08:00ZZ",
        "2026-11-19T08:00 ", "2026-02-30T08:00", "2026-11-19 08:00", "2026-11-19T-8:00",
        "2026-11-19T08:00*01:00", "2026-11-19T08:00:00Z+01:00", "T08:00",
    ])
    func `other text is malformed`(text: String) {
        #expect(CopenhagenTime.instant(parsing: text) == .malformed)
    }

    private static func offset(of zone: TimeZone, at second: Int) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(second)))
    }
}
