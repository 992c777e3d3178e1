import IndicatorRules
import StatisticsFixtures
import Testing

@Suite struct SeasonalAdjustmentTests {
    /// A season whose year is 1 on average.
    private static let season = [
        1.11, 1.10, 1.05, 1.00, 0.96, 0.97, 1.01, 1.02, 0.95, 0.95, 0.96, 0.92,
    ]

    @Test func `a known season is found, and what is left is the trend`() throws {
        let trend = (0..<180).map { 90_000 + 150 * Double($0) }

        let adjusted = try #require(
            SeasonalAdjustment.adjusted(Self.seasonal(trend, from: 3))
        )

        for (month, value) in adjusted.enumerated() {
            #expect(abs(Double(value) / trend[month] - 1) < 0.002, "month \(month)")
        }
    }

    @Test func `a season is found beside a trend with turns`() throws {
        let trend = (0..<240)
            .map { month -> Double in
                let place = Double(month % 96) / 96
                return 100_000 + 80_000 * place * (1 - place)
            }

        let adjusted = try #require(SeasonalAdjustment.adjusted(Self.seasonal(trend)))

        for month in 24..<216 {
            #expect(abs(Double(adjusted[month]) / trend[month] - 1) < 0.015, "month \(month)")
        }
    }

    @Test func `a season that changes slowly is followed`() throws {
        let trend = [Double](repeating: 100_000, count: 240)
        let series = trend.indices.map { month in
            let strength = 0.5 + Double(month) / 240
            return Int64(trend[month] * (1 + strength * (Self.season[month % 12] - 1)))
        }

        let adjusted = try #require(SeasonalAdjustment.adjusted(series))

        // Without any noise, the ends of a season that changes are taken for noise.
        for value in adjusted { #expect(abs(Double(value) / 100_000 - 1) < 0.025) }
    }

    @Test func `one wild month is kept, and doesn't disturb the others`() throws {
        var series = Self.seasonal([Double](repeating: 100_000, count: 120))
        series[63] = 150_000

        let adjusted = try #require(SeasonalAdjustment.adjusted(series))

        #expect(adjusted[63] > 145_000)
        for month in adjusted.indices where month != 63 {
            #expect(abs(Double(adjusted[month]) / 100_000 - 1) < 0.01, "month \(month)")
        }
    }

    @Test func `a series without a season stays as it is`() throws {
        let series = (0..<100).map { 50_000 + 100 * Int64($0) }

        let adjusted = try #require(SeasonalAdjustment.adjusted(series))

        for (value, before) in zip(adjusted, series) {
            #expect(abs(Double(value) / Double(before) - 1) < 0.001)
        }
    }

    @Test func `years keep their level`() throws {
        let seed: UInt64 = 20_261_126
        var random = SeededRandom(seed: seed)
        for _ in 0..<20 {
            var level = 100_000.0
            let trend = (0..<132)
                .map { _ in
                    level *= Double.random(in: 0.985...1.015, using: &random)
                    return level
                }
            let series = Self.seasonal(trend, from: Int.random(in: 0..<12, using: &random))

            let adjusted = try #require(SeasonalAdjustment.adjusted(series), "seed \(seed)")

            for year in stride(from: 0, to: 132, by: 12) {
                let before = series[year..<year + 12].reduce(0, +)
                let after = adjusted[year..<year + 12].reduce(0, +)
                #expect(abs(Double(after) / Double(before) - 1) < 0.01, "seed \(seed)")
            }
        }
    }

    @Test func `three years are the least, and the value of every month is above zero`() {
        let series = Self.seasonal([Double](repeating: 1_000, count: 36))
        var broken = series
        broken[20] = 0

        #expect(SeasonalAdjustment(of: series) != nil)
        #expect(SeasonalAdjustment(of: Array(series.dropLast())) == nil)
        #expect(SeasonalAdjustment(of: broken) == nil)
    }

    @Test func `months before the series begins stay zero`() throws {
        let series =
            [Int64](repeating: 0, count: 30)
            + Self.seasonal([Double](repeating: 100_000, count: 60))

        let adjusted = try #require(SeasonalAdjustment.adjusted(series))

        #expect(adjusted.count == 90)
        #expect(adjusted[..<30].allSatisfy { $0 == 0 })
        #expect(adjusted[30...].allSatisfy { abs(Double($0) / 100_000 - 1) < 0.005 })
    }

    private static func seasonal(_ trend: [Double], from month: Int = 0) -> [Int64] {
        trend.indices.map { Int64((trend[$0] * season[($0 + month) % 12]).rounded()) }
    }
}
