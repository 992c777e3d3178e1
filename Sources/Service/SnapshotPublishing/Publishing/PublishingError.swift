public import SnapshotStore
public import StatisticsModel

/// Why a delivery was not published.
public enum PublishingError: Error {
    /// Releases follow each other in time; the newest one is not before the instant asked for.
    case releaseNotLater(asked: Instant, newest: SnapshotID, releaseAt: Instant)
    /// There is already a snapshot of that id.
    case idTaken(SnapshotID)
    /// An id is the Danish date of its release, and this release is on another day.
    case idOfAnotherDay(SnapshotID, day: CivilDate)
    /// Ids follow each other; the newest one is not before the id asked for.
    case idOutOfOrder(SnapshotID, newest: SnapshotID)
    /// The newest snapshot was stored, but not checked and released: its publisher was stopped.
    case unfinished(SnapshotID)
    /// The catalogue gives a measure fewer decimals than figures that are already there.
    case fewerDecimals(Code<Indicator>, Code<Measure>)
    /// What the store gave back is not what it was given.
    case damaged([SnapshotDamage])
    /// The store can't be read or written.
    case store(StoreError)
}

extension PublishingError: CustomStringConvertible {
    /// What is wrong and what helps, in a sentence or two.
    public var description: String {
        switch self {
        case .releaseNotLater(let asked, let newest, let releaseAt):
            "the release at \(CopenhagenTime.text(at: asked)) is not later than that of \(newest) "
                + "at \(CopenhagenTime.text(at: releaseAt)); choose a later instant"
        case .idTaken(let id):
            "there is already a snapshot \(id); leave the id out to get the next one of the day"
        case .idOfAnotherDay(let id, let day):
            "the id \(id) is not of the release's Danish date \(day); leave it out"
        case .idOutOfOrder(let id, let newest):
            "the id \(id) does not follow \(newest); leave it out to get the next one"
        case .unfinished(let id):
            "the snapshot \(id) was stored, but not checked and released; publish its delivery "
                + "again to finish it first"
        case .fewerDecimals(let indicator, let measure):
            "\(indicator)/\(measure) has figures with more decimals than the catalogue now gives; "
                + "give the measure its decimals back, or another id"
        case .damaged(let damages):
            "the store is damaged; nothing was released: "
                + damages.prefix(10).map(\.description).joined(separator: "; ")
        case .store(let error):
            "the store can't be used: \(error)"
        }
    }
}
