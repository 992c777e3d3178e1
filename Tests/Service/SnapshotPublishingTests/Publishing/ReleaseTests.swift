import CubeCoding
import SnapshotPublishing
import SnapshotStore
import StatisticsModel
import Testing

@Suite struct ReleaseTests {
    private let fixture: PublishingFixture

    init() throws {
        fixture = try PublishingFixture()
    }

    private func publish(
        _ value: Int,
        at releaseAt: Instant,
        id: String? = nil,
        now: Instant = PublishingFixture.hour(onDay: 1)
    ) async throws -> Snapshot {
        let delivery = DeliveryFixture("area,period,persons\nDK,2026M01,\(value)\n")
        let request = ReleaseRequest(
            releaseAt: releaseAt,
            id: id.flatMap { SnapshotID(parsing: $0) }
        )
        return try await SnapshotPublisher(store: fixture.store)
            .publish(try delivery.read(fixture.catalogue), request: request, now: now)
            .snapshot
    }

    @Test func `ids are Danish release dates, numbered within a day`() async throws {
        // 23:30 in Copenhagen on 2 April, which is 21:30 UTC.
        let late = PublishingFixture.hour(onDay: 2).adding(seconds: 15 * 3_600 + 1_800)

        let ids = [
            try await publish(1, at: late).id,
            try await publish(2, at: late.adding(seconds: 60)).id,
            try await publish(3, at: late.adding(seconds: 1_800)).id,
            try await publish(4, at: late.adding(seconds: 3_600), id: "2026-04-03.5").id,
            try await publish(5, at: late.adding(seconds: 7_200)).id,
        ]

        #expect(
            ids.map(\.description) == [
                "2026-04-02", "2026-04-02.2", "2026-04-03", "2026-04-03.5", "2026-04-03.6",
            ]
        )
    }

    @Test func `a release is later than the newest one`() async throws {
        let hour = PublishingFixture.hour(onDay: 2)
        _ = try await publish(1, at: hour)

        let error = await #expect(throws: PublishingError.self) { try await publish(2, at: hour) }

        guard case .releaseNotLater(hour, let newest, hour)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(newest.description == "2026-04-02")
        #expect(error?.description.contains("2026-04-02T08:00:00+02:00") == true)
        #expect(try await fixture.store.snapshots().count == 1)
    }

    @Test func `ids that are taken, of another day or out of order are refused`() async throws {
        let hour = PublishingFixture.hour(onDay: 2)
        _ = try await publish(1, at: hour, id: "2026-04-02.3")

        for (id, expected) in [
            ("2026-04-02.3", "already"), ("2026-04-03", "Danish date"), ("2026-04-02.2", "follow"),
        ] {
            let error = await #expect(throws: PublishingError.self) {
                try await publish(2, at: hour.adding(seconds: 60), id: id)
            }
            #expect(error?.description.contains(expected) == true)
        }
    }

    @Test func `a release that has passed is backfilled`() async throws {
        let now = PublishingFixture.hour(onDay: 9)

        let past = try await publish(1, at: PublishingFixture.hour(onDay: 2), now: now)
        let present = try await publish(2, at: now, now: now)

        #expect(past.isBackfilled)
        #expect(past.recordedAt == now)
        #expect(!present.isBackfilled)
    }

    @Test func `an unknown commit that happened counts, one that did not is told`() async throws {
        await fixture.store.fail(.stageUnknownButDone)
        let done = try await publish(1, at: PublishingFixture.hour(onDay: 1))
        await fixture.store.fail(.stageUnknownAndNotDone)

        let error = await #expect(throws: PublishingError.self) {
            try await publish(2, at: PublishingFixture.hour(onDay: 2))
        }

        #expect(done.state == .scheduled)
        guard case .store(.commitUnknown)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try await fixture.store.snapshots().map(\.sequence) == [1])
    }

    @Test func `a publisher that was stopped leaves a draft, which its delivery finishes`()
        async throws
    {
        await fixture.store.fail(.transitionFails)
        await #expect(throws: PublishingError.self) {
            try await publish(1, at: PublishingFixture.hour(onDay: 1))
        }
        #expect(try await fixture.store.snapshots().map(\.state) == [.draft])
        await fixture.store.fail(nil)

        let error = await #expect(throws: PublishingError.self) {
            try await publish(2, at: PublishingFixture.hour(onDay: 2))
        }
        let finished = try await publish(1, at: PublishingFixture.hour(onDay: 3))

        guard case .unfinished? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(finished.releaseAt == PublishingFixture.hour(onDay: 1))
        #expect(try await fixture.store.snapshots().map(\.state) == [.scheduled])
    }

    @Test func `a snapshot that can not be read back is not released`() async throws {
        await fixture.store.fail(.transitionFails)
        await #expect(throws: PublishingError.self) {
            try await publish(1, at: PublishingFixture.hour(onDay: 1))
        }
        await fixture.store.fail(nil)
        let key = try #require(await fixture.store.keys.first)
        await fixture.store.damage(FaultyStore.Flip(key: key, sequence: 1, index: 3))

        let error = await #expect(throws: PublishingError.self) {
            try await publish(1, at: PublishingFixture.hour(onDay: 1))
        }

        guard case .damaged(let damages)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(damages.map(\.place) == ["chunk \(key.plane) \(key.block) \(key.span)"])
        #expect(try await fixture.store.snapshots().map(\.state) == [.draft])
    }
}
