internal import Crypto
public import StatisticsModel

/// Hashes content that comes in pieces with SHA-256.
public struct ContentHasher {
    private var digest = SHA256()

    /// Begins without content.
    public init() {}

    /// Adds a piece; how the content is cut into pieces makes no difference.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    public mutating func update(_ bytes: [UInt8]) {
        digest.update(data: bytes)
    }

    /// Adds the bytes of a buffer.
    mutating func update(_ bytes: UnsafeRawBufferPointer) {
        digest.update(bufferPointer: bytes)
    }

    /// Returns the hash of all pieces so far, and begins again without content.
    public mutating func finalize() -> ContentHash {
        defer { digest = SHA256() }
        return ContentHash(digest.finalize())
    }
}
