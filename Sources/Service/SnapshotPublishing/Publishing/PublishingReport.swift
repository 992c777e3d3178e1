public import StatisticsModel

/// What came of publishing a delivery.
public enum PublishingReport: Sendable, Equatable {
    /// A snapshot was stored, read back, found right and given its hour.
    case published(PublishedSnapshot)
    /// The snapshot had been stored by a publisher that was stopped; now it was read back, found
    /// right and given its hour.
    case finished(Snapshot)
    /// The same delivery had been published before; nothing was done.
    case alreadyPublished(Snapshot)

    /// The snapshot that has the delivery's figures.
    public var snapshot: Snapshot {
        switch self {
        case .published(let published): published.snapshot
        case .finished(let snapshot), .alreadyPublished(let snapshot): snapshot
        }
    }
}

/// A snapshot that was just stored, and what that took.
public struct PublishedSnapshot: Sendable, Equatable {
    /// The snapshot's record.
    public let snapshot: Snapshot
    /// How many cells were delivered; each counts once, whatever cubes hold it.
    public let deliveredCells: Int
    /// How many cells the snapshot has in all its planes.
    public let cells: Int
    /// How many planes it has.
    public let planes: Int
    /// How many chunks got new content.
    public let chunksWritten: Int
    /// How many bytes these take in the store.
    public let bytesWritten: Int
    /// What the operator should know.
    public let warnings: [PublishingWarning]
}

/// Something that was right to do, but that the operator should know.
public enum PublishingWarning: Sendable, Equatable, CustomStringConvertible {
    /// The catalogue has no place any more for cells of a measure; older snapshots keep them.
    case cellsWithoutPlace(Code<Indicator>, Code<Measure>, cells: Int)

    /// The warning in a sentence.
    public var description: String {
        switch self {
        case .cellsWithoutPlace(let indicator, let measure, let cells):
            "\(cells) cells of \(indicator)/\(measure) have no place in the catalogue any more"
        }
    }
}

/// How far publishing has come.
public enum PublishingProgress: Sendable, Equatable {
    /// A measure's figures are compared with the newest snapshot.
    case comparing(part: Int, of: Int)
    /// The snapshot is stored.
    case storing(chunks: Int, bytes: Int)
    /// What was stored is read back and compared with its hashes.
    case verifying
}
