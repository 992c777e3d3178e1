/// Why stored bytes give no chunk.
public enum ChunkError: Error, Equatable {
    /// The bytes, or the place they were found in, are not those that the checksum was made of.
    case checksumMismatch
    /// The bytes are no encoding of such a chunk; the text says where they fail.
    case malformed(String)
    /// The bytes decode to other cells than the version's hash tells.
    case contentMismatch
}
