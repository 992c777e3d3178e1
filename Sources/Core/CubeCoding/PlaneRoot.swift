public import StatisticsModel

/// The hash over all chunks of a plane.
///
/// It is the SHA-256 of the line `cellplane-1` and a line `<block> <span> <hash>` for each chunk
/// that has a cell, each ended by a line feed.
public enum PlaneRoot {
    /// Returns a plane's hash.
    ///
    /// - Parameter chunks: The chunks that have a cell, by block and span.
    /// - Returns: The hash; without chunks that of the first line alone.
    /// - Complexity: O(*n*) in the number of chunks.
    public static func hash(
        of chunks: some Sequence<(block: Int, span: Int, hash: ContentHash)>
    ) -> ContentHash {
        var hasher = ContentHasher()
        hasher.update(Array("cellplane-1\n".utf8))
        for chunk in chunks {
            hasher.update(Array("\(chunk.block) \(chunk.span) \(chunk.hash)\n".utf8))
        }
        return hasher.finalize()
    }
}
