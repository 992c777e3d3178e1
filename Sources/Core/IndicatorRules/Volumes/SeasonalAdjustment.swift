/// Takes the pattern that comes again each year out of a monthly series.
///
/// The method is a short form of X-11, multiplicative: a first trend of twelve months tells how far
/// each month lies from it, moving means over the same month of neighbouring years tell the season
/// from that, and both are found again with a smoother trend, Henderson's of 13 months. Then
/// values far off are toned down, and all of it is done again, twice. Nothing is forecast: at the
/// ends of the series the filters that are known for ends are used. Trading days are left alone,
/// since stocks of persons don't follow them.
///
/// Source: Shiskin, Young and Musgrave, "The X-11 variant of the census method II seasonal
/// adjustment program", 1967; Doherty, "Surrogate Henderson filters in X-11", 2001, for the ends.
public struct SeasonalAdjustment: Sendable {
    /// How many months a series needs at least: three years tell a season from chance.
    public static let leastMonths = 36

    /// How much of each month's value is season: 1 is an average month.
    public let factors: [Double]

    /// Estimates the season of a series; `nil` when there are fewer than `leastMonths`, or a value
    /// is not positive.
    ///
    /// - Parameter series: Positive values of consecutive months, of which any may be the first.
    /// - Complexity: O(*n*).
    public init?(of series: [Int64]) {
        guard series.count >= Self.leastMonths, series.allSatisfy({ $0 > 0 }) else { return nil }
        let values = series.map { Double($0) }
        var calmed = values
        var season: [Double] = []
        for _ in 0..<Self.rounds {
            let trend: [Double]
            (trend, season) = Self.fit(calmed)
            let expected = zip(trend, season).map { $0 * $1 }
            let distances = zip(values, expected).map { $0 / $1 - 1 }
            let weights = ExtremeWeights(of: distances).weights
            calmed = expected.indices.map { expected[$0] * (1 + weights[$0] * distances[$0]) }
        }
        factors = season
    }

    /// How many times trend and season are found, each time with values far off toned down.
    private static let rounds = 3

    private static func fit(_ values: [Double]) -> (trend: [Double], season: [Double]) {
        let first = SeasonalRatios(of: values, to: MovingMean.yearly(of: values))
            .steadySeason(by: .threeByThree)
        let trend = HendersonTrend().trend(of: zip(values, first).map { $0 / $1 })
        let season = SeasonalRatios(of: values, to: trend.map { Optional($0) })
            .steadySeason(by: .threeByFive)
        return (trend, season)
    }

    /// Returns a series without its season.
    ///
    /// - Parameter series: The series as it was, in whole units.
    /// - Returns: As many values, rounded half away from zero. Months before the first from which
    ///   on all values are positive stay as they are; `nil` when too few months are left then.
    public static func adjusted(_ series: [Int64]) -> [Int64]? {
        let start = (series.lastIndex { $0 <= 0 } ?? -1) + 1
        guard let adjustment = SeasonalAdjustment(of: Array(series[start...])) else { return nil }
        return series[..<start]
            + zip(series[start...], adjustment.factors)
            .map { Int64((Double($0) / $1).rounded(.toNearestOrAwayFromZero)) }
    }
}
