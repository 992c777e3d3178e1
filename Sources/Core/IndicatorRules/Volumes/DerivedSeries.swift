public import StatisticsModel

/// An indicator that is made from the figures of another, after everybody is counted.
public struct DerivedSeries: Sendable {
    /// What becomes of the source's measure.
    public enum Operation: Sendable, Equatable {
        /// The series without its season, by `SeasonalAdjustment`.
        case adjusted
        /// That series in per cent of the workforce of 16–66 years of the area.
        case adjustedPerWorkforce
    }

    /// The indicator that is read.
    public let source: Code<Indicator>
    /// Its measure that is read, by month, of the whole country.
    public let sourceMeasure: Code<Measure>
    /// The dimension whose members have a series each; all others are at their total.
    public let dimension: Code<Dimension>
    /// The indicator that is made.
    public let target: Code<Indicator>
    /// How each of its measures is made.
    public let measures: [(measure: Code<Measure>, operation: Operation)]

    /// All derived series.
    public static let all = [
        // Seasonally adjusted gross unemployment. Source: Jobindsats, "Sæsonkorrigeret antal
        // ledige fuldtidspersoner": only for the whole country; all of it is estimated anew.
        DerivedSeries(
            source: Code("y25i01"),
            sourceMeasure: Code("fulltimePersons"),
            dimension: Code("benefitGroup"),
            target: Code("y25i03"),
            measures: [
                (Code("fulltimePersons"), .adjusted),
                (Code("pctWorkforce"), .adjustedPerWorkforce),
            ]
        )
    ]
}
