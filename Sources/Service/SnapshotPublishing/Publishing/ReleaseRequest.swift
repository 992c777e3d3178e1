public import StatisticsModel

/// When a delivery is to become public, and under which id.
public struct ReleaseRequest: Sendable, Equatable {
    /// When it becomes public; an instant that has passed makes a backfilled snapshot.
    public let releaseAt: Instant
    /// The id; `nil` for the release's Danish date, with a number when the day has others.
    public let id: SnapshotID?

    /// Makes a request.
    public init(releaseAt: Instant, id: SnapshotID? = nil) {
        self.releaseAt = releaseAt
        self.id = id
    }

    /// Returns the id that the snapshot gets.
    ///
    /// - Parameter snapshots: All snapshots there are, by sequence.
    /// - Returns: The id asked for, or the next one of the release's Danish date.
    /// - Throws: `PublishingError` when the release isn't later than the newest one, or the id is
    ///   taken, of another day or not after the newest one's.
    func id(after snapshots: [Snapshot]) throws(PublishingError) -> SnapshotID {
        let day = CopenhagenTime.date(at: releaseAt)
        if let head = snapshots.last, releaseAt <= head.releaseAt {
            throw .releaseNotLater(asked: releaseAt, newest: head.id, releaseAt: head.releaseAt)
        }
        guard let id else {
            let numbers = snapshots.filter { $0.id.date == day }.map(\.id.number)
            return SnapshotID(date: day, number: (numbers.max() ?? 0) + 1)
        }
        guard !snapshots.contains(where: { $0.id == id }) else { throw .idTaken(id) }
        guard id.date == day else { throw .idOfAnotherDay(id, day: day) }
        if let head = snapshots.last, id <= head.id { throw .idOutOfOrder(id, newest: head.id) }
        return id
    }
}
