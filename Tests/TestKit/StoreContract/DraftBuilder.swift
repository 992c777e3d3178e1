public import CubeCoding
public import SnapshotStore
internal import StatisticsFixtures
public import StatisticsModel

/// Makes one draft after the other, encoded as publishing would: patches while they pay.
public struct DraftBuilder: Sendable {
    private struct Content {
        let chunk: Chunk
        let depth: Int
    }

    /// The sequence of the newest draft; 0 before the first.
    public private(set) var head = 0

    private var contents: [ChunkKey: Content] = [:]
    private var chain: ContentHash?

    /// Begins before the first snapshot.
    public init() {}

    /// Returns the newest cells of a chunk; `nil` when it has none yet.
    public func chunk(_ key: ChunkKey) -> Chunk? {
        contents[key]?.chunk
    }

    /// Makes the next draft.
    ///
    /// - Parameters:
    ///   - chunks: The new cells of the chunks that change.
    ///   - documents: Documents that the snapshot needs.
    ///   - state: The snapshot's state.
    ///   - withdrawal: Why it was taken back, for a snapshot that begins withdrawn.
    /// - Returns: A draft on the one before.
    public mutating func next(
        changing chunks: [ChunkKey: Chunk],
        documents: [[UInt8]] = [],
        state: Snapshot.State = .scheduled,
        withdrawal: Withdrawal? = nil
    ) -> SnapshotDraft {
        head += 1
        let encoded = chunks.sorted { $0.key < $1.key }.map { encode($0.value, as: $0.key) }
        let hashes = encoded.map { "\($0.version.key.plane) \($0.version.hash)\n" }
        let root = ContentHash(sha256: Array(hashes.joined().utf8))
        let unchained = Snapshot.sample(sequence: head)
        let link = ReleaseChain.hash(
            after: chain,
            sequence: head,
            id: unchained.id,
            root: root,
            releaseAt: unchained.releaseAt
        )
        chain = link
        let snapshot = Snapshot.sample(
            sequence: head,
            state: state,
            root: root,
            chain: link,
            changes: ChangeCounts(added: encoded.count, revised: 1, removed: 2, status: 3),
            withdrawal: withdrawal
        )
        let named = documents.map { (ContentHash(sha256: $0), $0) }
        return SnapshotDraft(
            snapshot: snapshot,
            expectedHead: head - 1,
            documents: Dictionary(named, uniquingKeysWith: { first, _ in first }),
            chunks: encoded
        )
    }

    private mutating func encode(_ chunk: Chunk, as key: ChunkKey) -> DraftChunk {
        let previous = contents[key]
        let (bytes, depth) = PatchPolicy.encoding(
            of: chunk,
            after: previous?.chunk,
            depth: previous?.depth ?? 0
        )
        contents[key] = Content(chunk: chunk, depth: depth)
        let version = ChunkVersion(
            key: key,
            sequence: head,
            hash: ChunkHash.hash(of: chunk, key: key),
            cellCount: chunk.cellCount,
            columns: chunk.columnMask,
            depth: depth
        )
        let checksum = ChunkChecksum.crc32c(of: bytes, key: key, sequence: head)
        return DraftChunk(
            version: version,
            blob: StoredBlob(bytes: bytes, checksum: checksum, sequence: head)
        )
    }
}
