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
            let index = row * columns + column
            guard let status = CellStatus(rawValue: statuses[index]) else {
                preconditionFailure("the decoder lets only known statuses in")
            }
            return status == .value ? Cell(scaled: scaled[index]) : Cell(without: status)
        }
        set {
            let index = row * columns + column
            scaled[index] = newValue.scaled
            statuses[index] = newValue.status.rawValue
        }
    }

    /// How many cells there are, withheld ones included.
    public var cellCount: Int {
        statuses.reduce(0) { $1 == CellStatus.absent.rawValue ? $0 : $0 + 1 }
    }

    /// Bit *n* says that column *n* has a cell.
    public var columnMask: UInt16 {
        var mask: UInt16 = 0
        for index in statuses.indices where statuses[index] != CellStatus.absent.rawValue {
            mask |= 1 << UInt16(index % columns)
        }
        return mask
    }
}
