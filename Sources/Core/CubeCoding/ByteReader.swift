/// Reads numbers from bytes of doubtful origin; each step checks that there are enough of them.
struct ByteReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// How many bytes were read.
    private(set) var position = 0

    /// Reads from the beginning of bytes that outlive the reader.
    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    /// Whether all bytes were read.
    var isAtEnd: Bool { position == bytes.count }

    /// Reads one byte.
    @inline(__always)
    mutating func byte() throws(ChunkError) -> UInt8 {
        guard position < bytes.count else { throw .malformed("the bytes end too early") }
        defer { position += 1 }
        return bytes[position]
    }

    /// Reads an integer of up to 8 bytes, the lowest first.
    @inline(__always)
    mutating func integer(width: Int) throws(ChunkError) -> UInt64 {
        guard width <= bytes.count - position else { throw .malformed("the bytes end too early") }
        var value: UInt64 = 0
        for index in 0..<width {
            value |= UInt64(bytes[position + index]) << UInt64(8 * index)
        }
        position += width
        return value
    }

    /// Reads an integer in groups of seven bits, the lowest first; the high bit says that more come.
    @inline(__always)
    mutating func varint() throws(ChunkError) -> UInt64 {
        let first = try byte()
        guard first >= 0x80 else { return UInt64(first) }
        return try longVarint(after: first)
    }

    private mutating func longVarint(after first: UInt8) throws(ChunkError) -> UInt64 {
        var value = UInt64(first & 0x7F)
        var shift: UInt64 = 7
        while true {
            let next = try byte()
            // The tenth group has room for one bit only.
            guard shift < 63 || next <= 1 else { throw .malformed("a number has over 64 bits") }
            value |= UInt64(next & 0x7F) << shift
            guard next >= 0x80 else { return value }
            shift += 7
        }
    }
}

extension [UInt8] {
    /// Appends an integer's lowest bytes, the lowest first.
    mutating func append(_ value: UInt64, width: Int) {
        for index in 0..<width {
            append(UInt8(truncatingIfNeeded: value >> UInt64(8 * index)))
        }
    }

    /// Appends an integer in groups of seven bits, the lowest first.
    mutating func append(varint value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        append(UInt8(truncatingIfNeeded: rest))
    }
}

extension Int64 {
    /// The zigzag form, in which numbers near 0 are small: 0, −1, 1, −2 … become 0, 1, 2, 3 ….
    @inline(__always)
    var zigzag: UInt64 { UInt64(bitPattern: (self << 1) ^ (self >> 63)) }

    /// Takes a number back from its zigzag form.
    @inline(__always)
    init(zigzag: UInt64) {
        self = Int64(bitPattern: zigzag >> 1) ^ -Int64(bitPattern: zigzag & 1)
    }
}
