import HTTPAPI
import HTTPTypes
import StatisticsModel
import Testing

/// What caches may keep, and how they find out that it is still right.
@Suite struct CachingTests {
    private static let unemployment = "/v1/indicators/y25i01/data?area=DK,101"

    /// Publishes on the next day at eight, and goes to noon of that day.
    private func release(_ figures: Figures, in served: Served) async throws {
        try await served.publish(figures, onDay: 20)
        served.clock.now = Served.noon.adding(seconds: 86_400)
        try await served.look()
    }

    @Test(arguments: [0, 5_000])
    func `a release that left the figures alone leaves the tag alone`(
        bufferedCells: Int
    ) async throws {
        let served = try await Served.twoSnapshots { $0.bufferedCells = bufferedCells }
        let before = try await served.get(Self.unemployment)
        let tag = try #require(before.header("ETag"))
        let other = Figures(
            indicator: "y01a02",
            header: "area,gender,age,period,persons,pctWorkforce",
            rows: ["DK,TOT,TOT,2026M07,79000,2.6"]
        )

        try await release(other, in: served)
        let after = try await served.get(Self.unemployment, [.ifNoneMatch: tag])
        let whole = try await served.get(Self.unemployment)

        #expect(tag.hasPrefix("W/\""))
        #expect(before.header("Snapshot-Id") == "2026-08-19")
        #expect(after.status == 304)
        #expect(after.body.isEmpty)
        #expect(after.header("ETag") == tag)
        #expect(after.header("Snapshot-Id") == "2026-08-20")
        #expect(after.header("Snapshot-Sequence") == "3")
        #expect(after.header("Content-Location")?.hasPrefix("/v1/snapshots/2026-08-20/") == true)
        #expect(after.header("Content-Type") == nil)
        #expect(whole.header("ETag") == tag)
        #expect(try whole.string("digest") == (try before.string("digest")))
    }

    @Test func `a release that touched one of the figures changes the tag`() async throws {
        let served = try await Served.twoSnapshots()
        let tag = try #require(try await served.get(Self.unemployment).header("ETag"))

        try await release(Figures(rows: ["101,TOT,2026M07,16703,4.2"]), in: served)
        let after = try await served.get(Self.unemployment, [.ifNoneMatch: tag])

        #expect(after.status == 200)
        #expect(after.header("ETag") != tag)
        #expect(after.header("Snapshot-Id") == "2026-08-20")
    }

    @Test func `form and language are part of the tag`() async throws {
        let served = try await Served.twoSnapshots()
        let forms = [
            "", "&lang=en", "&labels=none", "&labels=text", "&layout=long", "&layout=arrays",
            "&format=csv", "&format=csv-da", "&format=ndjson", "&format=text", "&format=code:r",
        ]

        var tags: Set<String> = []
        for form in forms {
            let answer = try await served.get(Self.unemployment + form)
            tags.insert(try #require(answer.header("ETag")))
        }

        #expect(tags.count == forms.count)
    }

    @Test func `a pinned answer is immutable, has a strong tag and outlives releases`()
        async throws
    {
        let served = try await Served.twoSnapshots()
        let target = "/v1/snapshots/2026-08-19/indicators/y25i01/data?area=DK"
        let before = try await served.get(target)
        let tag = try #require(before.header("ETag"))

        try await release(Figures(rows: ["DK,TOT,2026M07,1,0.1"]), in: served)
        let after = try await served.get(target, [.ifNoneMatch: tag])

        #expect(tag.hasPrefix("\""))
        #expect(before.header("Cache-Control") == "public, max-age=604800, immutable")
        #expect(after.status == 304)
        #expect(after.header("Snapshot-Id") == "2026-08-19")
        #expect(try await served.get(target).body == before.body)
    }

    @Test(arguments: ["snapshot=2026-08-19", "sequence=2", "asOf=2026-08-19T11:00"])
    func `every way to name a snapshot pins`(selector: String) async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.get(Self.unemployment + "&\(selector)")

        #expect(answer.header("Snapshot-Id") == "2026-08-19")
        #expect(answer.header("Cache-Control")?.contains("immutable") == true)
        #expect(answer.header("ETag")?.hasPrefix("\"") == true)
    }

    @Test(arguments: ["", "&format=code:r"])
    func `today is pinned from tomorrow on`(form: String) async throws {
        let served = try await Served.twoSnapshots()
        let target = Self.unemployment + "&asOf=2026-08-19" + form

        let today = try await served.get(target)
        served.clock.now = Served.noon.adding(seconds: 86_400)
        let tomorrow = try await served.get(target)
        let fresh = try await Served.twoSnapshots()
        fresh.clock.now = served.clock.now

        #expect(today.header("Cache-Control") == "public, max-age=300")
        #expect(tomorrow.header("Cache-Control") == "public, max-age=604800, immutable")
        #expect(today.header("ETag")?.hasPrefix("W/") == true)
        // It answers as one that was not asked the day before.
        let expected = try await fresh.get(target)
        #expect(tomorrow.header("ETag") == expected.header("ETag"))
        #expect(tomorrow.text == expected.text)
    }

    @Test func `answers are kept until eight o'clock`() async throws {
        let served = try await Served.twoSnapshots()
        served.clock.now = Served.firstRelease.adding(seconds: 2 * 86_400 - 100)

        for target in [
            Self.unemployment, "/v1", "/v1/indicators", "/openapi.yaml", "/v1/snapshots",
        ] {
            #expect(try await served.get(target).header("Cache-Control") == "public, max-age=100")
        }
    }

    @Test func `an answer that is asked for again is the same`() async throws {
        let served = try await Served.twoSnapshots()
        let uncached = try await Served.twoSnapshots { $0.answerCacheBytes = 0 }

        let first = try await served.get(Self.unemployment)
        let second = try await served.get(Self.unemployment)
        let other = try await uncached.get(Self.unemployment)

        #expect(second.body == first.body)
        #expect(second.comparableHeaders == first.comparableHeaders)
        #expect(other.body == first.body)
        #expect(other.comparableHeaders == first.comparableHeaders)
    }

    @Test func `what was kept is not for another Accept, question or snapshot`() async throws {
        let served = try await Served.twoSnapshots()
        _ = try await served.get(Self.unemployment)

        let csv = try await served.get(Self.unemployment, [.accept: "text/csv"])
        let refused = try await served.get(Self.unemployment, [.accept: "image/png"])
        let first = try await served.get(Self.unemployment + "&sequence=1")

        #expect(csv.header("Content-Type")?.hasPrefix("text/csv") == true)
        #expect(refused.status == 406)
        #expect(first.header("Snapshot-Id") == "2026-08-18")
    }

    @Test func `a withdrawal reaches answers that were kept`() async throws {
        let served = try await Served.twoSnapshots()
        let target = Self.unemployment + "&snapshot=2026-08-19"
        let before = try await served.get(target)

        try await served.withdraw(2)
        let after = try await served.get(target)

        #expect(before.header("Deprecation") == nil)
        #expect(after.header("Deprecation") != nil)
        #expect(after.header("ETag") != before.header("ETag"))
        #expect(try after.string("snapshot", "status") == "withdrawn")
    }
}
