import HTTPTypes
import StatisticsFixtures
import StatisticsModel
import Testing

@testable import HTTPAPI

@Suite struct FreshnessTests {
    private static func instant(_ text: String) throws -> Instant {
        guard case .exact(let instant) = CopenhagenTime.instant(parsing: text) else {
            throw NoInstant(text: text)
        }
        return instant
    }

    private struct NoInstant: Error {
        let text: String
    }

    @Test(arguments: [
        // Summer: eight o'clock is 06:00 UTC.
        ("2026-07-01T05:54:00Z", 300), ("2026-07-01T05:55:00Z", 300), ("2026-07-01T05:58:00Z", 120),
        ("2026-07-01T05:59:59Z", 1), ("2026-07-01T06:00:00Z", 300), ("2026-07-01T06:59:00Z", 300),
        // Winter: it is 07:00 UTC.
        ("2026-01-15T05:59:00Z", 300), ("2026-01-15T06:59:00Z", 60), ("2026-01-15T07:00:00Z", 300),
        ("2026-12-31T23:59:59Z", 300),
        // The day on which the clock is put forward.
        ("2026-03-29T05:59:00Z", 60), ("2026-03-29T06:00:00Z", 300), ("2026-03-29T06:59:00Z", 300),
        ("2026-03-28T06:59:00Z", 60), ("2026-03-28T22:59:00Z", 300),
        // The day on which it is put back.
        ("2026-10-25T06:59:00Z", 60), ("2026-10-25T05:59:00Z", 300), ("2026-10-25T07:00:00Z", 300),
        ("2026-10-24T05:59:00Z", 60), ("2026-10-24T22:30:00Z", 300),
    ])
    func `an answer is kept for five minutes, but not past eight o'clock`(
        text: String,
        seconds: Int
    ) throws {
        let freshness = Freshness(isPinned: false, now: try Self.instant(text))

        #expect(freshness.cacheControl == "public, max-age=\(seconds)")
    }

    @Test(arguments: [UInt64(1), 20_261_119])
    func `no answer is kept past eight o'clock, whatever the time`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let first = try Self.instant("2004-01-01T00:00:00Z").secondsSinceEpoch

        for _ in 0..<500 {
            let day = first + Int.random(in: 0..<13_000, using: &random) * 86_400
            // Half of the times lie round eight o'clock.
            let second = Int.random(in: 0..<2, using: &random) == 0 ? 0..<86_400 : 20_000..<26_000
            let now = Instant(secondsSinceEpoch: day + Int.random(in: second, using: &random))
            let text = Freshness(isPinned: false, now: now).cacheControl
            let age = try #require(Int(text.dropFirst("public, max-age=".count)))

            #expect((1...300).contains(age), "seed \(seed), \(now)")
            for later in stride(from: 1, to: age, by: 1) {
                let clock = CopenhagenTime.text(at: now.adding(seconds: later))
                #expect(!clock.contains("T08:00:00"), "seed \(seed), \(now)")
            }
            let end = CopenhagenTime.text(at: now.adding(seconds: age))
            #expect(age == 300 || end.contains("T08:00:00"), "seed \(seed), \(now)")
        }
    }

    @Test func `a pinned answer is kept for seven days, at any hour`() throws {
        let freshness = Freshness(isPinned: true, now: try Self.instant("2026-07-01T05:59:59Z"))

        #expect(freshness.cacheControl == "public, max-age=604800, immutable")
    }

    @Test func `a tag is strong when pinned and weak otherwise`() {
        #expect(Freshness(isPinned: true, now: Served.noon).entityTag("a1") == "\"a1\"")
        #expect(Freshness(isPinned: false, now: Served.noon).entityTag("a1") == "W/\"a1\"")
    }

    @Test(arguments: [
        ("\"a\"", true), ("W/\"a\"", true), ("*", true), (" * ", true), ("\"b\", \"a\"", true),
        ("\"b\",W/\"a\" , \"c\"", true), ("\"b\"", false), ("", false), ("a", false),
        ("\"a\"x", false), ("\"A\"", false), ("w/\"a\"", false), ("\"b\", W/\"c\"", false),
    ])
    func `If-None-Match is a list that is compared weakly`(header: String, isKnown: Bool) {
        #expect(Freshness.isKnown("\"a\"", header) == isKnown)
        #expect(Freshness.isKnown("W/\"a\"", header) == isKnown)
    }

    @Test func `without If-None-Match nothing is known`() {
        #expect(!Freshness.isKnown("\"a\"", nil))
    }

    @Test func `the answer to a POST is not for caches`() {
        var headers: HTTPFields = [:]

        Freshness(isPinned: true, now: Served.noon).mark(&headers, tag: "a", isPost: true)

        #expect(headers[.cacheControl] == "no-store")
        #expect(headers[.eTag] == "\"a\"")
    }
}
