import PublicationFixtures
import SnapshotPublishing
import StatisticsFixtures
import StatisticsModel

extension Publication {
    /// Publishes figures, an hour ahead unless said; they are all there is afterwards.
    ///
    /// - Parameters:
    ///   - figures: The figures.
    ///   - releaseAt: When they become public, as `2026-08-18T08:00` in Danish time.
    ///   - recordedAt: When they were written, if not an hour before.
    ///   - catalogue: The catalogue that is frozen with them.
    /// - Throws: What publishing throws.
    func publish(
        _ figures: Figures,
        at releaseAt: String = "2026-08-19T08:00",
        recordedAt: String? = nil,
        under catalogue: Catalogue = .small()
    ) async throws {
        let release = instant(releaseAt)
        _ = try await SnapshotPublisher(store: store)
            .publish(
                try figures.delivered(under: catalogue),
                request: ReleaseRequest(releaseAt: release),
                now: recordedAt.map(instant) ?? release.adding(seconds: -3_600)
            )
    }

    /// A store with one release.
    static func single(
        _ figures: Figures,
        under catalogue: Catalogue = .small()
    ) async throws -> Publication {
        let publication = Publication()
        try await publication.publish(figures, under: catalogue)
        return publication
    }
}
