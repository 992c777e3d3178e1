public import CubeCoding
public import StatisticsModel

/// Why a store could not do what it was asked.
///
/// A `cause` is for the log; it may name paths and statements and never reaches a client.
public enum StoreError: Error {
    /// The back end can't be reached, opened or read.
    case unavailable(cause: String)
    /// The file is no database of this format, or of a newer one.
    case unsupportedFormat(cause: String)
    /// Another process holds the writer's lock.
    case locked(cause: String)
    /// There is no room; nothing was changed.
    case full(cause: String)
    /// The commit failed in a way that leaves open whether it happened: stop and look again.
    case commitUnknown(cause: String)
    /// Another snapshot was added since the draft was made.
    case headMoved(expected: Int, actual: Int)
    /// There is already a snapshot of that id.
    case duplicateSnapshot(SnapshotID)
    /// There is no snapshot of that sequence.
    case unknownSnapshot(sequence: Int)
    /// A document is not there.
    case missingDocument(ContentHash)
    /// A document's bytes don't have its hash.
    case corruptDocument(ContentHash)
    /// A chunk's chain is broken: its keyframe or a patch is missing.
    case brokenChain(ChunkKey, sequence: Int)
}
