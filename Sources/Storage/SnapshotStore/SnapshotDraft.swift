public import StatisticsModel

/// A snapshot to be added: its record and all that is new in it.
public struct SnapshotDraft: Sendable {
    /// The record, complete with root and chain.
    public let snapshot: Snapshot
    /// The newest sequence that the draft was made from; 0 when there was none.
    public let expectedHead: Int
    /// Documents that the snapshot needs; those already stored are stored once.
    public let documents: [ContentHash: [UInt8]]
    /// The chunks whose content changed.
    public let chunks: [DraftChunk]

    /// Makes a draft.
    public init(
        snapshot: Snapshot,
        expectedHead: Int,
        documents: [ContentHash: [UInt8]],
        chunks: [DraftChunk]
    ) {
        self.snapshot = snapshot
        self.expectedHead = expectedHead
        self.documents = documents
        self.chunks = chunks
    }
}

/// The new content of one chunk, encoded.
public struct DraftChunk: Sendable {
    /// The version that the bytes make.
    public let version: ChunkVersion
    /// A keyframe when the version's depth is 0, else a patch on the version before.
    public let blob: StoredBlob

    /// Makes a chunk.
    public init(version: ChunkVersion, blob: StoredBlob) {
        self.version = version
        self.blob = blob
    }
}
