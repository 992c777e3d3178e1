internal import QueryPlanning
internal import StatisticsService

extension Slice.Flags {
    /// The words of the API for the flags that are set.
    var words: [String] {
        (contains(.provisional) ? ["provisional"] : []) + (contains(.seriesBreak) ? ["break"] : [])
    }
}

extension Slice {
    /// Whether some cell of a period, by its place in the plan, has a flag.
    func isFlagged(period: Int) -> Bool {
        plan.columns.indices.contains { !flags(column: $0, period: period).isEmpty }
    }
}

/// The flags of rows as words, made once a period.
enum FlagWords {
    /// Returns for each period the words of a row: a flag that all measures have by its word, and
    /// one that only some have with the columns: `provisional:y25i01_fulltimePersons`.
    static func ofRows(_ slice: Slice) -> [String] {
        let columns = slice.plan.columns
        return slice.plan.periods.indices.map { period in
            guard slice.isFlagged(period: period) else { return "" }
            let flags = columns.indices.map { slice.flags(column: $0, period: period) }
            let shared = flags.dropFirst().reduce(flags.first ?? []) { $0.intersection($1) }
            var words = shared.words
            for (column, own) in zip(columns, flags) {
                words += own.subtracting(shared).words.map { "\($0):\(column.name)" }
            }
            return words.joined(separator: " ")
        }
    }
}
