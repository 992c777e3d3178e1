internal import StatisticsModel

/// The keyframe of a chunk.
///
/// After the header: rows (varint), columns (byte), the mask of the columns that have a cell
/// (varint), and then, of these columns only and row after row,
/// 1. the statuses as `StatusRuns`;
/// 2. for each group of 32 rows that has a value, where its tokens begin (four bytes, the lowest
///    first, counted from the first token), so that a row can be read without the groups before;
/// 3. for each such group, its values as `DeltaTokens`. A row's first value is told relative to the
///    first value of the row before it in the group that has one (to 0 where there is none), the
///    others relative to the value before them in the row. Cells without a value take no token.
enum KeyframeCoding {
    static let groupRows = 32

    /// Encodes a chunk.
    static func bytes(of chunk: Chunk) -> [UInt8] {
        var bytes: [UInt8] = []
        _ = append(chunk, limit: .max, to: &bytes)
        return bytes
    }

    /// Encodes a chunk; `nil` when that takes more than so many bytes, which is found out early.
    static func bytes(of chunk: Chunk, limit: Int) -> [UInt8]? {
        var bytes: [UInt8] = []
        return append(chunk, limit: limit, to: &bytes) ? bytes : nil
    }

    private static func append(_ chunk: Chunk, limit: Int, to bytes: inout [UInt8]) -> Bool {
        let mask = chunk.columnMask
        let present = mask.columns
        bytes.reserveCapacity(min(limit, 64 + chunk.rows * present.count))
        bytes += ChunkCodec.header(.keyframe)
        bytes.append(varint: UInt64(chunk.rows))
        bytes.append(UInt8(truncatingIfNeeded: chunk.columns))
        bytes.append(varint: UInt64(mask))
        guard !present.isEmpty else { return bytes.count <= limit }
        return appendStatuses(of: chunk, in: present, limit: limit, to: &bytes)
            && appendValues(of: chunk, in: present, limit: limit, to: &bytes)
    }

    private static func appendStatuses(
        of chunk: Chunk,
        in present: [Int],
        limit: Int,
        to bytes: inout [UInt8]
    ) -> Bool {
        var runs = StatusRuns()
        chunk.statuses.withUnsafeBufferPointer { statuses in
            present.withUnsafeBufferPointer { present in
                for start in stride(from: 0, to: statuses.count, by: chunk.columns)
                where bytes.count <= limit {
                    for column in present {
                        runs.add(StatusRuns.code(of: statuses[start + column]), to: &bytes)
                    }
                }
            }
        }
        runs.finish(to: &bytes)
        return bytes.count <= limit
    }

    private static func appendValues(
        of chunk: Chunk,
        in present: [Int],
        limit: Int,
        to bytes: inout [UInt8]
    ) -> Bool {
        var tokens: [UInt8] = []
        tokens.reserveCapacity(min(limit, chunk.rows * present.count))
        // One place more than there are cells, since a cell without a value is written, too, before
        // the next one takes its place.
        let capacity = groupRows * present.count + 1
        withUnsafeTemporaryAllocation(of: Int64.self, capacity: capacity) { deltas in
            deltas.initialize(repeating: 0)
            for row in stride(from: 0, to: chunk.rows, by: groupRows)
            where bytes.count + tokens.count <= limit {
                let group = row..<min(row + groupRows, chunk.rows)
                let count = gather(group, of: chunk, in: present, into: deltas)
                guard count > 0 else { continue }
                bytes.append(UInt64(tokens.count), width: 4)
                DeltaTokens.append(UnsafeBufferPointer(rebasing: deltas[..<count]), to: &tokens)
            }
        }
        bytes += tokens
        return bytes.count <= limit
    }

    /// Puts a group's differences into a buffer and returns how many there are.
    private static func gather(
        _ group: Range<Int>,
        of chunk: Chunk,
        in present: [Int],
        into deltas: UnsafeMutableBufferPointer<Int64>
    ) -> Int {
        var count = 0
        var first: Int64 = 0
        chunk.scaled.withUnsafeBufferPointer { scaled in
            chunk.statuses.withUnsafeBufferPointer { statuses in
                present.withUnsafeBufferPointer { present in
                    for row in group {
                        var before = first
                        var isFirst = true
                        for column in present {
                            let index = row * chunk.columns + column
                            let isValue = statuses[index] == CellStatus.value.rawValue
                            deltas[count] = scaled[index] &- before
                            count += isValue ? 1 : 0
                            before = isValue ? scaled[index] : before
                            first = isFirst && isValue ? before : first
                            isFirst = isFirst && !isValue
                        }
                    }
                }
            }
        }
        return count
    }

    /// Decodes a keyframe.
    ///
    /// - Parameters:
    ///   - bytes: The keyframe.
    ///   - chunk: A chunk of the wanted shape without cells.
    /// - Throws: `ChunkError.malformed` when the bytes are no keyframe of that shape.
    static func decode(_ bytes: [UInt8], into chunk: inout Chunk) throws(ChunkError) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(ChunkError) in
            var reader = ByteReader(bytes)
            try ChunkCodec.readHeader(.keyframe, from: &reader)
            guard try reader.varint() == UInt64(chunk.rows),
                Int(try reader.byte()) == chunk.columns
            else { throw .malformed("a keyframe of another shape") }
            let mask = try ChunkCodec.readMask(columns: chunk.columns, from: &reader)
            if mask != 0 {
                let counts = try readStatuses(in: mask.columns, of: &chunk, from: &reader)
                try readValues(counts, in: mask.columns, of: &chunk, from: &reader)
            }
            guard reader.isAtEnd else { throw .malformed("bytes after the keyframe's end") }
        }
    }

    /// Reads the statuses and returns how many values each group has.
    private static func readStatuses(
        in present: [Int],
        of chunk: inout Chunk,
        from reader: inout ByteReader
    ) throws(ChunkError) -> [Int] {
        let (rows, columns) = (chunk.rows, chunk.columns)
        let groupCells = groupRows * columns
        var counts = [Int](repeating: 0, count: (rows + groupRows - 1) / groupRows)
        try chunk.statuses.withUnsafeMutableBufferPointer { (statuses) throws(ChunkError) in
            try fill(present, of: statuses, rows: rows, columns: columns, from: &reader)
            for group in counts.indices {
                let start = group * groupCells
                var count = 0
                for index in start..<min(start + groupCells, statuses.count) {
                    count &+= statuses[index] == CellStatus.value.rawValue ? 1 : 0
                }
                counts[group] = count
            }
        }
        return counts
    }

    private static func fill(
        _ present: [Int],
        of statuses: UnsafeMutableBufferPointer<UInt8>,
        rows: Int,
        columns: Int,
        from reader: inout ByteReader
    ) throws(ChunkError) {
        let isWhole = present.count == columns
        let end = rows * present.count
        var position = 0
        var start = 0
        var place = 0
        while position < end {
            let run = try StatusRuns.read(limit: end - position, from: &reader)
            let status = try StatusRuns.status(of: run.code)
            let next = position + run.count
            if isWhole {
                for index in position..<next { statuses[index] = status }
            } else {
                for _ in position..<next {
                    statuses[start + present[place]] = status
                    place += 1
                    guard place == present.count else { continue }
                    place = 0
                    start += columns
                }
            }
            position = next
        }
    }

    private static func readValues(
        _ counts: [Int],
        in present: [Int],
        of chunk: inout Chunk,
        from reader: inout ByteReader
    ) throws(ChunkError) {
        var offsets: [Int] = []
        for _ in 0..<counts.count(where: { $0 > 0 }) {
            offsets.append(Int(try reader.integer(width: 4)))
        }
        let origin = reader.position
        // One place more than there are cells: after the last value one is read, though not used.
        var deltas = [Int64](repeating: 0, count: groupRows * present.count + 1)
        var next = 0
        for group in counts.indices where counts[group] > 0 {
            guard reader.position - origin == offsets[next] else {
                throw .malformed("a group begins elsewhere than the directory says")
            }
            next += 1
            try deltas.withUnsafeMutableBufferPointer { (deltas) throws(ChunkError) in
                let room = UnsafeMutableBufferPointer(rebasing: deltas[..<counts[group]])
                try DeltaTokens.read(into: room, from: &reader)
            }
            let first = group * groupRows
            place(deltas, in: first..<min(first + groupRows, chunk.rows), of: &chunk)
        }
    }

    /// Adds a group's differences up to its values.
    private static func place(_ deltas: [Int64], in group: Range<Int>, of chunk: inout Chunk) {
        let columns = chunk.columns
        let statuses = chunk.statuses
        chunk.scaled.withUnsafeMutableBufferPointer { scaled in
            statuses.withUnsafeBufferPointer { statuses in
                deltas.withUnsafeBufferPointer { deltas in
                    var next = 0
                    var first: Int64 = 0
                    for row in group {
                        var value = first
                        var isFirst = true
                        for index in row * columns..<(row + 1) * columns {
                            let isValue = statuses[index] == CellStatus.value.rawValue
                            value &+= isValue ? deltas[next] : 0
                            next += isValue ? 1 : 0
                            scaled[index] = isValue ? value : 0
                            first = isFirst && isValue ? value : first
                            isFirst = isFirst && !isValue
                        }
                    }
                }
            }
        }
    }
}
