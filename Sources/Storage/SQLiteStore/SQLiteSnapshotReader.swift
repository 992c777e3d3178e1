public import CubeCoding
internal import GRDB
public import SnapshotStore
public import StatisticsModel

/// Reads snapshots from a database file that another process, or another object, may be writing.
///
/// Its connections are read-only and never checkpoint, so a reader changes no byte of the database.
/// The folder must be writable all the same, since readers share an index of the newest pages.
public struct SQLiteSnapshotReader: SnapshotReader {
    private let pool: DatabasePool
    private let planes = PlaneNumbers()

    /// Opens a database for reading.
    ///
    /// - Parameters:
    ///   - path: The database file.
    ///   - connections: How many statements may run at the same time.
    /// - Throws: `StoreError.unavailable` when the file can't be opened, `.unsupportedFormat` when
    ///   it is no database of this format.
    public init(path: String, connections: Int = 4) throws(StoreError) {
        var configuration = Configuration()
        configuration.readonly = true
        configuration.maximumReaderCount = connections
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA query_only = ON;
                    PRAGMA wal_autocheckpoint = 0;
                    PRAGMA cell_size_check = ON;
                    PRAGMA trusted_schema = OFF;
                    """
            )
        }
        do {
            pool = try DatabasePool(path: path, configuration: configuration)
            try pool.read { database in try DatabaseFormat.check(database) }
        } catch {
            throw StoreError(reading: error)
        }
    }

    /// Returns all snapshots, by sequence.
    ///
    /// - Throws: `StoreError` when the file can't be read.
    public func snapshots() async throws(StoreError) -> [Snapshot] {
        try await read { database in try SnapshotTable.all.all(in: database) }
    }

    /// Returns documents by their hash.
    ///
    /// - Parameter hashes: The hashes of the wanted documents.
    /// - Returns: The bytes of each, verified against its hash.
    /// - Throws: `StoreError.missingDocument`, `.corruptDocument`.
    public func documents(
        _ hashes: [ContentHash]
    ) async throws(StoreError) -> [ContentHash: [UInt8]] {
        let found = try await read { database in
            var found: [ContentHash: [UInt8]] = [:]
            for hash in hashes where found[hash] == nil {
                found[hash] = try DocumentTable.bytes(of: hash).first(in: database)
            }
            return found
        }
        for hash in hashes {
            guard let bytes = found[hash] else { throw .missingDocument(hash) }
            guard ContentHash(sha256: bytes) == hash else { throw .corruptDocument(hash) }
        }
        return found
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
        try await read { [planes] database in
            guard let number = try planes.number(of: plane, in: database) else { return [] }
            return try ChunkTable.versions(of: plane, numbered: number, at: sequence)
                .all(in: database)
        }
    }

    /// Returns the stored bytes of chunks as of a snapshot, undecoded and unverified.
    ///
    /// - Parameters:
    ///   - keys: Which chunks; all are read by one statement.
    ///   - sequence: The snapshot.
    /// - Returns: A chain for each key that has a version at or before `sequence`.
    /// - Throws: `StoreError.brokenChain` when a chain lacks its keyframe or a patch.
    public func chains(
        _ keys: [ChunkKey],
        at sequence: Int
    ) async throws(StoreError) -> [ChunkKey: ChunkChain] {
        let wanted = Array(Set(keys))
        let links = try await read { [planes] database in
            let numbered = try wanted.compactMap { key in
                try planes.number(of: key.plane, in: database).map { (key: key, plane: $0) }
            }
            return try ChunkTable.chains(of: numbered, at: sequence).all(in: database)
        }
        var chains: [ChunkKey: ChunkChain] = [:]
        for links in Dictionary(grouping: links, by: \.index).values {
            let key = links[0].version.key
            chains[key] = try Self.chain(
                of: links.sorted { $0.version.sequence < $1.version.sequence },
                key: key
            )
        }
        return chains
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
        try await read { [planes] database in
            guard let number = try planes.number(of: key.plane, in: database) else { return [] }
            return try ChunkTable.history(of: key, plane: number, through: sequence)
                .all(in: database)
        }
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
        try await read { [planes] database in
            let places = try ChunkTable.changes(after: first, through: last).all(in: database)
            let byPlane = Dictionary(grouping: places, by: \.plane)
            let named = try byPlane.map { number, places in
                (plane: try planes.plane(numbered: number, in: database), places: places)
            }
            return named.sorted { $0.plane < $1.plane }
                .flatMap { plane, places in
                    places.sorted { ($0.block, $0.span) < ($1.block, $1.span) }
                        .map { ChunkKey(plane: plane, block: $0.block, span: $0.span) }
                }
        }
    }

    /// Closes the connections; later reads fail.
    func close() {
        // Readers hold nothing that a failure to close could lose.
        try? pool.close()
    }

    private static func chain(
        of links: [ChunkTable.Link],
        key: ChunkKey
    ) throws(StoreError) -> ChunkChain? {
        guard let newest = links.last?.version else { return nil }
        let blobs = links.compactMap(\.blob)
        guard links.map(\.version.depth) == Array(links.indices), blobs.count == links.count else {
            throw .brokenChain(key, sequence: newest.sequence)
        }
        return ChunkChain(version: newest, keyframe: blobs[0], patches: Array(blobs.dropFirst()))
    }

    private func read<Value: Sendable>(
        _ body: @Sendable (Database) throws -> Value
    ) async throws(StoreError) -> Value {
        do {
            return try await pool.read(body)
        } catch {
            throw StoreError(reading: error)
        }
    }
}
