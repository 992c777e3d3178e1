public import CubeCoding

extension ChunkChain {
    /// Checks and decodes the version that the chain stands for.
    ///
    /// Every blob's checksum is checked before any of its bytes is looked at.
    ///
    /// - Parameters:
    ///   - rows: The rows that the layout gives the chunk.
    ///   - columns: The columns that the period type gives the chunk.
    ///   - verifyingContent: Whether the cells are compared with the version's hash, too; that costs
    ///     about as much as decoding.
    /// - Returns: The cells.
    /// - Throws: `ChunkError.checksumMismatch` when a blob is damaged or out of place, `.malformed`
    ///   when the chain is no encoding of such a version, `.contentMismatch` when it is that of
    ///   other cells.
    public func decoded(
        rows: Int,
        columns: Int,
        verifyingContent: Bool
    ) throws(ChunkError) -> Chunk {
        let seed = ChunkChecksum.seed(of: version.key)
        var last = Int.min
        for blob in [keyframe] + patches {
            let checksum = ChunkChecksum.crc32c(
                of: blob.bytes,
                seed: seed,
                sequence: blob.sequence
            )
            guard checksum == blob.checksum else { throw .checksumMismatch }
            guard last < blob.sequence else { throw .malformed("blobs out of order") }
            last = blob.sequence
        }
        guard last == version.sequence, patches.count == version.depth else {
            throw .malformed("a chain that doesn't end at its version")
        }
        let chunk = try ChunkCodec.chunk(
            decoding: keyframe.bytes,
            patches: patches.map(\.bytes),
            rows: rows,
            columns: columns
        )
        if verifyingContent {
            let hash = ChunkHash.hash(of: chunk, key: version.key)
            guard hash == version.hash else { throw .contentMismatch }
        }
        return chunk
    }
}
