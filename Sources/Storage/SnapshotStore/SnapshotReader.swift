public import CubeCoding
public import StatisticsModel

/// Reads committed snapshots: their records, documents and undecoded chunks.
///
/// A reader tells everything that is committed, embargoed or not; what the public may see is
/// decided above it, once. Everything below a sequence number is append-only, so each call stands
/// for itself and no transaction is held open between calls. Every back end keeps the promises of
/// the `StoreContract` test kit.
public protocol SnapshotReader: Sendable {
    /// Returns all snapshots, by sequence.
    ///
    /// - Throws: `StoreError` when the back end can't be read.
    func snapshots() async throws(StoreError) -> [Snapshot]

    /// Returns documents by their hash: manifests, layouts, parts of the frozen catalogue.
    ///
    /// - Returns: The bytes of each, verified against its hash.
    /// - Throws: `StoreError.missingDocument` when one is not there, `.corruptDocument` when its
    ///   bytes don't have its hash.
    func documents(
        _ hashes: [ContentHash]
    ) async throws(StoreError) -> [ContentHash: [UInt8]]

    /// Returns the version of every chunk of a plane as of a snapshot, by block and span.
    ///
    /// - Returns: For each chunk the newest version at or before `sequence`; empty ones included.
    func versions(
        of plane: PlaneKey,
        at sequence: Int
    ) async throws(StoreError) -> [ChunkVersion]

    /// Returns the stored bytes of chunks as of a snapshot, undecoded and unverified.
    ///
    /// - Returns: A chain for each key that has a version at or before `sequence`.
    func chains(
        _ keys: [ChunkKey],
        at sequence: Int
    ) async throws(StoreError) -> [ChunkKey: ChunkChain]

    /// Returns all versions of one chunk up to and with a snapshot, oldest first.
    func history(
        of key: ChunkKey,
        through sequence: Int
    ) async throws(StoreError) -> [ChunkVersion]

    /// Returns the chunks with a version after one snapshot and up to and with another, in order.
    func changes(
        after first: Int,
        through last: Int
    ) async throws(StoreError) -> [ChunkKey]
}

/// Writes snapshots; there is at most one writer for a database.
public protocol SnapshotWriter: SnapshotReader {
    /// Adds a snapshot, whole or not at all.
    ///
    /// - Parameter draft: The next snapshot; its `expectedHead` is the newest sequence there is.
    /// - Throws: `StoreError.headMoved` when another snapshot was added meanwhile, `.full` when
    ///   there is no room, `.commitUnknown` when it can't be known whether it was added.
    func stage(_ draft: SnapshotDraft) async throws(StoreError)

    /// Moves a snapshot that is not withdrawn to another state.
    ///
    /// - Throws: `StoreError.unknownSnapshot` when there is none of that sequence.
    func transition(_ sequence: Int, to state: Snapshot.State) async throws(StoreError)

    /// Takes a public snapshot back; it stays readable.
    ///
    /// - Throws: `StoreError.unknownSnapshot` when there is none of that sequence.
    func withdraw(_ sequence: Int, _ withdrawal: Withdrawal) async throws(StoreError)
}
