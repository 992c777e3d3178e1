internal import StatisticsModel

/// The cells of one file in compact columns, in the order of their keys.
struct DeliveryTable: Sendable {
    /// One measure's cells: as many as there are keys.
    struct Column: Sendable {
        let measure: Measure
        var scaled: [Int64] = []
        var statuses: [UInt8] = []
    }

    let file: String
    let indicator: Code<Indicator>
    /// How many rows the file has, right or wrong.
    var rowCount = 0
    var keys: [DeliveredKey] = []
    var lines: [Int32] = []
    var columns: [Column]

    /// Brings the rows in the order of their keys, rows of equal keys in the order of their lines.
    mutating func sort() {
        guard zip(keys, keys.dropFirst()).contains(where: { $0 > $1 }) else { return }
        let keys = self.keys
        let order = (0..<Int32(keys.count))
            .sorted { left, right in
                let first = keys[Int(left)]
                let second = keys[Int(right)]
                return first == second ? left < right : first < second
            }
        self.keys = order.map { keys[Int($0)] }
        lines = order.map { lines[Int($0)] }
        for index in columns.indices {
            let scaled = columns[index].scaled
            let statuses = columns[index].statuses
            columns[index].scaled = order.map { scaled[Int($0)] }
            columns[index].statuses = order.map { statuses[Int($0)] }
        }
    }
}

/// What a column of a file is, as its header says.
enum DeliveryColumn: Equatable {
    /// A dimension, by its place among the indicator's.
    case axis(Int)
    /// The period.
    case period
    /// A measure, by its place among the file's.
    case measure(Int)
    /// What happens to the row, in a delta.
    case operation
    /// Something that nobody knows.
    case unknown
}
