import CubeCoding
import SnapshotStore
import StatisticsModel
import Testing

@Suite struct ChunkChainTests {
    private static let key = ChunkKey(plane: .sample(), block: 3, span: 2_026)
    private static let first = Chunk(columns: 4, [[Cell(scaled: 10), .suppressed]])
    private static let second = Chunk(columns: 4, [[Cell(scaled: 12), Cell(scaled: 3)]])

    @Test func `an intact chain gives the version's cells`() throws {
        let chain = Self.chain()

        let chunk = try chain.decoded(rows: 1, columns: 4, verifyingContent: true)

        #expect(chunk == Self.second)
    }

    @Test(arguments: [
        ChunkKey(plane: .sample(), block: 4, span: 2_026),
        ChunkKey(plane: .sample(), block: 3, span: 2_025),
        ChunkKey(plane: .sample(layout: 8), block: 3, span: 2_026),
    ])
    func `blobs of another chunk are noticed`(key: ChunkKey) {
        let chain = Self.chain(key: key)

        #expect(throws: ChunkError.checksumMismatch) {
            try chain.decoded(rows: 1, columns: 4, verifyingContent: false)
        }
    }

    @Test func `a blob of another snapshot is noticed`() {
        let chain = Self.chain { blob in
            StoredBlob(bytes: blob.bytes, checksum: blob.checksum, sequence: blob.sequence + 1)
        }

        #expect(throws: ChunkError.checksumMismatch) {
            try chain.decoded(rows: 1, columns: 4, verifyingContent: false)
        }
    }

    @Test func `every flipped bit is noticed`() {
        let patch = Self.blob(ChunkCodec.patch(from: Self.first, to: Self.second), sequence: 5)
        for bit in 0..<patch.bytes.count * 8 {
            let chain = Self.chain { blob in
                var bytes = blob.bytes
                bytes[bit / 8] ^= 1 << UInt8(bit % 8)
                return StoredBlob(bytes: bytes, checksum: blob.checksum, sequence: blob.sequence)
            }

            #expect(throws: ChunkError.checksumMismatch, "bit \(bit)") {
                try chain.decoded(rows: 1, columns: 4, verifyingContent: false)
            }
        }
    }

    @Test func `cells other than the version's are noticed when the content is verified`() throws {
        let chain = Self.chain(hash: ChunkHash.hash(of: Self.first, key: Self.key))

        #expect(throws: ChunkError.contentMismatch) {
            try chain.decoded(rows: 1, columns: 4, verifyingContent: true)
        }
        #expect(try chain.decoded(rows: 1, columns: 4, verifyingContent: false) == Self.second)
    }

    @Test(arguments: [(5, 0), (5, 2), (6, 1), (4, 1)])
    func `a chain that doesn't end at its version is refused`(sequence: Int, depth: Int) {
        let chain = Self.chain(sequence: sequence, depth: depth)

        #expect(throws: ChunkError.malformed("a chain that doesn't end at its version")) {
            try chain.decoded(rows: 1, columns: 4, verifyingContent: false)
        }
    }

    @Test func `blobs out of order are refused`() {
        let patch = ChunkCodec.patch(from: Self.first, to: Self.second)
        let chain = Self.chain { _ in Self.blob(patch, sequence: 1) }

        #expect(throws: ChunkError.malformed("blobs out of order")) {
            try chain.decoded(rows: 1, columns: 4, verifyingContent: false)
        }
    }

    @Test func `a chain of another shape is refused`() {
        let chain = Self.chain()

        #expect(throws: ChunkError.malformed("a keyframe of another shape")) {
            try chain.decoded(rows: 2, columns: 4, verifyingContent: false)
        }
    }

    /// The second version as keyframe 2 and patch 5, in which something may be wrong.
    private static func chain(
        key: ChunkKey = key,
        sequence: Int = 5,
        depth: Int = 1,
        hash: ContentHash = ChunkHash.hash(of: second, key: key),
        damage: (StoredBlob) -> StoredBlob = { $0 }
    ) -> ChunkChain {
        ChunkChain(
            version: ChunkVersion(
                key: key,
                sequence: sequence,
                hash: hash,
                cellCount: 2,
                columns: 3,
                depth: depth
            ),
            keyframe: blob(ChunkCodec.keyframe(of: first), sequence: 2),
            patches: [damage(blob(ChunkCodec.patch(from: first, to: second), sequence: 5))]
        )
    }

    private static func blob(_ bytes: [UInt8], sequence: Int) -> StoredBlob {
        StoredBlob(
            bytes: bytes,
            checksum: ChunkChecksum.crc32c(of: bytes, key: key, sequence: sequence),
            sequence: sequence
        )
    }
}
