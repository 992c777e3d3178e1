import CubeCoding
import MemoryStore
import SnapshotStore
import StatisticsModel

/// A store that fails, or whose bytes have turned over, as a test wants it to.
actor UnreliableStore: SnapshotWriter {
    private let intact = MemorySnapshotStore()
    private var failure: StoreError?
    private var isDamaged = false

    /// Fails at every reading call; `nil` ends that.
    func fail(_ error: StoreError?) { failure = error }

    /// Turns a bit over in every chunk that is read.
    func damage() { isDamaged = true }

    func snapshots() async throws(StoreError) -> [Snapshot] {
        if let failure { throw failure }
        return try await intact.snapshots()
    }

    func documents(_ hashes: [ContentHash]) async throws(StoreError) -> [ContentHash: [UInt8]] {
        if let failure { throw failure }
        return try await intact.documents(hashes)
    }

    func versions(of plane: PlaneKey, at sequence: Int) async throws(StoreError) -> [ChunkVersion] {
        if let failure { throw failure }
        return try await intact.versions(of: plane, at: sequence)
    }

    func chains(
        _ keys: [ChunkKey],
        at sequence: Int
    ) async throws(StoreError) -> [ChunkKey: ChunkChain] {
        if let failure { throw failure }
        let chains = try await intact.chains(keys, at: sequence)
        return isDamaged ? chains.mapValues(\.damaged) : chains
    }

    func history(of key: ChunkKey, through last: Int) async throws(StoreError) -> [ChunkVersion] {
        try await intact.history(of: key, through: last)
    }

    func changes(after first: Int, through last: Int) async throws(StoreError) -> [ChunkKey] {
        try await intact.changes(after: first, through: last)
    }

    func stage(_ draft: SnapshotDraft) async throws(StoreError) { try await intact.stage(draft) }

    func transition(_ sequence: Int, to state: Snapshot.State) async throws(StoreError) {
        try await intact.transition(sequence, to: state)
    }

    func withdraw(_ sequence: Int, _ withdrawal: Withdrawal) async throws(StoreError) {
        try await intact.withdraw(sequence, withdrawal)
    }
}

extension ChunkChain {
    fileprivate var damaged: ChunkChain {
        var bytes = keyframe.bytes
        bytes[bytes.count / 2] ^= 0x10
        let blob = StoredBlob(
            bytes: bytes,
            checksum: keyframe.checksum,
            sequence: keyframe.sequence
        )
        return ChunkChain(version: version, keyframe: blob, patches: patches)
    }
}
