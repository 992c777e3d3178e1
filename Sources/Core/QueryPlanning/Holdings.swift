public import StatisticsModel

/// Which figures a snapshot holds: for each indicator the periods of each length.
public struct Holdings: Sendable, Equatable {
    /// The newest month that the figures know.
    public let dataMonth: Period
    /// For each indicator that has figures, the first and the last period of each length.
    public let periods: [Code<Indicator>: [PeriodType: ClosedRange<Period>]]
    /// For each indicator that has figures, the measures that have some.
    public let measures: [Code<Indicator>: Set<Code<Measure>>]

    /// Makes holdings; an indicator without an entry in `measures` has figures for all of them.
    public init(
        dataMonth: Period,
        periods: [Code<Indicator>: [PeriodType: ClosedRange<Period>]],
        measures: [Code<Indicator>: Set<Code<Measure>>] = [:]
    ) {
        self.dataMonth = dataMonth
        self.periods = periods
        self.measures = measures
    }
}
