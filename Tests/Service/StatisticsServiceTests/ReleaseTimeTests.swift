import MemoryStore
import PublicationFixtures
import StatisticsModel
import Testing

@testable import StatisticsService

/// Which snapshot stands at a time: days as Denmark counts them, embargoes, withdrawals.
@Suite struct ReleaseTimeTests {
    @Test(
        arguments: [
            ("2026-01-20", 1), ("2026-02-02", 1), ("2026-02-03", 2), ("2026-03-29", 3),
            ("2026-03-30", 4), ("2026-06-17", 4), ("2026-06-18", 5), ("2026-06-19", 6),
            ("2026-10-25", 7),
        ]
    )
    func `a past day means its last second in Copenhagen, in winter and in summer`(
        date: String,
        sequence: Int
    ) async throws {
        let service = try await Self.releases().service()

        let edition = try await service.edition(.asOfDay(day(date)))

        #expect(edition.snapshot.sequence == sequence)
    }

    @Test(
        arguments: [
            ("2026-06-18T23:59:58", 4), ("2026-06-18T23:59:59", 5), ("2026-06-19T00:00:00", 6),
            ("2026-11-25T12:00:00", 7),
        ]
    )
    func `an instant means that very second`(time: String, sequence: Int) async throws {
        let service = try await Self.releases().service()

        let edition = try await service.edition(.asOf(instant(time)))

        #expect(edition.snapshot.sequence == sequence)
    }

    @Test(arguments: [("2026-12-10T07:59:59", 7), ("2026-12-10T08:00:00", 8)])
    func `today means now`(now: String, sequence: Int) async throws {
        let publication = try await Self.releases()
        publication.put(instant(now))

        let edition = try await publication.service().edition(.asOfDay(day("2026-12-10")))

        #expect(edition.snapshot.sequence == sequence)
    }

    @Test func `today is the day of Copenhagen, not of Greenwich`() async throws {
        let publication = try await Self.releases()
        publication.put(instant("2026-06-20T00:30"))
        let service = publication.service()

        let today = await outcome { try await service.edition(.asOfDay(day("2026-06-20"))) }
        let tomorrow = await outcome { try await service.edition(.asOfDay(day("2026-06-21"))) }

        #expect(today == "answered")
        #expect(tomorrow == "futureInstant 2026-06-19T22:30:00Z")
    }

    @Test func `now is no future, and a second later is`() async throws {
        let publication = try await Self.releases()
        let service = publication.service()

        let now = await outcome { try await service.edition(.asOf(publication.now)) }
        let later = await outcome {
            try await service.edition(.asOf(publication.now.adding(seconds: 1)))
        }

        #expect(now == "answered")
        #expect(later == "futureInstant 2026-11-25T11:00:00Z")
    }

    @Test func `before the first release there is nothing, and the first one is named`()
        async throws
    {
        let service = try await Self.releases().service()

        let eve = await outcome { try await service.edition(.asOfDay(day("2026-01-19"))) }
        let second = await outcome {
            try await service.edition(.asOf(instant("2026-01-20T07:59:59")))
        }

        #expect(eve == "beforeFirstSnapshot 1")
        #expect(second == "beforeFirstSnapshot 1")
    }

    @Test func `an embargoed snapshot can't be told from one that never was`() async throws {
        let service = try await Self.releases().service()
        let embargoed = SnapshotID(date: day("2026-12-10"))
        let invented = SnapshotID(date: day("2026-12-11"))

        let id = await outcome { try await service.edition(.id(embargoed)) }
        let noID = await outcome { try await service.edition(.id(invented)) }
        let sequence = await outcome { try await service.edition(.sequence(8)) }
        let noSequence = await outcome { try await service.edition(.sequence(9)) }

        #expect(id == "unknownSnapshot 2026-12-10")
        #expect(noID == "unknownSnapshot 2026-12-11")
        #expect(sequence == "unknownSnapshot 8")
        #expect(noSequence == "unknownSnapshot 9")
    }

    @Test func `a store with nothing but an embargoed snapshot is empty`() async throws {
        let publication = Publication(now: instant("2026-08-19T07:59:59"))
        try await publication.publish(try Self.figures(1))
        let service = publication.service()
        let selectors: [SnapshotSelector] = [
            .latest, .sequence(1), .asOf(publication.now), .asOfDay(day("2026-08-19")),
            .id(SnapshotID(date: day("2026-08-19"))),
        ]

        for selector in selectors {
            let told = await outcome { try await service.edition(selector) }
            #expect(told == "nothingPublished", "\(selector)")
        }
        #expect(try await service.snapshots().isEmpty)
        #expect(try await service.probe() == nil)
    }

    @Test func `history that was loaded later is found on the day it bears`() async throws {
        let publication = Publication()
        let loaded = "2026-11-25T11:00"
        try await publication.publish(
            try Self.figures(1),
            at: "2020-02-20T08:00",
            recordedAt: loaded
        )
        try await publication.publish(
            try Self.figures(2),
            at: "2020-03-19T08:00",
            recordedAt: loaded
        )
        let service = publication.service()

        let asOf = try await service.edition(.asOfDay(day("2020-03-01")))
        let latest = try await service.edition(.latest)

        #expect(asOf.snapshot.sequence == 1)
        #expect(asOf.snapshot.isBackfilled)
        #expect(asOf.snapshot.recordedAt == instant(loaded))
        #expect(latest.snapshot.sequence == 2)
    }

    @Test func `a withdrawn snapshot answers by its name, and stood until it was taken back`()
        async throws
    {
        let publication = try await Self.releases()
        try await publication.store.withdraw(7, Self.withdrawal(at: "2026-07-20T10:00"))
        let service = publication.service()

        let rows = try await service.answer("y25i01", of: .sequence(7))
        let latest = try await service.answer("y25i01")
        let before = try await service.edition(.asOf(instant("2026-07-20T09:59:59")))
        let after = try await service.edition(.asOf(instant("2026-07-20T10:00:00")))

        #expect(rows == ["DK 2026M07 7"])
        #expect(latest == ["DK 2026M07 6"])
        #expect(before.snapshot.sequence == 7)
        #expect(after.snapshot.sequence == 6)
        #expect(try await service.snapshots().map(\.sequence) == [1, 2, 3, 4, 5, 6, 7])
        #expect(try await service.probe()?.sequence == 6)
    }

    @Test func `where everything was taken back there is no latest`() async throws {
        let publication = Publication()
        try await publication.publish(try Self.figures(1))
        try await publication.store.withdraw(1, Self.withdrawal(at: "2026-08-20T10:00"))
        let service = publication.service()

        let latest = await outcome { try await service.edition(.latest) }
        let itself = try await service.answer("y25i01", of: .sequence(1))

        #expect(latest == "nothingPublished")
        #expect(itself == ["DK 2026M07 1"])
    }

    /// Eight releases, some at the edge of a day, the last in December; each with its number.
    private static func releases() async throws -> Publication {
        let publication = Publication()
        let hours = [
            "2026-01-20T08:00:00", "2026-02-03T23:59:59", "2026-03-29T23:59:59",
            "2026-03-30T00:00:00", "2026-06-18T23:59:59", "2026-06-19T00:00:00",
            "2026-07-16T08:00:00", "2026-12-10T08:00:00",
        ]
        for (place, hour) in hours.enumerated() {
            try await publication.publish(try figures(place + 1), at: hour)
        }
        return publication
    }

    private static func figures(_ number: Int) throws -> Figures {
        try Figures("y25i01 fulltimePersons DK TOT 2026M07 \(number)")
    }

    private static func withdrawal(at time: String) -> Withdrawal {
        Withdrawal(at: instant(time), reason: "Fejl i tallene", successor: nil)
    }
}
