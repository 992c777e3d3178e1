import MemoryStore
import PublicationFixtures
import SnapshotStore
import StatisticsModel
import Testing

@testable import StatisticsService

/// The list of snapshots that a service keeps.
@Suite struct SnapshotListTests {
    @Test func `the newest snapshot that readers saw stays, whatever the store says`() async throws
    {
        let publication = try await Self.published(3)
        let reader = FaultyReader(publication.store)
        let service = publication.service(reader: reader)
        let before = try await service.edition(.latest).snapshot.sequence
        await reader.hide(newest: 2)

        let probed = try await service.probe()?.sequence
        let after = try await service.edition(.latest).snapshot.sequence

        #expect(before == 3)
        #expect(probed == 3)
        #expect(after == 3)
        #expect(try await service.snapshots().count == 3)
    }

    @Test func `a release that was staged shows up at its second`() async throws {
        let publication = try await Self.published(2)
        publication.put(instant("2026-02-19T07:59:59"))
        let service = publication.service()
        let before = try await service.answer("y25i01")

        publication.put(instant("2026-02-19T08:00:00"))
        let after = try await service.answer("y25i01")

        #expect(before == ["DK 2026M07 1"])
        #expect(after == ["DK 2026M07 2"])
    }

    @Test func `a probe reads the store, so what was just published is known`() async throws {
        let publication = try await Self.published(1)
        let service = publication.service()
        _ = try await service.edition(.latest)
        try await publication.publish(try Self.figures(2), at: Self.hour(of: 2))

        let probed = try await service.probe()?.sequence
        let latest = try await service.edition(.latest).snapshot.sequence

        #expect(probed == 2)
        #expect(latest == 2)
    }

    @Test func `a withdrawal is known after the next reading, also by an open edition`()
        async throws
    {
        let publication = try await Self.published(2)
        let service = publication.service()
        let open = try await service.edition(.sequence(2))
        let withdrawal = Withdrawal(
            at: instant("2026-03-01T09:00"),
            reason: "Fejl i tallene",
            successor: nil
        )
        try await publication.store.withdraw(2, withdrawal)
        _ = try await service.probe()

        let again = try await service.edition(.sequence(2))
        let latest = try await service.edition(.latest)

        #expect(open.snapshot.withdrawal == nil)
        #expect(again.snapshot.withdrawal == withdrawal)
        #expect(again.catalogue == open.catalogue)
        #expect(latest.snapshot.sequence == 1)
    }

    @Test func `a failure is told, and the next reading mends it`() async throws {
        let publication = try await Self.published(1)
        let reader = FaultyReader(publication.store)
        let service = publication.service(reader: reader)
        await reader.fail(.snapshots, with: .unavailable(cause: "the disk is gone"))

        let probed = await outcome { try await service.probe() }
        let asked = await outcome { try await service.edition(.latest) }
        await reader.fail(.snapshots, with: nil)
        let mended = try await service.answer("y25i01")

        #expect(probed == "unavailable")
        #expect(asked == "unavailable")
        #expect(mended == ["DK 2026M07 1"])
    }

    private static func published(_ count: Int) async throws -> Publication {
        let publication = Publication()
        for number in 1...count {
            try await publication.publish(try figures(number), at: hour(of: number))
        }
        return publication
    }

    private static func figures(_ number: Int) throws -> Figures {
        try Figures("y25i01 fulltimePersons DK TOT 2026M07 \(number)")
    }

    private static func hour(of number: Int) -> String { "2026-0\(number)-19T08:00" }
}
