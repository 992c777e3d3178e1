public import CubeCoding
internal import Foundation
internal import GRDB
public import SnapshotStore
public import StatisticsModel
internal import Synchronization

/// Writes snapshots to a database file, and reads them.
///
/// There is one writer for a file at a time, in any process: it holds a lock on `<file>.lock`. What
/// `stage` has returned from is on the disk and seen by every reader.
public final class SQLiteSnapshotWriter: SnapshotWriter {
    /// The database file, links resolved, so that its lock is found by any name.
    public let path: String

    // Held until the connections are closed.
    private let lock: Mutex<WriterLock?>
    private let connection: WriterConnection
    private let reader: SQLiteSnapshotReader

    /// Opens a database for writing; makes it when there is none.
    ///
    /// - Parameter path: The database file; its folder must exist.
    /// - Throws: `StoreError.locked` when there is another writer, `.unsupportedFormat` when the
    ///   file is something else, `.unavailable` when it can't be opened.
    public convenience init(path: String) throws(StoreError) {
        try self.init(path: path, pageLimit: nil)
    }

    /// Opens a database that may only grow to a number of pages.
    init(path: String, pageLimit: Int?) throws(StoreError) {
        let path = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
        self.path = path
        lock = Mutex(try WriterLock(path: path + ".lock"))
        connection = try WriterConnection(path: path, pageLimit: pageLimit)
        reader = try SQLiteSnapshotReader(path: path)
    }

    deinit {
        close()
    }

    /// Closes all connections and lets another writer in; later calls fail.
    public func close() {
        reader.close()
        connection.close()
        lock.withLock { $0 = nil }
    }

    /// Returns all snapshots, by sequence.
    ///
    /// - Throws: `StoreError` when the file can't be read.
    public func snapshots() async throws(StoreError) -> [Snapshot] {
        try await reader.snapshots()
    }

    /// Returns documents by their hash.
    ///
    /// - Parameter hashes: The hashes of the wanted documents.
    /// - Returns: The bytes of each, verified against its hash.
    /// - Throws: `StoreError.missingDocument`, `.corruptDocument`.
    public func documents(
        _ hashes: [ContentHash]
    ) async throws(StoreError) -> [ContentHash: [UInt8]] {
        try await reader.documents(hashes)
    }

    /// Returns the version of every chunk of a plane as of a snapshot, by block and span.
    ///
    /// - Parameters:
    ///   - plane: The plane.
    ///   - sequence: The snapshot.
    /// - Returns: For each chunk the newest version at or before `sequence`; empty ones included.
    /// - Throws: `StoreError` when the file can't be read.
    public func versions(
        of plane: PlaneKey,
        at sequence: Int
    ) async throws(StoreError) -> [ChunkVersion] {
        try await reader.versions(of: plane, at: sequence)
    }

    /// Returns the stored bytes of chunks as of a snapshot, undecoded and unverified.
    ///
    /// - Parameters:
    ///   - keys: Which chunks.
    ///   - sequence: The snapshot.
    /// - Returns: A chain for each key that has a version at or before `sequence`.
    /// - Throws: `StoreError.brokenChain` when a chain lacks its keyframe or a patch.
    public func chains(
        _ keys: [ChunkKey],
        at sequence: Int
    ) async throws(StoreError) -> [ChunkKey: ChunkChain] {
        try await reader.chains(keys, at: sequence)
    }

    /// Returns all versions of one chunk up to and with a snapshot, oldest first.
    ///
    /// - Parameters:
    ///   - key: The chunk.
    ///   - sequence: The snapshot.
    /// - Returns: The versions; none when the chunk never had a cell.
    /// - Throws: `StoreError` when the file can't be read.
    public func history(
        of key: ChunkKey,
        through sequence: Int
    ) async throws(StoreError) -> [ChunkVersion] {
        try await reader.history(of: key, through: sequence)
    }

    /// Returns the chunks with a version after one snapshot and up to and with another, in order.
    ///
    /// - Parameters:
    ///   - first: The snapshot before the first that counts.
    ///   - last: The last snapshot that counts.
    /// - Returns: The chunks, each once.
    /// - Throws: `StoreError` when the file can't be read.
    public func changes(
        after first: Int,
        through last: Int
    ) async throws(StoreError) -> [ChunkKey] {
        try await reader.changes(after: first, through: last)
    }

    /// Adds a snapshot, whole or not at all, in one transaction.
    ///
    /// - Parameter draft: The next snapshot.
    /// - Throws: `StoreError.headMoved`, `.duplicateSnapshot`, `.full`; after `.commitUnknown` the
    ///   writer takes nothing more, and the file must be opened anew to see what happened.
    public func stage(_ draft: SnapshotDraft) async throws(StoreError) {
        try await connection.transaction { database in
            let head = try SnapshotTable.head.first(in: database) ?? 0
            guard head == draft.expectedHead else {
                throw StoreError.headMoved(expected: draft.expectedHead, actual: head)
            }
            let id = draft.snapshot.id
            guard try SnapshotTable.sequence(of: id).first(in: database) == nil else {
                throw StoreError.duplicateSnapshot(id)
            }
            try Self.insert(draft, into: database)
        }
    }

    /// Moves a snapshot that is not withdrawn to another state.
    ///
    /// - Parameters:
    ///   - sequence: Which snapshot.
    ///   - state: The new state; a withdrawal needs a reason, for which there is `withdraw`.
    /// - Throws: `StoreError.unknownSnapshot` when there is none that is not withdrawn.
    public func transition(
        _ sequence: Int,
        to state: Snapshot.State
    ) async throws(StoreError) {
        precondition(state != .withdrawn, "a withdrawal needs a reason")
        try await connection.transaction { database in
            let count = try SnapshotTable.transition(sequence, to: state).run(in: database)
            guard count == 1 else { throw StoreError.unknownSnapshot(sequence: sequence) }
        }
    }

    /// Takes a public snapshot back; it stays readable.
    ///
    /// - Parameters:
    ///   - sequence: Which snapshot.
    ///   - withdrawal: When and why.
    /// - Throws: `StoreError.unknownSnapshot` when there is none that is not withdrawn.
    public func withdraw(
        _ sequence: Int,
        _ withdrawal: Withdrawal
    ) async throws(StoreError) {
        try await connection.transaction { database in
            let count = try SnapshotTable.withdraw(sequence, withdrawal).run(in: database)
            guard count == 1 else { throw StoreError.unknownSnapshot(sequence: sequence) }
        }
    }

    private static func insert(_ draft: SnapshotDraft, into database: Database) throws {
        let sequence = draft.snapshot.sequence
        precondition(
            sequence == draft.expectedHead + 1
                && draft.chunks.allSatisfy { $0.version.sequence == sequence },
            "a draft and its chunks must bear the sequence after its head"
        )
        try SnapshotTable.insert(draft.snapshot).run(in: database)
        for (hash, bytes) in draft.documents.sorted(by: { $0.key < $1.key }) {
            try DocumentTable.insert(bytes, hash: hash).run(in: database)
        }
        // Plane by plane, so that the chains of neighbours lie near each other.
        let byPlane = Dictionary(grouping: draft.chunks, by: \.version.key.plane)
        for (plane, chunks) in byPlane.sorted(by: { $0.key < $1.key }) {
            let number = try number(of: plane, in: database)
            let ordered = chunks.sorted {
                ($0.version.key.block, $0.version.key.span)
                    < ($1.version.key.block, $1.version.key.span)
            }
            for chunk in ordered {
                try ChunkTable.insert(chunk.blob).run(in: database)
                let blob = database.lastInsertedRowID
                try ChunkTable.insert(chunk.version, plane: number, blob: blob).run(in: database)
            }
        }
    }

    private static func number(of plane: PlaneKey, in database: Database) throws -> Int {
        if let number = try PlaneTable.number(of: plane).first(in: database) { return number }
        try PlaneTable.insert(plane).run(in: database)
        return Int(database.lastInsertedRowID)
    }
}
