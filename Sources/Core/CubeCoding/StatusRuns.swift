internal import StatisticsModel

/// Statuses, run-length coded: a varint (cells − 1) · 8 + code for each run.
///
/// The codes are 0–4 for the status bytes 0–4, 5 for an absent cell and, where a column is coded
/// beside the one before it, 7 for the same status as there.
struct StatusRuns {
    /// The code of a cell that is like the one in the column before.
    static let asBefore: UInt8 = 7

    private var code: UInt8 = 0
    private var count = 0

    /// Begins a sequence of runs.
    init() {}

    /// Adds a cell's code, and appends the run before it when that has ended.
    @inline(__always)
    mutating func add(_ next: UInt8, to bytes: inout [UInt8]) {
        if next != code {
            finish(to: &bytes)
            code = next
        }
        count += 1
    }

    /// Appends the last run.
    mutating func finish(to bytes: inout [UInt8]) {
        guard count > 0 else { return }
        bytes.append(varint: UInt64(count - 1) << 3 | UInt64(code))
        count = 0
    }

    /// Reads a run of at most `limit` cells.
    ///
    /// - Throws: `ChunkError.malformed` when the run is longer.
    static func read(
        limit: Int,
        from reader: inout ByteReader
    ) throws(ChunkError) -> (code: UInt8, count: Int) {
        let token = try reader.varint()
        guard token >> 3 < UInt64(limit) else { throw .malformed("a run of statuses is too long") }
        return (UInt8(token & 7), Int(token >> 3) + 1)
    }

    /// Returns a status byte's code.
    @inline(__always)
    static func code(of status: UInt8) -> UInt8 {
        status == CellStatus.absent.rawValue ? 5 : status
    }

    /// Returns the status byte of a code.
    ///
    /// - Throws: `ChunkError.malformed` when there is no such status.
    @inline(__always)
    static func status(of code: UInt8) throws(ChunkError) -> UInt8 {
        guard code <= 5 else { throw .malformed("an unknown status \(code)") }
        return code == 5 ? CellStatus.absent.rawValue : code
    }
}
