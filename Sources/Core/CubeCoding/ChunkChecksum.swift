/// The checksum that is stored beside a blob and checked before it is decoded.
///
/// It is the CRC-32C of the line `<plane key> <block> <span> <sequence>`, ended by a line feed, and
/// the blob's bytes after it, so that intact bytes in a wrong place are noticed, too.
public enum ChunkChecksum {
    /// Returns a blob's checksum.
    ///
    /// - Parameters:
    ///   - bytes: The blob.
    ///   - key: The chunk that it belongs to.
    ///   - sequence: The snapshot that wrote it.
    /// - Returns: The checksum, which is stored beside the blob.
    /// - Complexity: O(*n*) in the number of bytes.
    public static func crc32c(of bytes: [UInt8], key: ChunkKey, sequence: Int) -> UInt32 {
        crc32c(of: bytes, seed: seed(of: key), sequence: sequence)
    }

    /// Returns what the checksums of all blobs of a chunk begin with.
    public static func seed(of key: ChunkKey) -> UInt32 {
        var check = CRC32C()
        check.update(Array("\(key.plane) \(key.block) \(key.span) ".utf8))
        return check.value
    }

    /// Returns a blob's checksum when there are several of one chunk.
    ///
    /// - Parameters:
    ///   - bytes: The blob.
    ///   - seed: What `seed(of:)` gives for the chunk.
    ///   - sequence: The snapshot that wrote it.
    /// - Returns: The same as `crc32c(of:key:sequence:)`.
    /// - Complexity: O(*n*) in the number of bytes.
    public static func crc32c(of bytes: [UInt8], seed: UInt32, sequence: Int) -> UInt32 {
        var check = CRC32C(after: seed)
        check.update(Array("\(sequence)\n".utf8))
        check.update(bytes)
        return check.value
    }
}
