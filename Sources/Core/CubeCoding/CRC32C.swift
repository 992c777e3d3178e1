/// The cyclic redundancy check with the Castagnoli polynomial, eight bytes a step.
///
/// It finds every error of up to three bits, and every burst of up to 32, in a blob of usual size.
struct CRC32C {
    // Table *n* tells what a byte does to the remainder when *n* further bytes follow it.
    private static let tables: [UInt32] = {
        var tables = [UInt32](repeating: 0, count: 8 * 256)
        for byte in 0..<256 {
            var remainder = UInt32(byte)
            for _ in 0..<8 {
                remainder = remainder >> 1 ^ (remainder & 1 == 0 ? 0 : 0x82F6_3B78)
            }
            tables[byte] = remainder
        }
        for index in 256..<8 * 256 {
            let before = tables[index - 256]
            tables[index] = before >> 8 ^ tables[Int(before & 0xFF)]
        }
        return tables
    }()

    private var remainder: UInt32 = ~0

    /// The check of all bytes so far.
    var value: UInt32 { ~remainder }

    /// Begins, or goes on after bytes whose check is known.
    init(after value: UInt32 = 0) {
        remainder = ~value
    }

    /// Adds bytes.
    mutating func update(_ bytes: [UInt8]) {
        let start = remainder
        remainder = bytes.withUnsafeBytes { bytes in
            Self.tables.withUnsafeBufferPointer { tables in
                Self.remainder(after: start, bytes, tables)
            }
        }
    }

    private static func remainder(
        after start: UInt32,
        _ bytes: UnsafeRawBufferPointer,
        _ tables: UnsafeBufferPointer<UInt32>
    ) -> UInt32 {
        var remainder = start
        var position = 0
        while position + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            var rest = UInt64(littleEndian: word) ^ UInt64(remainder)
            remainder = 0
            for table in stride(from: 7 * 256, through: 0, by: -256) {
                remainder ^= tables[table + Int(rest & 0xFF)]
                rest >>= 8
            }
            position += 8
        }
        while position < bytes.count {
            let byte = UInt8(truncatingIfNeeded: remainder) ^ bytes[position]
            remainder = remainder >> 8 ^ tables[Int(byte)]
            position += 1
        }
        return remainder
    }
}
