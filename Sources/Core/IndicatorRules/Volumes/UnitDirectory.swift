public import Databank
public import Registers

/// Where production units are, whose they are, and what they do, by month.
public struct UnitDirectory: Sendable {
    /// A production unit as it is during some days.
    public struct Entry: Sendable, Equatable {
        /// The unit's number.
        public let unit: Int32
        /// The company that it belongs to.
        public let company: Int32
        /// The municipality, in the structure since 2007; 0 where that is unknown.
        public let municipality: Int16
        /// The place in the list of industries.
        public let industry: Int16
        /// The first day.
        public let from: Int32
        /// The last day; `Int32.max` while it goes on.
        public let to: Int32
        /// Employees on average, in hundredths.
        public let employees: Int32
    }

    /// By unit, then by first day.
    private let entries: [Entry]

    /// Makes an empty directory.
    public init() {
        entries = []
    }

    /// Reads the records of production units; a later one ends the one before of the same unit.
    ///
    /// - Parameters:
    ///   - records: The records that hold, each once; those taken back are passed over.
    ///   - reform: How municipalities of before 2007 are mapped.
    public init(_ records: RecordBatch, reform: MunicipalityReform = MunicipalityReform()) {
        precondition(records.kind == .productionUnits, "a directory holds production units")
        let columns = records.columns
        let rows = (0..<records.count).filter { !records.cancelled[$0] }
            .sorted { (columns[0][$0], columns[4][$0], $0) < (columns[0][$1], columns[4][$1], $1) }
        entries = rows.indices.map { place in
            let row = rows[place]
            let unit = columns[0][row]
            let from = columns[4][row]
            let next = place + 1 < rows.count ? rows[place + 1] : row
            let isChanged = next != row && columns[0][next] == unit
            let to = columns[5][row] == RecordBatch.empty ? Int32.max : columns[5][row]
            return Entry(
                unit: unit,
                company: columns[1][row],
                municipality: reform.municipality(of: columns[2][row], road: nil, on: from),
                industry: Int16(truncatingIfNeeded: columns[3][row]),
                from: from,
                to: isChanged ? min(to, columns[4][next] - 1) : to,
                employees: columns[6][row]
            )
        }
    }

    /// Returns a unit as it last was in a month; `nil` when the register doesn't have it then.
    ///
    /// - Complexity: O(log *n*) in the number of entries.
    public func entry(of unit: Int32, in month: Int32) -> Entry? {
        let last = CivilMonth.lastDay(of: month)
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if (entries[middle].unit, entries[middle].from) <= (unit, last) {
                low = middle + 1
            } else {
                high = middle
            }
        }
        guard low > 0, entries[low - 1].unit == unit else { return nil }
        let entry = entries[low - 1]
        return entry.to >= CivilMonth.firstDay(of: month) ? entry : nil
    }
}
