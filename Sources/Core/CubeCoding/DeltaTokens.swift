/// The byte tokens of a stream of differences, most of which are small or zero.
///
/// A reader knows from elsewhere how many differences there are. The first byte tells the token:
///
/// | first byte | then | differences |
/// |---|---|---|
/// | `00`–`78` | nothing | two in −5 … 5: (first + 5) · 11 + (second + 5) |
/// | `79` | a varint *n* | *n* + 1 zeros |
/// | `80`–`BF` | nothing | one, its zigzag form in the low six bits |
/// | `C0`–`F7` | a byte | one, zigzag 64 + (first byte − `C0`) · 256 + the byte |
/// | `F8`–`FF` | 1–8 bytes | one, zigzag with the lowest byte first |
///
/// `7A`–`7F` are not used. Differences wrap round, so every `Int64` is exact.
enum DeltaTokens {
    private static let zeroRun: UInt8 = 0x79
    // Two bytes of run take the place of three pairs from here on.
    private static let shortestRun = 5

    /// Appends the tokens of differences.
    static func append(_ deltas: UnsafeBufferPointer<Int64>, to bytes: inout [UInt8]) {
        var index = 0
        while index < deltas.count {
            let delta = deltas[index]
            if delta == 0 {
                let zeros = zeroCount(in: deltas, from: index)
                if zeros >= shortestRun {
                    bytes.append(zeroRun)
                    bytes.append(varint: UInt64(zeros - 1))
                    index += zeros
                    continue
                }
            }
            if index + 1 < deltas.count, isSmall(delta), isSmall(deltas[index + 1]) {
                bytes.append(UInt8(truncatingIfNeeded: (delta + 5) * 11 + deltas[index + 1] + 5))
                index += 2
            } else {
                append(zigzag: delta.zigzag, to: &bytes)
                index += 1
            }
        }
    }

    @inline(__always)
    private static func isSmall(_ delta: Int64) -> Bool { UInt64(bitPattern: delta &+ 5) <= 10 }

    private static func zeroCount(in deltas: UnsafeBufferPointer<Int64>, from start: Int) -> Int {
        var end = start
        while end < deltas.count, deltas[end] == 0 { end += 1 }
        return end - start
    }

    private static func append(zigzag: UInt64, to bytes: inout [UInt8]) {
        if zigzag < 64 {
            bytes.append(0x80 | UInt8(truncatingIfNeeded: zigzag))
        } else if zigzag < 64 + 56 * 256 {
            let rest = zigzag - 64
            bytes.append(0xC0 + UInt8(truncatingIfNeeded: rest >> 8))
            bytes.append(UInt8(truncatingIfNeeded: rest))
        } else {
            let width = (71 - zigzag.leadingZeroBitCount) / 8
            bytes.append(0xF7 + UInt8(truncatingIfNeeded: width))
            bytes.append(zigzag, width: width)
        }
    }

    /// Reads as many differences as the buffer has room for.
    ///
    /// - Throws: `ChunkError.malformed` when the tokens give another number of differences.
    static func read(
        into deltas: UnsafeMutableBufferPointer<Int64>,
        from reader: inout ByteReader
    ) throws(ChunkError) {
        var index = 0
        while index < deltas.count {
            let token = try reader.byte()
            if token < zeroRun {
                guard index + 1 < deltas.count else { throw surplus }
                let (first, second) = token.quotientAndRemainder(dividingBy: 11)
                deltas[index] = Int64(first) - 5
                deltas[index + 1] = Int64(second) - 5
                index += 2
            } else if token >= 0x80 {
                deltas[index] = Int64(zigzag: try zigzag(of: token, from: &reader))
                index += 1
            } else {
                guard token == zeroRun else { throw .malformed("an unknown token \(token)") }
                let more = try reader.varint()
                guard more < UInt64(deltas.count - index) else { throw surplus }
                for _ in 0...Int(more) {
                    deltas[index] = 0
                    index += 1
                }
            }
        }
    }

    private static var surplus: ChunkError { .malformed("more values than cells that have one") }

    @inline(__always)
    private static func zigzag(
        of token: UInt8,
        from reader: inout ByteReader
    ) throws(ChunkError) -> UInt64 {
        if token < 0xC0 { return UInt64(token & 0x3F) }
        if token < 0xF8 { return 64 + UInt64(token - 0xC0) << 8 + UInt64(try reader.byte()) }
        return try reader.integer(width: Int(token - 0xF7))
    }
}
