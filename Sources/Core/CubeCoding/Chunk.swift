public import StatisticsModel

/// A block of rows by a span of periods: the unit that is stored, hashed and cached.
public struct Chunk: Sendable, Equatable {
    /// How many rows there are.
    public let rows: Int
    /// How many columns each row has.
    public let columns: Int
    /// The scaled integers, row after row; 0 where the status is not `.value`.
    public internal(set) var scaled: [Int64]
    /// The status bytes, row after row.
    public internal(set) var statuses: [UInt8]

    /// Makes a chunk without cells.
    public init(rows: Int, columns: Int) {
        precondition(rows > 0 && (1...16).contains(columns), "a chunk has rows and 1–16 columns")
        self.rows = rows
        self.columns = columns
        scaled = [Int64](repeating: 0, count: rows * columns)
        statuses = [UInt8](repeating: CellStatus.absent.rawValue, count: rows * columns)
    }

    /// The cell at a row and a column, both from 0.
    public subscript(row: Int, column: Int) -> Cell {
        get {
            let index = index(row, column)
            guard let status = CellStatus(rawValue: statuses[index]) else {
                preconditionFailure("the decoder lets only known statuses in")
            }
            return status == .value ? Cell(scaled: scaled[index]) : Cell(without: status)
        }
        set {
            let index = index(row, column)
            scaled[index] = newValue.scaled
            statuses[index] = newValue.status.rawValue
        }
    }

    private func index(_ row: Int, _ column: Int) -> Int {
        precondition(column >= 0 && column < columns, "a row has only so many columns")
        return row * columns + column
    }

    /// How many cells there are, withheld ones included.
    ///
    /// - Complexity: O(*n*) in the number of cells.
    public var cellCount: Int {
        statuses.withUnsafeBufferPointer { statuses in
            statuses.count { $0 != CellStatus.absent.rawValue }
        }
    }

    /// Bit *n* says that column *n* has a cell.
    ///
    /// - Complexity: O(*n*) in the number of cells; less when each column has one early.
    public var columnMask: UInt16 {
        statuses.withUnsafeBufferPointer { statuses in
            var mask: UInt16 = 0
            for column in 0..<columns {
                for index in stride(from: column, to: statuses.count, by: columns)
                where statuses[index] != CellStatus.absent.rawValue {
                    mask |= 1 << UInt16(column)
                    break
                }
            }
            return mask
        }
    }
}
