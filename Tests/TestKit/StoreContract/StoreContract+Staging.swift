internal import CubeCoding
internal import SnapshotStore
internal import StatisticsFixtures
internal import StatisticsModel
internal import Testing

extension StoreContract {
    static let stagingCases: [StoreContract] = [
        StoreContract("a new store is empty", check: newStoreIsEmpty),
        StoreContract("what was staged is read back", check: stagedIsReadBack),
        StoreContract("a draft on an old head changes nothing", check: oldHeadIsRefused),
        StoreContract("a draft ahead of the head changes nothing", check: earlyDraftIsRefused),
        StoreContract("an id is used once", check: idIsUsedOnce),
        StoreContract("of writers at the same time one wins", check: oneOfManyWins),
    ]

    private static func newStoreIsEmpty(_ factory: StoreFactory) async throws {
        let store = try await factory.make()
        let key = ChunkKey.samples[0]

        #expect(try await store.snapshots().isEmpty)
        #expect(try await store.versions(of: key.plane, at: 9).isEmpty)
        #expect(try await store.chains([key], at: 9).isEmpty)
        #expect(try await store.history(of: key, through: 9).isEmpty)
        #expect(try await store.changes(after: 0, through: 9).isEmpty)
        #expect(try await store.documents([]).isEmpty)
    }

    private static func stagedIsReadBack(_ factory: StoreFactory) async throws {
        var random = SeededRandom(seed: 11)
        var builder = DraftBuilder()
        let key = ChunkKey.samples[0]
        let chunk = Chunk.sample(for: key, using: &random)
        let draft = builder.next(changing: [key: chunk], documents: [Array("text".utf8), []])
        let store = try await factory.make()

        try await store.stage(draft)

        let version = draft.chunks[0].version
        #expect(try await store.snapshots() == [draft.snapshot])
        #expect(try await store.documents(Array(draft.documents.keys)) == draft.documents)
        #expect(try await store.versions(of: key.plane, at: 1) == [version])
        #expect(try await store.versions(of: key.plane, at: 0).isEmpty)
        let chain = ChunkChain(version: version, keyframe: draft.chunks[0].blob, patches: [])
        #expect(try await store.chains([key], at: 1) == [key: chain])
        #expect(try await store.chains([key], at: 0).isEmpty)
        let decoded = try chain.decoded(
            rows: chunk.rows,
            columns: chunk.columns,
            verifyingContent: true
        )
        #expect(decoded == chunk)
    }

    private static func oldHeadIsRefused(_ factory: StoreFactory) async throws {
        var random = SeededRandom(seed: 12)
        var builder = DraftBuilder()
        let key = ChunkKey.samples[3]
        let store = try await factory.make()
        let first = builder.next(changing: [:])
        var other = builder
        try await store.stage(first)
        let second = builder.next(changing: [key: .sample(for: key, using: &random)])
        try await store.stage(second)
        let late = other.next(
            changing: [key: .sample(for: key, using: &random)],
            documents: [Array("late".utf8)]
        )

        let before = try await StoreTranscript.text(of: store)
        await expectHeadMoved(expected: 1, actual: 2) { () async throws(StoreError) in
            try await store.stage(late)
        }

        #expect(try await StoreTranscript.text(of: store) == before)
        await expectMissing(ContentHash(sha256: Array("late".utf8)), in: store)
    }

    private static func earlyDraftIsRefused(_ factory: StoreFactory) async throws {
        var builder = DraftBuilder()
        _ = builder.next(changing: [:])
        let early = builder.next(changing: [:])
        let store = try await factory.make()

        await expectHeadMoved(expected: 1, actual: 0) { () async throws(StoreError) in
            try await store.stage(early)
        }

        #expect(try await store.snapshots().isEmpty)
    }

    private static func idIsUsedOnce(_ factory: StoreFactory) async throws {
        var builder = DraftBuilder()
        let store = try await factory.make()
        let first = builder.next(changing: [:])
        try await store.stage(first)
        let next = builder.next(changing: [:])
        let twin = SnapshotDraft(
            snapshot: next.snapshot.named(first.snapshot.id),
            expectedHead: 1,
            documents: [:],
            chunks: []
        )

        do {
            try await store.stage(twin)
            Issue.record("a second snapshot got an id that was taken")
        } catch StoreError.duplicateSnapshot(let id) {
            #expect(id == first.snapshot.id)
        }

        #expect(try await store.snapshots() == [first.snapshot])
        try await store.stage(next)
    }

    private static func oneOfManyWins(_ factory: StoreFactory) async throws {
        let store = try await factory.make()
        var builder = DraftBuilder()
        let draft = builder.next(changing: [:])

        let wins = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    do throws(StoreError) {
                        try await store.stage(draft)
                        return true
                    } catch {
                        guard case .headMoved(0, 1) = error else {
                            Issue.record(error, "the losers are told that the head moved")
                            return false
                        }
                        return false
                    }
                }
            }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }

        #expect(wins == 1)
        #expect(try await store.snapshots().count == 1)
    }

    private static func expectHeadMoved(
        expected: Int,
        actual: Int,
        by stage: () async throws(StoreError) -> Void
    ) async {
        do throws(StoreError) {
            try await stage()
            Issue.record("a draft on another head was taken")
        } catch {
            guard case .headMoved(expected, actual) = error else {
                Issue.record(error, "not the heads \(expected) and \(actual)")
                return
            }
        }
    }

    static func expectMissing(_ hash: ContentHash, in store: any SnapshotReader) async {
        do throws(StoreError) {
            _ = try await store.documents([hash])
            Issue.record("a document is there that was never stored")
        } catch {
            guard case .missingDocument(hash) = error else {
                Issue.record(error, "not the missing document")
                return
            }
        }
    }
}

extension Snapshot {
    /// The same record under another id.
    fileprivate func named(_ id: SnapshotID) -> Snapshot {
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
