public import CubeCoding
public import SnapshotStore
public import StatisticsModel

/// Snapshots in memory: for tests, and for data that is gone when the process ends.
///
/// It stores the same bytes as the other back ends, and so has the same roots.
public actor MemorySnapshotStore: SnapshotWriter {
    private var committed: [Snapshot] = []
    private var documents: [ContentHash: [UInt8]] = [:]
    // Oldest first; a chunk has at most one version a sequence.
    private var versions: [ChunkKey: [DraftChunk]] = [:]
    private var keys: [PlaneKey: [ChunkKey]] = [:]
    // The keys that sequence n + 1 changed.
    private var changed: [[ChunkKey]] = []

    /// Makes an empty store.
    public init() {}

    /// Returns all snapshots, by sequence.
    public func snapshots() async throws(StoreError) -> [Snapshot] {
        committed
    }

    /// Returns documents by their hash.
    ///
    /// - Parameter hashes: The hashes of the wanted documents.
    /// - Returns: The bytes of each, verified against its hash.
    /// - Throws: `StoreError.missingDocument`, `.corruptDocument`.
    public func documents(
        _ hashes: [ContentHash]
    ) async throws(StoreError) -> [ContentHash: [UInt8]] {
        var found: [ContentHash: [UInt8]] = [:]
        for hash in hashes where found[hash] == nil {
            guard let bytes = documents[hash] else { throw .missingDocument(hash) }
            guard ContentHash(sha256: bytes) == hash else { throw .corruptDocument(hash) }
            found[hash] = bytes
        }
        return found
    }

    /// Returns the version of every chunk of a plane as of a snapshot, by block and span.
    public func versions(
        of plane: PlaneKey,
        at sequence: Int
    ) async throws(StoreError) -> [ChunkVersion] {
        (keys[plane] ?? []).sorted()
            .compactMap { key in
                versions[key]?.last { $0.version.sequence <= sequence }?.version
            }
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
        var chains: [ChunkKey: ChunkChain] = [:]
        for key in keys {
            let history = versions[key]?.prefix { $0.version.sequence <= sequence } ?? []
            guard let newest = history.last else { continue }
            let links = history.suffix(newest.version.depth + 1)
            guard links.map(\.version.depth) == Array(0...newest.version.depth) else {
                throw .brokenChain(key, sequence: newest.version.sequence)
            }
            chains[key] = ChunkChain(
                version: newest.version,
                keyframe: links[links.startIndex].blob,
                patches: links.dropFirst().map(\.blob)
            )
        }
        return chains
    }

    /// Returns all versions of one chunk up to and with a snapshot, oldest first.
    public func history(
        of key: ChunkKey,
        through sequence: Int
    ) async throws(StoreError) -> [ChunkVersion] {
        (versions[key] ?? []).map(\.version).filter { $0.sequence <= sequence }
    }

    /// Returns the chunks with a version after one snapshot and up to and with another, in order.
    public func changes(
        after first: Int,
        through last: Int
    ) async throws(StoreError) -> [ChunkKey] {
        let places = changed.indices.filter { first < $0 + 1 && $0 + 1 <= last }
        return Set(places.flatMap { changed[$0] }).sorted()
    }

    /// Adds a snapshot, whole or not at all.
    ///
    /// - Parameter draft: The next snapshot.
    /// - Throws: `StoreError.headMoved`, `.duplicateSnapshot`.
    public func stage(_ draft: SnapshotDraft) async throws(StoreError) {
        let snapshot = draft.snapshot
        guard committed.count == draft.expectedHead else {
            throw .headMoved(expected: draft.expectedHead, actual: committed.count)
        }
        guard !committed.contains(where: { $0.id == snapshot.id }) else {
            throw .duplicateSnapshot(snapshot.id)
        }
        precondition(
            snapshot.sequence == draft.expectedHead + 1
                && draft.chunks.allSatisfy { $0.version.sequence == snapshot.sequence },
            "a draft and its chunks must bear the sequence after its head"
        )
        let keys = draft.chunks.map(\.version.key)
        precondition(Set(keys).count == keys.count, "a draft changes a chunk once")
        for chunk in draft.chunks {
            let key = chunk.version.key
            if versions[key] == nil {
                self.keys[key.plane, default: []].append(key)
            }
            versions[key, default: []].append(chunk)
        }
        documents.merge(draft.documents) { stored, _ in stored }
        changed.append(keys)
        committed.append(snapshot)
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
        try replace(sequence, state: state, withdrawal: nil)
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
        try replace(sequence, state: .withdrawn, withdrawal: withdrawal)
    }

    private func replace(
        _ sequence: Int,
        state: Snapshot.State,
        withdrawal: Withdrawal?
    ) throws(StoreError) {
        guard committed.indices.contains(sequence - 1) else {
            throw .unknownSnapshot(sequence: sequence)
        }
        let snapshot = committed[sequence - 1]
        guard snapshot.state != .withdrawn else { throw .unknownSnapshot(sequence: sequence) }
        committed[sequence - 1] = Snapshot(
            id: snapshot.id,
            sequence: snapshot.sequence,
            state: state,
            releaseAt: snapshot.releaseAt,
            recordedAt: snapshot.recordedAt,
            dataMonth: snapshot.dataMonth,
            root: snapshot.root,
            chain: snapshot.chain,
            origin: snapshot.origin,
            notes: snapshot.notes,
            withdrawal: withdrawal
        )
    }
}
