/// A SHA-256 of content: 32 bytes, written as 64 lower-case hexadecimal digits.
public struct ContentHash: Hashable, Comparable, Sendable {
    private let words: (UInt64, UInt64, UInt64, UInt64)

    /// Makes a hash from its bytes; `nil` unless there are 32.
    public init?(bytes: some Collection<UInt8>) {
        guard bytes.count == 32 else { return nil }
        var words: [UInt64] = [0, 0, 0, 0]
        for (index, byte) in bytes.enumerated() {
            words[index / 8] = words[index / 8] << 8 | UInt64(byte)
        }
        self.words = (words[0], words[1], words[2], words[3])
    }

    /// Parses 64 hexadecimal digits of either case; `nil` when the text is anything else.
    public init?(hex: some StringProtocol) {
        guard hex.utf8.count == 64 else { return nil }
        var bytes: [UInt8] = []
        var high: UInt8?
        for byte in hex.utf8 {
            guard let digit = Self.value(of: byte) else { return nil }
            if let first = high {
                bytes.append(first << 4 | digit)
                high = nil
            } else {
                high = digit
            }
        }
        self.init(bytes: bytes)
    }

    /// The 32 bytes.
    public var bytes: [UInt8] {
        [words.0, words.1, words.2, words.3]
            .flatMap { word in
                stride(from: 56, through: 0, by: -8)
                    .map { UInt8(truncatingIfNeeded: word >> UInt64($0)) }
            }
    }

    /// Whether two hashes are equal.
    public static func == (left: Self, right: Self) -> Bool { left.words == right.words }

    /// Orders hashes by their bytes.
    public static func < (left: Self, right: Self) -> Bool { left.words < right.words }

    /// Feeds the first word, which is as good as all.
    public func hash(into hasher: inout Hasher) { hasher.combine(words.0) }

    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

extension ContentHash: CustomStringConvertible, Codable {
    /// The hash in lower-case hexadecimal.
    public var description: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(
            decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] },
            as: UTF8.self
        )
    }

    /// Reads a hash from hexadecimal text.
    ///
    /// - Parameter decoder: A decoder that holds one string.
    /// - Throws: `DecodingError` when there is no string, or it is no hash.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let hash = ContentHash(hex: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no hash")
        }
        self = hash
    }

    /// Writes the hash as hexadecimal text.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
