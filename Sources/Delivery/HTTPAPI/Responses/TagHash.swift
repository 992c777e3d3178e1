/// A fingerprint for entity tags: quick, and the same on every node.
///
/// 128 bits of two FNV-1a hashes with different beginnings. It tells versions of one resource
/// apart; what must withstand forgery is a SHA-256 elsewhere.
struct TagHash {
    private var first: UInt64 = 0xCBF2_9CE4_8422_2325
    private var second: UInt64 = 0x9AE1_6A3B_2F90_404F

    /// Returns 32 hexadecimal digits for parts in order; where one ends counts.
    static func hex(of parts: [some Collection<UInt8>]) -> String {
        var hash = TagHash()
        for part in parts {
            for byte in part { hash.add(byte) }
            hash.add(0xFF)
        }
        return hash.text
    }

    /// Returns 32 hexadecimal digits for texts in order; where one ends counts.
    static func hex(of texts: [String]) -> String { hex(of: texts.map(\.utf8)) }

    private mutating func add(_ byte: UInt8) {
        first = (first ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        second = (second ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        second ^= second >> 29
    }

    private var text: String {
        [first, second]
            .map { word in
                let digits = String(word, radix: 16)
                return String(repeating: "0", count: 16 - digits.count) + digits
            }
            .joined()
    }
}
