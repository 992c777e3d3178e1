internal import CubeCoding
internal import SnapshotStore
internal import StatisticsModel
internal import Testing

/// What a store must answer, found by looking through everything that was ever staged.
struct StoreOracle {
    /// A version and the cells that it must decode to.
    private struct Entry {
        let version: ChunkVersion
        let chunk: Chunk
    }

    /// The records as they stand now.
    var snapshots: [Snapshot] = []
    private var entries: [Entry] = []

    /// Notes a draft that was staged.
    mutating func add(_ draft: SnapshotDraft, chunks: [ChunkKey: Chunk]) throws {
        snapshots.append(draft.snapshot)
        for chunk in draft.chunks {
            let cells = try #require(chunks[chunk.version.key])
            entries.append(Entry(version: chunk.version, chunk: cells))
        }
    }

    /// Notes that a snapshot's state changed.
    mutating func move(_ sequence: Int, to state: Snapshot.State, _ withdrawal: Withdrawal?) {
        let old = snapshots[sequence - 1]
        snapshots[sequence - 1] = Snapshot(
            id: old.id,
            sequence: old.sequence,
            state: state,
            releaseAt: old.releaseAt,
            recordedAt: old.recordedAt,
            dataMonth: old.dataMonth,
            root: old.root,
            chain: old.chain,
            origin: old.origin,
            notes: old.notes,
            withdrawal: withdrawal
        )
    }

    /// Compares everything that a store answers, as of every sequence.
    func compare(with store: any SnapshotReader, _ comment: Comment) async throws {
        #expect(try await store.snapshots() == snapshots, comment)
        for sequence in 0...snapshots.count + 1 {
            try await compareVersions(with: store, at: sequence, comment)
            try await compareChains(with: store, at: sequence, comment)
            for first in [0, sequence / 2, sequence - 1, sequence] {
                let changed = entries.filter {
                    first < $0.version.sequence && $0.version.sequence <= sequence
                }
                let keys = Set(changed.map(\.version.key)).sorted()
                #expect(try await store.changes(after: first, through: sequence) == keys, comment)
            }
        }
    }

    private func compareVersions(
        with store: any SnapshotReader,
        at sequence: Int,
        _ comment: Comment
    ) async throws {
        for plane in PlaneKey.samples {
            let versions = ChunkKey.samples.filter { $0.plane == plane }.sorted()
                .compactMap { newest(of: $0, at: sequence)?.version }
            #expect(try await store.versions(of: plane, at: sequence) == versions, comment)
        }
        for key in ChunkKey.samples {
            let history = entries.map(\.version)
                .filter {
                    $0.key == key && $0.sequence <= sequence
                }
            #expect(try await store.history(of: key, through: sequence) == history, comment)
        }
    }

    private func compareChains(
        with store: any SnapshotReader,
        at sequence: Int,
        _ comment: Comment
    ) async throws {
        let chains = try await store.chains(ChunkKey.samples, at: sequence)
        for key in ChunkKey.samples {
            let entry = newest(of: key, at: sequence)
            #expect(chains[key]?.version == entry?.version, comment)
            guard let entry, let chain = chains[key] else { continue }
            let decoded = try chain.decoded(
                rows: entry.chunk.rows,
                columns: entry.chunk.columns,
                verifyingContent: true
            )
            #expect(decoded == entry.chunk, comment)
        }
    }

    private func newest(of key: ChunkKey, at sequence: Int) -> Entry? {
        entries.last { $0.version.key == key && $0.version.sequence <= sequence }
    }
}
