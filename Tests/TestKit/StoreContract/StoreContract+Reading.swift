internal import CubeCoding
internal import SnapshotStore
internal import StatisticsFixtures
internal import StatisticsModel
internal import Testing

extension StoreContract {
    static let readingCases: [StoreContract] = [
        StoreContract("a missing document is told", check: missingDocumentIsTold),
        StoreContract("a corrupt document is told", check: corruptDocumentIsTold),
        StoreContract("a document is stored once and kept", check: documentIsStoredOnce),
        StoreContract("a chain without its keyframe is told", check: brokenChainIsTold),
        StoreContract("damaged bytes are handed on and noticed", check: damageIsNoticed),
        StoreContract("a chunk that lost its cells stays listed", check: emptyChunkStays),
        StoreContract("keys may repeat, and unknown ones are left out", check: keysMayRepeat),
        StoreContract("thousands of chains come at once", check: manyChainsCome),
    ]

    private static func missingDocumentIsTold(_ factory: StoreFactory) async throws {
        let store = try await factory.make()
        var builder = DraftBuilder()
        try await store.stage(builder.next(changing: [:], documents: [[1]]))

        await expectMissing(ContentHash(sha256: [2]), in: store)
    }

    private static func corruptDocumentIsTold(_ factory: StoreFactory) async throws {
        let store = try await factory.make()
        let wrong = ContentHash.filled(with: 7)
        var builder = DraftBuilder()
        let draft = builder.next(changing: [:])
        let damaged = SnapshotDraft(
            snapshot: draft.snapshot,
            expectedHead: 0,
            documents: [wrong: [1, 2, 3]],
            chunks: []
        )
        try await store.stage(damaged)

        do throws(StoreError) {
            _ = try await store.documents([wrong])
            Issue.record("bytes were given out under a hash that is not theirs")
        } catch {
            guard case .corruptDocument(wrong) = error else {
                Issue.record(error, "not the corrupt document")
                return
            }
        }
    }

    private static func documentIsStoredOnce(_ factory: StoreFactory) async throws {
        let store = try await factory.make()
        var builder = DraftBuilder()
        let bytes = Array("label".utf8)
        let hash = ContentHash(sha256: bytes)
        try await store.stage(builder.next(changing: [:], documents: [bytes]))

        try await store.stage(builder.next(changing: [:], documents: [bytes]))

        #expect(try await store.documents([hash, hash]) == [hash: bytes])
    }

    private static func brokenChainIsTold(_ factory: StoreFactory) async throws {
        let store = try await factory.make()
        let key = ChunkKey.samples[0]
        let version = ChunkVersion(
            key: key,
            sequence: 1,
            hash: .filled(with: 1),
            cellCount: 1,
            columns: 1,
            depth: 1
        )
        var builder = DraftBuilder()
        let patch = DraftChunk(
            version: version,
            blob: StoredBlob(bytes: [1, 0, 1], checksum: 1, sequence: 1)
        )
        let draft = builder.next(changing: [:])
        let broken = SnapshotDraft(
            snapshot: draft.snapshot,
            expectedHead: 0,
            documents: [:],
            chunks: [patch]
        )
        try await store.stage(broken)

        do throws(StoreError) {
            _ = try await store.chains([key], at: 1)
            Issue.record("a patch without a keyframe was given out as a chain")
        } catch {
            guard case .brokenChain(key, sequence: 1) = error else {
                Issue.record(error, "not the broken chain")
                return
            }
        }
    }

    private static func damageIsNoticed(_ factory: StoreFactory) async throws {
        var random = SeededRandom(seed: 13)
        let store = try await factory.make()
        let key = ChunkKey.samples[0]
        var builder = DraftBuilder()
        let draft = builder.next(changing: [key: .sample(for: key, using: &random)])
        let blob = draft.chunks[0].blob
        var bytes = blob.bytes
        bytes[bytes.count / 2] ^= 4
        let damaged = DraftChunk(
            version: draft.chunks[0].version,
            blob: StoredBlob(bytes: bytes, checksum: blob.checksum, sequence: 1)
        )
        let damagedDraft = SnapshotDraft(
            snapshot: draft.snapshot,
            expectedHead: 0,
            documents: [:],
            chunks: [damaged]
        )
        try await store.stage(damagedDraft)

        let chain = try #require(try await store.chains([key], at: 1)[key])

        #expect(chain.keyframe == damaged.blob)
        #expect(throws: ChunkError.checksumMismatch) {
            try chain.decoded(rows: Chunk.sampleRows, columns: 12, verifyingContent: false)
        }
    }

    private static func emptyChunkStays(_ factory: StoreFactory) async throws {
        var random = SeededRandom(seed: 14)
        let store = try await factory.make()
        let key = ChunkKey.samples[0]
        let empty = Chunk(rows: Chunk.sampleRows, columns: 12)
        var builder = DraftBuilder()
        try await store.stage(builder.next(changing: [key: .sample(for: key, using: &random)]))

        try await store.stage(builder.next(changing: [key: empty]))

        let versions = try await store.versions(of: key.plane, at: 2)
        #expect(versions.map(\.cellCount) == [0])
        #expect(versions.map(\.columns) == [0])
        #expect(try await store.versions(of: key.plane, at: 1).map(\.sequence) == [1])
        #expect(try await store.history(of: key, through: 2).map(\.sequence) == [1, 2])
    }

    private static func keysMayRepeat(_ factory: StoreFactory) async throws {
        var random = SeededRandom(seed: 15)
        let store = try await factory.make()
        let key = ChunkKey.samples[0]
        var builder = DraftBuilder()
        try await store.stage(builder.next(changing: [key: .sample(for: key, using: &random)]))

        let chains = try await store.chains([key, ChunkKey.samples[1], key], at: 1)

        #expect(Array(chains.keys) == [key])
    }

    private static func manyChainsCome(_ factory: StoreFactory) async throws {
        let store = try await factory.make()
        let plane = PlaneKey.samples[0]
        let keys = (0..<3_000).map { ChunkKey(plane: plane, block: $0 / 20, span: $0 % 20) }
        var chunk = Chunk(rows: 1, columns: 12)
        chunk[0, 0] = Cell(scaled: 5)
        var builder = DraftBuilder()
        let chunks = Dictionary(uniqueKeysWithValues: keys.map { ($0, chunk) })
        try await store.stage(builder.next(changing: chunks))

        let chains = try await store.chains(keys, at: 1)

        #expect(chains.count == keys.count)
        #expect(chains.allSatisfy { $0.key == $0.value.version.key })
        #expect(try await store.versions(of: plane, at: 1).map(\.key) == keys)
        #expect(try await store.changes(after: 0, through: 1) == keys)
    }
}
