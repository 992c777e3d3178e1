/// One release of the whole database: immutable, numbered, readable for ever.
public struct Snapshot: Sendable, Codable, Equatable {
    /// Where a snapshot is on its way to the public.
    public enum State: String, Sendable, Codable, CaseIterable {
        /// Being put together; nobody sees it.
        case draft
        /// Checked, not yet given an hour.
        case validated
        /// Public from `releaseAt` on; before it, as if it did not exist.
        case scheduled
        /// Taken back with a reason; still readable.
        case withdrawn
    }

    /// The id: its release date, `2026-11-19`, or `2026-11-19.2` for a second one that day.
    public let id: SnapshotID
    /// Its place in the order of releases, from 1, without gaps.
    public let sequence: Int
    /// Where it is on its way.
    public let state: State
    /// When it becomes, or became, public.
    public let releaseAt: Instant
    /// When it was written to this database.
    public let recordedAt: Instant
    /// The newest month that its figures know.
    public let dataMonth: Period
    /// The hash of its manifest, and so of everything in it.
    public let root: ContentHash
    /// The hash over all releases up to and with this one.
    public let chain: ContentHash
    /// What was delivered, and how much it changed.
    public let origin: SnapshotOrigin
    /// Remarks that belong to every answer from it.
    public let notes: [BilingualText]
    /// Why it was taken back; `nil` unless `state` is `.withdrawn`.
    public let withdrawal: Withdrawal?

    /// Makes a snapshot's record.
    public init(
        id: SnapshotID,
        sequence: Int,
        state: State,
        releaseAt: Instant,
        recordedAt: Instant,
        dataMonth: Period,
        root: ContentHash,
        chain: ContentHash,
        origin: SnapshotOrigin,
        notes: [BilingualText],
        withdrawal: Withdrawal? = nil
    ) {
        self.id = id
        self.sequence = sequence
        self.state = state
        self.releaseAt = releaseAt
        self.recordedAt = recordedAt
        self.dataMonth = dataMonth
        self.root = root
        self.chain = chain
        self.origin = origin
        self.notes = notes
        self.withdrawal = withdrawal
    }

    /// Whether it was loaded after the day it says it was released.
    public var isBackfilled: Bool { recordedAt > releaseAt }

    /// Returns whether the public may read it at an instant.
    public func isPublic(at now: Instant) -> Bool {
        (state == .scheduled || state == .withdrawn) && releaseAt <= now
    }

    /// Returns whether it can be the newest at an instant: public, and not yet withdrawn then.
    public func isCurrent(at now: Instant) -> Bool {
        isPublic(at: now) && (withdrawal.map { $0.at > now } ?? true)
    }
}

/// What a snapshot was made from, and how it differs from the one before.
public struct SnapshotOrigin: Sendable, Codable, Equatable {
    /// Which source delivered: `jobindsats-api`.
    public let source: String
    /// Who sent it.
    public let sender: String
    /// Why it was sent, such as `routine` or `lateRegistration`.
    public let reason: String
    /// When the registers were read; `nil` when the sender doesn't say.
    public let cutAt: Instant?
    /// The fingerprint of the delivery, by which a second one is known to be the same.
    public let delivery: ContentHash
    /// The indicators of which a cell changed.
    public let changedIndicators: [Code<Indicator>]
    /// How many cells of the counted cubes changed.
    public let changes: ChangeCounts

    /// Makes an origin.
    public init(
        source: String,
        sender: String,
        reason: String,
        cutAt: Instant?,
        delivery: ContentHash,
        changedIndicators: [Code<Indicator>],
        changes: ChangeCounts
    ) {
        self.source = source
        self.sender = sender
        self.reason = reason
        self.cutAt = cutAt
        self.delivery = delivery
        self.changedIndicators = changedIndicators
        self.changes = changes
    }
}

/// How many cells differ between two snapshots.
public struct ChangeCounts: Sendable, Codable, Equatable {
    /// Cells that were not there before.
    public var added: Int
    /// Cells with another value.
    public var revised: Int
    /// Cells that are gone.
    public var removed: Int
    /// Cells that were withheld or shown, or whose status changed otherwise.
    public var status: Int

    /// Makes counts, zero unless said.
    public init(added: Int = 0, revised: Int = 0, removed: Int = 0, status: Int = 0) {
        self.added = added
        self.revised = revised
        self.removed = removed
        self.status = status
    }

    /// Counts the change of one cell; equal cells count as nothing.
    public mutating func count(from previous: Cell, to current: Cell) {
        guard previous != current else { return }
        if previous.status == .absent {
            added += 1
        } else if current.status == .absent {
            removed += 1
        } else if previous.status != current.status {
            status += 1
        } else {
            revised += 1
        }
    }
}

/// That a snapshot was taken back.
public struct Withdrawal: Sendable, Codable, Equatable {
    /// When.
    public let at: Instant
    /// Why, for readers.
    public let reason: String
    /// The snapshot to use instead; `nil` when a later one simply follows.
    public let successor: SnapshotID?

    /// Makes a withdrawal.
    public init(at: Instant, reason: String, successor: SnapshotID?) {
        self.at = at
        self.reason = reason
        self.successor = successor
    }
}
