import MemoryStore
import PublicationFixtures
import StatisticsModel
import Testing

@testable import StatisticsService

@Suite struct EditionChoiceTests {
    @Test(
        arguments: [
            (SnapshotSelector.latest, "2026-11-19"),
            (.id(SnapshotID(date: day("2026-10-19"))), "2026-10-19"),
            (.sequence(1), "2026-10-19"),
            (.asOfDay(day("2026-10-19")), "2026-10-19"),
            (.asOfDay(day("2026-11-18")), "2026-10-19"),
            (.asOfDay(day("2026-11-25")), "2026-11-19"),
            (.asOf(instant("2026-11-19T07:59")), "2026-10-19"),
            (.asOf(instant("2026-11-19T08:00")), "2026-11-19"),
        ]
    )
    func `a selector chooses one snapshot`(selector: SnapshotSelector, id: String) async throws {
        let service = try await Publication.threeReleases().service()

        let edition = try await service.edition(selector)

        #expect(edition.snapshot.id.description == id)
    }

    @Test func `an embargoed snapshot answers as one that never was`() async throws {
        let publication = try await Publication.threeReleases()
        let service = publication.service()
        let embargoed = SnapshotSelector.id(SnapshotID(date: day("2026-12-17")))

        await #expect(throws: ServiceError.self) { try await service.edition(embargoed) }
        await #expect(throws: ServiceError.self) { try await service.edition(.sequence(3)) }
        let listed = try await service.snapshots()

        #expect(listed.map(\.sequence) == [1, 2])
    }

    @Test func `a release becomes public when the clock passes it, without a write`() async throws {
        let publication = try await Publication.threeReleases()
        let service = publication.service()
        publication.put(instant("2026-12-17T07:59"))
        let before = try await service.edition(.latest)

        publication.put(instant("2026-12-17T08:00"))
        let after = try await service.edition(.latest)

        #expect(before.snapshot.sequence == 2)
        #expect(after.snapshot.sequence == 3)
    }

    @Test func `the future and the time before the first release are told apart`() async throws {
        let service = try await Publication.threeReleases().service()

        let future = await failure { try await service.edition(.asOfDay(day("2026-11-26"))) }
        let past = await failure { try await service.edition(.asOfDay(day("2026-10-18"))) }

        guard case .futureInstant = future else {
            Issue.record("tomorrow gives \(String(describing: future))")
            return
        }
        guard case .beforeFirstSnapshot(let first) = past else {
            Issue.record("the day before the first release gives \(String(describing: past))")
            return
        }
        #expect(first.sequence == 1)
    }

    @Test func `a withdrawn snapshot stays readable and is never the newest`() async throws {
        let publication = try await Publication.threeReleases()
        let withdrawal = Withdrawal(
            at: instant("2026-11-20T10:00"),
            reason: "Fejl i tallene",
            successor: nil
        )
        try await publication.store.withdraw(2, withdrawal)
        let service = publication.service()

        let latest = try await service.edition(.latest)
        let itself = try await service.edition(.sequence(2))
        let asOf = try await service.edition(.asOf(instant("2026-11-20T09:00")))

        #expect(latest.snapshot.sequence == 1)
        #expect(itself.snapshot.withdrawal == withdrawal)
        #expect(asOf.snapshot.sequence == 2)
    }

    @Test func `an empty store says that nothing is published`() async throws {
        let service = Publication().service()

        let error = await failure { try await service.edition(.latest) }

        guard case .nothingPublished = error else {
            Issue.record("an empty store gives \(String(describing: error))")
            return
        }
    }

    private func failure(_ work: () async throws -> Edition) async -> ServiceError? {
        do {
            _ = try await work()
            return nil
        } catch {
            return error as? ServiceError
        }
    }
}

/// Reads a day; one that does not exist is a mistake of the test.
func day(_ text: String) -> CivilDate {
    guard let day = CivilDate(parsing: text) else { preconditionFailure("\(text) is no day") }
    return day
}
