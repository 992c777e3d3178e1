internal import StatisticsModel

/// The periods that a question can choose from.
struct PeriodOffer: Sendable {
    /// For each length with figures the first and the last period, by ordinal.
    let ranges: [PeriodType: ClosedRange<Int>]
    /// The lengths with figures that all indicators have, the default first; empty without figures.
    let types: [PeriodType]
    /// The last month whose figures are final in every indicator.
    let lastFinalMonth: Period

    /// Joins the offers of some indicators: a period is there if one of them has it.
    init(_ indexes: [IndicatorIndex], dataMonth: Period) {
        var ranges: [PeriodType: ClosedRange<Int>] = [:]
        for index in indexes {
            for (type, range) in index.periods {
                let known = ranges[type] ?? range
                ranges[type] =
                    min(
                        known.lowerBound,
                        range.lowerBound
                    )...max(
                        known.upperBound,
                        range.upperBound
                    )
            }
        }
        self.ranges = ranges
        let declared = indexes.first?.indicator.periodTypes ?? []
        types = declared.filter { type in
            ranges[type] != nil
                && indexes.allSatisfy { $0.indicator.periodTypes.contains(type) }
        }
        let provisional = indexes.map(\.indicator.provisionalPeriods).max() ?? 0
        lastFinalMonth = dataMonth.advanced(by: -provisional)
    }

    /// What to write, for problems: the first and the last period of each length.
    var allowed: [String] {
        types.compactMap { type in
            ranges[type]
                .map { range in
                    "\(Period(type: type, ordinal: range.lowerBound))"
                        + "..\(Period(type: type, ordinal: range.upperBound))"
                }
        }
    }

    /// Returns how to ask for the newest period of a length; `nil` when there are no figures.
    func newestTerm(of type: PeriodType?) -> String? {
        guard let standard = types.first else { return nil }
        guard let type, type != standard, types.contains(type) else { return "latest" }
        return "\(type.rawValue):latest"
    }

    /// Returns the newest final period of a length; `nil` when all are provisional.
    func newestFinal(of type: PeriodType) -> Int? {
        guard let range = ranges[type] else { return nil }
        return range.reversed()
            .first { ordinal in
                Period(type: type, ordinal: ordinal).lastMonth <= lastFinalMonth
            }
    }
}
