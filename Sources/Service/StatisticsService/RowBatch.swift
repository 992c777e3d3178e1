public import StatisticsModel

/// Some rows of a slice, one after another: where they are, and their cells.
///
/// A row's members and its period are given by their places in the slice's axes and periods, so
/// that a format looks up each label once and not once a row.
public struct RowBatch: Sendable {
    /// How many axes the slice has.
    public let axisCount: Int
    /// How many measures a row has.
    public let columnCount: Int
    /// For each row the place of its member on each axis, row after row.
    public internal(set) var memberPlaces: [Int32] = []
    /// For each row the place of its period.
    public internal(set) var periodPlaces: [Int32] = []
    /// The cells' scaled integers, row after row; 0 where the status is not `.value`.
    public internal(set) var scaled: [Int64] = []
    /// The cells' status bytes, row after row; never that of `.absent`.
    public internal(set) var statuses: [UInt8] = []

    init(axisCount: Int, columnCount: Int) {
        self.axisCount = axisCount
        self.columnCount = columnCount
    }

    /// How many rows there are.
    public var count: Int { periodPlaces.count }

    /// Returns a cell; where the slice has none beside another measure's, it is `.notAvailable`.
    public func cell(row: Int, column: Int) -> Cell {
        let index = row * columnCount + column
        let status = CellStatus(rawValue: statuses[index]) ?? .notAvailable
        return status == .value ? Cell(scaled: scaled[index]) : Cell(without: status)
    }

    /// Returns the place of a row's member on an axis.
    public func memberPlace(row: Int, axis: Int) -> Int {
        Int(memberPlaces[row * axisCount + axis])
    }

    /// Returns the rows at some places, in that order.
    func rows(at places: some Collection<Int>) -> RowBatch {
        var batch = RowBatch(axisCount: axisCount, columnCount: columnCount)
        for place in places {
            batch.memberPlaces += memberPlaces[place * axisCount..<(place + 1) * axisCount]
            batch.periodPlaces.append(periodPlaces[place])
            batch.scaled += scaled[place * columnCount..<(place + 1) * columnCount]
            batch.statuses += statuses[place * columnCount..<(place + 1) * columnCount]
        }
        return batch
    }

    mutating func append(_ other: RowBatch) {
        memberPlaces += other.memberPlaces
        periodPlaces += other.periodPlaces
        scaled += other.scaled
        statuses += other.statuses
    }
}
