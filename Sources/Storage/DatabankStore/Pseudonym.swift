/// What stands for a CPR number in the databank: the first 128 bits of its HMAC-SHA-256 under the
/// databank's key.
public struct Pseudonym: Hashable, Comparable, Sendable {
    /// The first eight bytes, big endian.
    public let high: UInt64
    /// The next eight bytes, big endian.
    public let low: UInt64

    /// Makes a pseudonym from its halves.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Orders pseudonyms by their bytes.
    public static func < (left: Self, right: Self) -> Bool {
        (left.high, left.low) < (right.high, right.low)
    }
}
