public import CubeCoding
public import StatisticsModel

/// That a chunk got new content in a snapshot.
public struct ChunkVersion: Sendable, Equatable {
    /// Which chunk.
    public let key: ChunkKey
    /// The snapshot in which it got this content.
    public let sequence: Int
    /// The hash of its decoded content.
    public let hash: ContentHash
    /// How many cells it has; 0 means that all are gone.
    public let cellCount: Int
    /// Bit *n* says that column *n* has a cell.
    public let columns: UInt16
    /// How many patches stand between this version and its keyframe; 0 for a keyframe.
    public let depth: Int

    /// Makes a version.
    public init(
        key: ChunkKey,
        sequence: Int,
        hash: ContentHash,
        cellCount: Int,
        columns: UInt16,
        depth: Int
    ) {
        self.key = key
        self.sequence = sequence
        self.hash = hash
        self.cellCount = cellCount
        self.columns = columns
        self.depth = depth
    }
}

/// Stored bytes with the checksum that was written beside them.
public struct StoredBlob: Sendable, Equatable {
    /// The encoded keyframe or patch.
    public let bytes: [UInt8]
    /// CRC-32C of the bytes, seeded with the chunk's key and the blob's sequence.
    public let checksum: UInt32
    /// The snapshot that wrote the blob.
    public let sequence: Int

    /// Makes a blob.
    public init(bytes: [UInt8], checksum: UInt32, sequence: Int) {
        self.bytes = bytes
        self.checksum = checksum
        self.sequence = sequence
    }
}

/// What one version of a chunk is decoded from: a keyframe and the patches after it.
public struct ChunkChain: Sendable, Equatable {
    /// The version that the chain decodes to.
    public let version: ChunkVersion
    /// The keyframe.
    public let keyframe: StoredBlob
    /// The patches, oldest first; as many as the version's depth.
    public let patches: [StoredBlob]

    /// Makes a chain.
    public init(version: ChunkVersion, keyframe: StoredBlob, patches: [StoredBlob]) {
        self.version = version
        self.keyframe = keyframe
        self.patches = patches
    }
}
