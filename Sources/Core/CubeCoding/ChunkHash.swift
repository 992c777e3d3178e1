public import StatisticsModel

/// The hash of a chunk's content, which is what a chunk is known by.
///
/// It is the SHA-256 of the line `cellchunk-1 <plane key> <block> <span> <rows> <columns>`, ended by
/// a line feed; then each cell's scaled integer, row after row, as eight bytes with the lowest first
/// and 0 for a cell without a value; then each cell's status byte. Stored bytes play no part in it.
public enum ChunkHash {
    /// Returns a chunk's hash.
    ///
    /// - Parameters:
    ///   - chunk: The cells.
    ///   - key: Which chunk they are.
    /// - Returns: The hash; equal for equal cells in the same place, however they are stored.
    /// - Complexity: O(*n*) in the number of cells.
    public static func hash(of chunk: Chunk, key: ChunkKey) -> ContentHash {
        var hasher = ContentHasher()
        let place = "\(key.plane) \(key.block) \(key.span) \(chunk.rows) \(chunk.columns)"
        hasher.update(Array("cellchunk-1 \(place)\n".utf8))
        #if _endian(little)
        chunk.scaled.withUnsafeBytes { hasher.update($0) }
        #else
        chunk.scaled.map(\.littleEndian).withUnsafeBytes { hasher.update($0) }
        #endif
        hasher.update(chunk.statuses)
        return hasher.finalize()
    }
}
