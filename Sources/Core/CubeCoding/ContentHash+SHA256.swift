internal import Crypto
public import StatisticsModel

extension ContentHash {
    /// Hashes bytes with SHA-256.
    ///
    /// - Complexity: O(*n*) in the number of bytes.
    public init(sha256 bytes: [UInt8]) {
        self.init(SHA256.hash(data: bytes))
    }

    /// Takes over a finished digest.
    init(_ digest: SHA256Digest) {
        guard let hash = ContentHash(bytes: Array(digest)) else {
            preconditionFailure("a SHA-256 has 32 bytes")
        }
        self = hash
    }
}
