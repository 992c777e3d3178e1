import CubeCoding
import MemoryStore
import SnapshotStore
import StatisticsModel

/// Reads a store in memory as it would be with a failing disk under it.
actor FaultyReader: SnapshotReader {
    /// What a store is asked for when a question is answered.
    enum Call: CaseIterable {
        case snapshots
        case documents
        case versions
        case chains
    }

    private let store: MemorySnapshotStore
    private var failures: [Call: StoreError] = [:]
    private var alterChain: @Sendable (ChunkChain) -> ChunkChain? = { $0 }
    private var alterDocument: @Sendable (String) -> String = { $0 }
    private var hiddenSnapshots = 0
    /// The documents that were asked for, in order.
    private(set) var askedDocuments: [ContentHash] = []
    /// The chunks that were asked for, in order.
    private(set) var askedChunks: [ChunkKey] = []

    init(_ store: MemorySnapshotStore) {
        self.store = store
    }

    func fail(_ call: Call, with error: StoreError?) { failures[call] = error }

    /// Changes the chains that are read; `nil` is one that is gone.
    func alterChains(_ change: @escaping @Sendable (ChunkChain) -> ChunkChain?) {
        alterChain = change
    }

    func alterDocuments(_ change: @escaping @Sendable (String) -> String) {
        alterDocument = change
    }

    /// Leaves out the newest snapshots.
    func hide(newest count: Int) { hiddenSnapshots = count }

    func snapshots() async throws(StoreError) -> [Snapshot] {
        if let error = failures[.snapshots] { throw error }
        return try await store.snapshots().dropLast(hiddenSnapshots)
    }

    func documents(_ hashes: [ContentHash]) async throws(StoreError) -> [ContentHash: [UInt8]] {
        if let error = failures[.documents] { throw error }
        askedDocuments += hashes
        return try await store.documents(hashes)
            .mapValues { Array(alterDocument(String(decoding: $0, as: UTF8.self)).utf8) }
    }

    func versions(of plane: PlaneKey, at sequence: Int) async throws(StoreError) -> [ChunkVersion] {
        if let error = failures[.versions] { throw error }
        return try await store.versions(of: plane, at: sequence)
    }

    func chains(
        _ keys: [ChunkKey],
        at sequence: Int
    ) async throws(StoreError) -> [ChunkKey: ChunkChain] {
        if let error = failures[.chains] { throw error }
        askedChunks += keys
        return try await store.chains(keys, at: sequence).compactMapValues(alterChain)
    }

    func history(of key: ChunkKey, through last: Int) async throws(StoreError) -> [ChunkVersion] {
        try await store.history(of: key, through: last)
    }

    func changes(after first: Int, through last: Int) async throws(StoreError) -> [ChunkKey] {
        try await store.changes(after: first, through: last)
    }
}

extension ChunkChain {
    /// How many bytes there are, in the keyframe and the patches.
    var byteCount: Int { ([keyframe] + patches).reduce(0) { $0 + $1.bytes.count } }

    /// Returns the chain with one bit turned over.
    func flipping(bit: Int, ofByte place: Int) -> ChunkChain {
        var rest = place
        let blobs = ([keyframe] + patches)
            .map { blob in
                var bytes = blob.bytes
                if bytes.indices.contains(rest) { bytes[rest] ^= 1 << UInt8(bit) }
                rest -= bytes.count
                return StoredBlob(bytes: bytes, checksum: blob.checksum, sequence: blob.sequence)
            }
        return ChunkChain(version: version, keyframe: blobs[0], patches: Array(blobs.dropFirst()))
    }

    /// Returns a chain without cells that is flawless but for its content's hash.
    func emptied(rows: Int) -> ChunkChain {
        let columns = version.key.plane.periodType.columnsPerSpan
        let bytes = ChunkCodec.keyframe(of: Chunk(rows: rows, columns: columns))
        let sequence = version.sequence
        let blob = StoredBlob(
            bytes: bytes,
            checksum: ChunkChecksum.crc32c(of: bytes, key: version.key, sequence: sequence),
            sequence: sequence
        )
        let keyframe = ChunkVersion(
            key: version.key,
            sequence: sequence,
            hash: version.hash,
            cellCount: version.cellCount,
            columns: version.columns,
            depth: 0
        )
        return ChunkChain(version: keyframe, keyframe: blob, patches: [])
    }
}
