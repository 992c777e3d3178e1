import SnapshotPublishing
import SnapshotStore
import StatisticsModel

/// A store and the publisher that writes it, with releases a day apart.
struct PublishingFixture {
    let store = FaultyStore()
    let catalogue: Catalogue

    init(_ catalogue: CatalogueFixture = CatalogueFixture()) throws {
        self.catalogue = try catalogue.catalogue()
    }

    /// 08:00 in Copenhagen on a day of April 2026.
    static func hour(onDay day: Int) -> Instant {
        Instant(secondsSinceEpoch: 1_775_023_200 + (day - 1) * 86_400)
    }

    /// Publishes at 08:00 on a day of April 2026, an hour ahead.
    @discardableResult
    func publish(
        _ delivery: DeliveryFixture,
        onDay day: Int,
        under other: Catalogue? = nil
    ) async throws -> PublishingReport {
        let releaseAt = Self.hour(onDay: day)
        return try await SnapshotPublisher(store: store)
            .publish(
                try delivery.read(other ?? catalogue),
                request: ReleaseRequest(releaseAt: releaseAt),
                now: releaseAt.adding(seconds: -3_600)
            )
    }

    /// The cells of the newest snapshot, by cube.
    func cells(at sequence: Int? = nil) async throws -> [String: [CellName: Cell]] {
        let snapshots = try await store.snapshots()
        return try await StoredCells.read(snapshots[(sequence ?? snapshots.count) - 1], from: store)
    }

    /// A cell of one cube of the newest snapshot; absent when there is none.
    func cell(
        _ cube: String,
        _ period: String,
        _ members: Set<String>,
        measure: String = "persons",
        at sequence: Int? = nil
    ) async throws -> Cell {
        let name = CellName(
            indicator: String(cube.prefix { $0 != "/" }),
            measure: measure,
            period: period,
            members: members
        )
        return try await cells(at: sequence)[cube]?[name] ?? .absent
    }
}

extension PublishingReport {
    /// What was just published; `nil` when nothing was.
    var published: PublishedSnapshot? {
        guard case .published(let snapshot) = self else { return nil }
        return snapshot
    }
}
