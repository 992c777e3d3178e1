import CubeCoding
import MemoryStore
import SnapshotStore
import StatisticsModel

/// A store that forgets, changes and fails as a test wants it to.
actor FaultyStore: SnapshotWriter {
    /// What goes wrong at each call that writes.
    enum Fault {
        case stageUnknownButDone
        case stageUnknownAndNotDone
        case transitionFails
    }

    /// A bit of stored bytes that has turned over.
    struct Flip {
        let key: ChunkKey
        /// The snapshot that wrote the bytes.
        let sequence: Int
        let index: Int
    }

    /// What the store was given.
    let intact = MemorySnapshotStore()
    /// All chunks that were ever stored, in the order of their keys.
    private(set) var keys: [ChunkKey] = []
    private var fault: Fault?
    private var flip: Flip?
    private var forgotten: [ChunkKey: Int] = [:]
    private var brokenChain: ChunkKey?
    private var changedDocument: ContentHash?
    private var missingDocument: ContentHash?
    private var moved: (sequence: Int, releaseAt: Instant)?

    func fail(_ fault: Fault?) { self.fault = fault }

    func damage(_ flip: Flip?) { self.flip = flip }

    /// Forgets a version of a chunk and all later ones.
    func forget(_ key: ChunkKey, from sequence: Int) { forgotten[key] = sequence }

    func breakChain(_ key: ChunkKey) { brokenChain = key }

    func damageDocument(_ hash: ContentHash?) { changedDocument = hash }

    func removeDocument(_ hash: ContentHash) { missingDocument = hash }

    func move(_ sequence: Int, to releaseAt: Instant) { moved = (sequence, releaseAt) }

    func snapshots() async throws(StoreError) -> [Snapshot] {
        let snapshots = try await intact.snapshots()
        guard let moved else { return snapshots }
        return snapshots.map { snapshot in
            snapshot.sequence == moved.sequence ? snapshot.released(at: moved.releaseAt) : snapshot
        }
    }

    func documents(_ hashes: [ContentHash]) async throws(StoreError) -> [ContentHash: [UInt8]] {
        for hash in hashes {
            if hash == changedDocument { throw .corruptDocument(hash) }
            if hash == missingDocument { throw .missingDocument(hash) }
        }
        return try await intact.documents(hashes)
    }

    func versions(of plane: PlaneKey, at sequence: Int) async throws(StoreError) -> [ChunkVersion] {
        var versions: [ChunkVersion] = []
        for version in try await intact.versions(of: plane, at: sequence) {
            guard let first = forgotten[version.key], first <= sequence else {
                versions.append(version)
                continue
            }
            let earlier = try await intact.history(of: version.key, through: first - 1)
            if let last = earlier.last { versions.append(last) }
        }
        return versions
    }

    func chains(
        _ keys: [ChunkKey],
        at sequence: Int
    ) async throws(StoreError) -> [ChunkKey: ChunkChain] {
        if let brokenChain, keys.contains(brokenChain) {
            throw .brokenChain(brokenChain, sequence: sequence)
        }
        var chains: [ChunkKey: ChunkChain] = [:]
        for key in keys {
            let last = min(sequence, (forgotten[key] ?? Int.max) - 1)
            chains.merge(try await intact.chains([key], at: last)) { first, _ in first }
        }
        if let flip, let chain = chains[flip.key] {
            chains[flip.key] = ChunkChain(
                version: chain.version,
                keyframe: chain.keyframe.damaged(by: flip),
                patches: chain.patches.map { $0.damaged(by: flip) }
            )
        }
        return chains
    }

    func history(of key: ChunkKey, through last: Int) async throws(StoreError) -> [ChunkVersion] {
        try await intact.history(of: key, through: last)
    }

    func changes(after first: Int, through last: Int) async throws(StoreError) -> [ChunkKey] {
        try await intact.changes(after: first, through: last)
    }

    func stage(_ draft: SnapshotDraft) async throws(StoreError) {
        if fault == .stageUnknownAndNotDone { throw .commitUnknown(cause: "a fault of the test") }
        try await intact.stage(draft)
        keys = Set(keys).union(draft.chunks.map(\.version.key)).sorted()
        if fault == .stageUnknownButDone { throw .commitUnknown(cause: "a fault of the test") }
    }

    func transition(_ sequence: Int, to state: Snapshot.State) async throws(StoreError) {
        if fault == .transitionFails { throw .unavailable(cause: "a fault of the test") }
        try await intact.transition(sequence, to: state)
    }

    func withdraw(_ sequence: Int, _ withdrawal: Withdrawal) async throws(StoreError) {
        try await intact.withdraw(sequence, withdrawal)
    }
}

extension StoredBlob {
    fileprivate func damaged(by flip: FaultyStore.Flip) -> StoredBlob {
        guard sequence == flip.sequence else { return self }
        var bytes = bytes
        bytes[flip.index] ^= 0x10
        return StoredBlob(bytes: bytes, checksum: checksum, sequence: sequence)
    }
}

extension Snapshot {
    /// The record with another instant of release.
    fileprivate func released(at releaseAt: Instant) -> Snapshot {
        Snapshot(
            id: id,
            sequence: sequence,
            state: state,
            releaseAt: releaseAt,
            recordedAt: recordedAt,
            dataMonth: dataMonth,
            root: root,
            chain: chain,
            origin: origin,
            notes: notes,
            withdrawal: withdrawal
        )
    }
}
