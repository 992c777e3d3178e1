internal import StatisticsModel

/// The patch that leads from one version of a chunk to the next.
///
/// After the header: the mask of the columns that have lost all their cells (varint), the mask of
/// the columns that had none and now have some (varint), and then
/// 1. each other cell that differs, row after row: a varint (cells since the one before) · 2 + (1 if
///    the status differs), then the new status byte if it differs, then the difference of the
///    values as a zigzag varint if the cell has one now; a cell without a value counts as 0;
/// 2. a zero byte;
/// 3. each column that had no cell: its statuses as `StatusRuns` beside the column before, then its
///    values as `DeltaTokens`, each relative to the nearest value before it in its row or, where
///    there is none, to the value above it in the column that was told last.
enum PatchCoding {
    /// Encodes what differs.
    static func bytes(from previous: Chunk, to current: Chunk) -> [UInt8] {
        precondition(
            previous.rows == current.rows && previous.columns == current.columns,
            "versions of a chunk have one shape"
        )
        let (before, now) = (previous.columnMask, current.columnMask)
        var bytes = ChunkCodec.header(.patch)
        bytes.append(varint: UInt64(before & ~now))
        bytes.append(varint: UInt64(now & ~before))
        appendChanges(from: previous, to: current, in: before & now, to: &bytes)
        bytes.append(0)
        for column in (now & ~before).columns {
            append(column, of: current, to: &bytes)
        }
        return bytes
    }

    private static func appendChanges(
        from previous: Chunk,
        to current: Chunk,
        in mask: UInt16,
        to bytes: inout [UInt8]
    ) {
        guard mask != 0 else { return }
        var last = -1
        let columns = current.columns
        previous.scaled.withUnsafeBufferPointer { oldValues in
            current.scaled.withUnsafeBufferPointer { values in
                previous.statuses.withUnsafeBufferPointer { oldStatuses in
                    current.statuses.withUnsafeBufferPointer { statuses in
                        for start in stride(from: 0, to: values.count, by: columns) {
                            for column in 0..<columns {
                                let index = start + column
                                let isRestated = statuses[index] != oldStatuses[index]
                                guard isRestated || values[index] != oldValues[index] else {
                                    continue
                                }
                                guard mask.has(column) else { continue }
                                let status = isRestated ? statuses[index] : nil
                                append(gap: index - last, status: status, to: &bytes)
                                last = index
                                guard statuses[index] == CellStatus.value.rawValue else { continue }
                                let delta = values[index] &- oldValues[index]
                                bytes.append(varint: delta.zigzag)
                            }
                        }
                    }
                }
            }
        }
    }

    private static func append(gap: Int, status: UInt8?, to bytes: inout [UInt8]) {
        bytes.append(varint: UInt64(gap) << 1 | (status == nil ? 0 : 1))
        if let status { bytes.append(status) }
    }

    private static func append(_ column: Int, of chunk: Chunk, to bytes: inout [UInt8]) {
        let columns = chunk.columns
        chunk.statuses.withUnsafeBufferPointer { statuses in
            var runs = StatusRuns()
            for index in stride(from: column, to: statuses.count, by: columns) {
                let status = statuses[index]
                let isAsBefore = column > 0 && statuses[index - 1] == status
                let code = isAsBefore ? StatusRuns.asBefore : StatusRuns.code(of: status)
                runs.add(code, to: &bytes)
            }
            runs.finish(to: &bytes)
            chunk.scaled.withUnsafeBufferPointer { scaled in
                var forecast = ColumnForecast(column: column, columns: columns)
                withUnsafeTemporaryAllocation(of: Int64.self, capacity: chunk.rows) { deltas in
                    var count = 0
                    for index in stride(from: column, to: statuses.count, by: columns)
                    where statuses[index] == CellStatus.value.rawValue {
                        let expected = forecast.value(at: index, of: scaled, statuses)
                        deltas.initializeElement(at: count, to: scaled[index] &- expected)
                        count += 1
                        forecast.last = scaled[index]
                    }
                    DeltaTokens.append(UnsafeBufferPointer(rebasing: deltas[..<count]), to: &bytes)
                }
            }
        }
    }

    /// Applies a patch.
    ///
    /// - Parameters:
    ///   - bytes: The patch.
    ///   - chunk: The version before it; left half-way when an error is thrown.
    /// - Throws: `ChunkError.malformed` when the bytes are no patch on that version.
    static func apply(_ bytes: [UInt8], to chunk: inout Chunk) throws(ChunkError) {
        try bytes.withUnsafeBufferPointer { (bytes) throws(ChunkError) in
            var reader = ByteReader(bytes)
            try ChunkCodec.readHeader(.patch, from: &reader)
            let lost = try ChunkCodec.readMask(columns: chunk.columns, from: &reader)
            let new = try ChunkCodec.readMask(columns: chunk.columns, from: &reader)
            guard new == 0 || new & chunk.columnMask == 0 else {
                throw .malformed("a column that had cells is told as new")
            }
            clear(lost, of: &chunk)
            try applyChanges(to: &chunk, from: &reader)
            for column in new.columns {
                let count = try readStatuses(of: column, in: &chunk, from: &reader)
                try readValues(count, of: column, in: &chunk, from: &reader)
            }
            guard reader.isAtEnd else { throw .malformed("bytes after the patch's end") }
        }
    }

    private static func clear(_ mask: UInt16, of chunk: inout Chunk) {
        for column in mask.columns {
            for index in stride(from: column, to: chunk.scaled.count, by: chunk.columns) {
                chunk.scaled[index] = 0
                chunk.statuses[index] = CellStatus.absent.rawValue
            }
        }
    }

    private static func applyChanges(
        to chunk: inout Chunk,
        from reader: inout ByteReader
    ) throws(ChunkError) {
        var index = -1
        while case let token = try reader.varint(), token != 0 {
            let gap = token >> 1
            guard gap > 0, gap < UInt64(chunk.scaled.count - index) else {
                throw .malformed("a change beyond the chunk's end")
            }
            index += Int(gap)
            if token & 1 != 0 {
                guard let status = CellStatus(rawValue: try reader.byte()) else {
                    throw .malformed("an unknown status")
                }
                chunk.statuses[index] = status.rawValue
                guard status == .value else {
                    chunk.scaled[index] = 0
                    continue
                }
            } else if chunk.statuses[index] != CellStatus.value.rawValue {
                throw .malformed("a revised value where there was none")
            }
            chunk.scaled[index] &+= Int64(zigzag: try reader.varint())
        }
    }

    /// Reads a new column's statuses and returns how many values it has.
    private static func readStatuses(
        of column: Int,
        in chunk: inout Chunk,
        from reader: inout ByteReader
    ) throws(ChunkError) -> Int {
        var values = 0
        var row = 0
        while row < chunk.rows {
            let run = try StatusRuns.read(limit: chunk.rows - row, from: &reader)
            let isAsBefore = run.code == StatusRuns.asBefore && column > 0
            let told = isAsBefore ? 0 : try StatusRuns.status(of: run.code)
            for _ in 0..<run.count {
                let index = row * chunk.columns + column
                let status = isAsBefore ? chunk.statuses[index - 1] : told
                chunk.statuses[index] = status
                if status == CellStatus.value.rawValue { values += 1 }
                row += 1
            }
        }
        return values
    }

    private static func readValues(
        _ count: Int,
        of column: Int,
        in chunk: inout Chunk,
        from reader: inout ByteReader
    ) throws(ChunkError) {
        var deltas = [Int64](repeating: 0, count: count)
        try deltas.withUnsafeMutableBufferPointer { (deltas) throws(ChunkError) in
            try DeltaTokens.read(into: deltas, from: &reader)
        }
        let columns = chunk.columns
        let statuses = chunk.statuses
        chunk.scaled.withUnsafeMutableBufferPointer { scaled in
            statuses.withUnsafeBufferPointer { statuses in
                var forecast = ColumnForecast(column: column, columns: columns)
                var next = 0
                for index in stride(from: column, to: statuses.count, by: columns) {
                    guard statuses[index] == CellStatus.value.rawValue else {
                        // A forged patch may have changed cells of the column before telling it.
                        scaled[index] = 0
                        continue
                    }
                    let values = UnsafeBufferPointer(scaled)
                    let value = forecast.value(at: index, of: values, statuses) &+ deltas[next]
                    scaled[index] = value
                    forecast.last = value
                    next += 1
                }
            }
        }
    }
}

/// What a value in a new column is expected to be: the nearest value before it in its row or, where
/// there is none, the last value that was told.
private struct ColumnForecast {
    let column: Int
    let columns: Int
    /// The value that was told last; 0 before the first.
    var last: Int64 = 0

    @inline(__always)
    func value(
        at index: Int,
        of scaled: UnsafeBufferPointer<Int64>,
        _ statuses: UnsafeBufferPointer<UInt8>
    ) -> Int64 {
        for earlier in 1..<column + 1 where statuses[index - earlier] == CellStatus.value.rawValue {
            return scaled[index - earlier]
        }
        return last
    }
}
