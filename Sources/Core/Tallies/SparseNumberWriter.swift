/// Writes integers of which many are zero: seven bits a byte, the sign in the lowest bit, least
/// significant bits first; a zero is followed by how many more zeros come after it.
struct SparseNumberWriter: Sendable {
    /// What has been written.
    var bytes: [UInt8] = []
    private var zeros: UInt64 = 0

    /// Makes an empty writer.
    init() {}

    /// Appends a number.
    mutating func append(_ number: Int64) {
        guard number != 0 else {
            zeros += 1
            return
        }
        finish()
        write(UInt64(bitPattern: number << 1) ^ UInt64(bitPattern: number >> 63))
    }

    /// Writes zeros that are still held back.
    mutating func finish() {
        guard zeros > 0 else { return }
        bytes.append(0)
        write(zeros - 1)
        zeros = 0
    }

    private mutating func write(_ number: UInt64) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }
}

/// Reads what `SparseNumberWriter` wrote.
struct SparseNumberReader: Sendable {
    private let bytes: [UInt8]
    private var place: Int
    private var zeros: UInt64 = 0

    /// Begins at a place among bytes.
    init(_ bytes: [UInt8], from place: Int) {
        self.bytes = bytes
        self.place = place
    }

    /// Whether all has been read.
    var isAtEnd: Bool { place == bytes.count && zeros == 0 }

    /// Returns the next number; `nil` when there is none, or the bytes are damaged.
    mutating func next() -> Int64? {
        if zeros > 0 {
            zeros -= 1
            return 0
        }
        guard let number = read() else { return nil }
        guard number == 0 else {
            return Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1)
        }
        guard let more = read() else { return nil }
        zeros = more
        return 0
    }

    private mutating func read() -> UInt64? {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while place < bytes.count, shift < 64 {
            let byte = bytes[place]
            place += 1
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
        }
        return nil
    }
}
