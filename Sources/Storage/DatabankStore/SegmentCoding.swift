internal import Registers

/// Records of one kind and bucket as bytes: sorted by person, column after column.
///
/// A format byte and the number of rows (varint); persons as differences (varints); the ids of
/// records, eight bytes each; a byte that tells whether any is cancelled, then a bit a row; a byte
/// that tells whether there are second persons, then these as a column; then each column: the
/// smallest value (four bytes), the bytes a value takes (0–4) and whether any is empty, then for
/// each row value − smallest, or where some are empty that plus one and 0 for empty. All numbers
/// have their lowest byte first.
enum SegmentCoding {
    private static let format: UInt8 = 1

    /// Encodes rows that are sorted by person.
    static func bytes(of batch: RecordBatch) -> [UInt8] {
        var bytes: [UInt8] = [format]
        bytes.reserveCapacity(batch.count * (12 + batch.columns.count * 2) + 64)
        append(varint: UInt64(batch.count), to: &bytes)
        var last = RecordBatch.nobody
        for person in batch.persons {
            append(varint: UInt64(person - last), to: &bytes)
            last = person
        }
        for record in batch.records { append(record, width: 8, to: &bytes) }
        appendFlags(batch.cancelled, to: &bytes)
        bytes.append(batch.others.isEmpty ? 0 : 1)
        if !batch.others.isEmpty { append(column: batch.others, to: &bytes) }
        for column in batch.columns { append(column: column, to: &bytes) }
        return bytes
    }

    /// Decodes rows; `nil` when the bytes are no such rows.
    static func batch(of kind: RecordKind, from bytes: [UInt8]) -> RecordBatch? {
        bytes.withUnsafeBufferPointer { buffer in
            var reader = SegmentReader(buffer)
            guard reader.byte() == format, let rows = reader.varint(),
                rows <= UInt64(buffer.count)
            else { return nil }
            let count = Int(rows)
            var batch = RecordBatch(of: kind)
            guard let persons = reader.persons(count), let records = reader.records(count),
                let cancelled = reader.flags(count), let hasOthers = reader.byte()
            else { return nil }
            batch.persons = persons
            batch.records = records
            batch.cancelled = cancelled
            if hasOthers == 1 {
                guard let others = reader.column(count) else { return nil }
                batch.others = others
            }
            for place in batch.columns.indices {
                guard let column = reader.column(count) else { return nil }
                batch.columns[place] = column
            }
            return reader.isAtEnd ? batch : nil
        }
    }

    private static func appendFlags(_ flags: [Bool], to bytes: inout [UInt8]) {
        guard flags.contains(true) else {
            bytes.append(0)
            return
        }
        bytes.append(1)
        for start in stride(from: 0, to: flags.count, by: 8) {
            var byte: UInt8 = 0
            for place in start..<min(start + 8, flags.count) where flags[place] {
                byte |= 1 << UInt8(place - start)
            }
            bytes.append(byte)
        }
    }

    private static func append(column: [Int32], to bytes: inout [UInt8]) {
        var (smallest, largest) = (Int32.max, Int32.min)
        var hasEmpty = false
        for value in column {
            guard value != RecordBatch.empty else {
                hasEmpty = true
                continue
            }
            smallest = min(smallest, value)
            largest = max(largest, value)
        }
        if smallest > largest { (smallest, largest) = (0, 0) }
        let range = UInt64(Int64(largest) - Int64(smallest)) + (hasEmpty ? 1 : 0)
        let width = (64 - range.leadingZeroBitCount + 7) / 8
        append(UInt64(UInt32(bitPattern: smallest)), width: 4, to: &bytes)
        bytes.append(UInt8(width) << 1 | (hasEmpty ? 1 : 0))
        guard width > 0 else { return }
        let shift = Int64(smallest) - (hasEmpty ? 1 : 0)
        for value in column {
            let number = value == RecordBatch.empty ? 0 : UInt64(Int64(value) - shift)
            append(number, width: width, to: &bytes)
        }
    }

    @inline(__always)
    private static func append(_ number: UInt64, width: Int, to bytes: inout [UInt8]) {
        var rest = number
        for _ in 0..<width {
            bytes.append(UInt8(truncatingIfNeeded: rest))
            rest >>= 8
        }
    }

    @inline(__always)
    private static func append(varint number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }
}

/// Reads what `SegmentCoding` wrote, and never beyond its end.
private struct SegmentReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { position == bytes.count }

    mutating func byte() -> UInt8? {
        guard position < bytes.count else { return nil }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func varint() -> UInt64? {
        var (number, shift) = (UInt64(0), UInt64(0))
        while let byte = byte(), shift < 64 {
            number |= UInt64(byte & 0x7F) << shift
            guard byte >= 0x80 else { return number }
            shift += 7
        }
        return nil
    }

    mutating func persons(_ count: Int) -> [Int32]? {
        var persons = [Int32](repeating: 0, count: count)
        var last = Int64(RecordBatch.nobody)
        for place in 0..<count {
            guard let step = varint(), step <= UInt64(Int32.max) else { return nil }
            last += Int64(step)
            guard let person = Int32(exactly: last) else { return nil }
            persons[place] = person
        }
        return persons
    }

    mutating func records(_ count: Int) -> [UInt64]? {
        guard let numbers = numbers(count, width: 8) else { return nil }
        return numbers
    }

    mutating func flags(_ count: Int) -> [Bool]? {
        guard let isSet = byte() else { return nil }
        var flags = [Bool](repeating: false, count: count)
        guard isSet == 1 else { return isSet == 0 ? flags : nil }
        let start = position
        guard bytes.count - start >= (count + 7) / 8 else { return nil }
        for place in 0..<count { flags[place] = bytes[start + place / 8] >> (place % 8) & 1 == 1 }
        position += (count + 7) / 8
        return flags
    }

    mutating func column(_ count: Int) -> [Int32]? {
        guard bytes.count - position >= 5 else { return nil }
        var smallest: UInt32 = 0
        for place in 0..<4 { smallest |= UInt32(bytes[position + place]) << (8 * UInt32(place)) }
        position += 4
        guard let head = byte(), head >> 1 <= 5 else { return nil }
        let (width, hasEmpty) = (Int(head >> 1), head & 1 == 1)
        let base = Int64(Int32(bitPattern: smallest))
        guard width > 0 else { return [Int32](repeating: Int32(base), count: count) }
        guard bytes.count - position >= count * width else { return nil }
        let shift = base - (hasEmpty ? 1 : 0)
        var column = [Int32](repeating: RecordBatch.empty, count: count)
        var place = position
        for row in 0..<count {
            var number: UInt64 = 0
            for byte in 0..<width { number |= UInt64(bytes[place + byte]) << (8 * UInt64(byte)) }
            place += width
            guard !hasEmpty || number != 0 else { continue }
            column[row] = Int32(truncatingIfNeeded: shift + Int64(number))
        }
        position = place
        return column
    }

    private mutating func numbers(_ count: Int, width: Int) -> [UInt64]? {
        guard bytes.count - position >= count * width else { return nil }
        var numbers = [UInt64](repeating: 0, count: count)
        let raw = UnsafeRawBufferPointer(bytes)
        for place in 0..<count {
            numbers[place] = UInt64(
                littleEndian: raw.loadUnaligned(
                    fromByteOffset: position + place * width,
                    as: UInt64.self
                )
            )
        }
        position += count * width
        return numbers
    }
}
