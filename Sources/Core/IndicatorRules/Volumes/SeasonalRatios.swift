/// How far each month lies from the trend; `nil` where there is no trend.
struct SeasonalRatios: Sendable {
    private let ratios: [Double?]

    /// Divides values by their trend.
    init(of values: [Double], to trend: [Double?]) {
        ratios = zip(values, trend).map { value, trend in trend.map { value / $0 } }
    }

    private init(_ ratios: [Double?]) {
        self.ratios = ratios
    }

    /// Returns the season of each month, as it is when months far off are left out.
    func steadySeason(by filter: SeasonalFilter) -> [Double] {
        let rough = season(by: filter)
        let distances = zip(ratios, rough).map { ratio, season in ratio.map { $0 / season - 1 } }
        let weights = ExtremeWeights(of: distances.map { $0 ?? 0 }).weights
        let steady = ratios.indices.map { month -> Double? in
            guard let ratio = ratios[month] else { return nil }
            let usual = usualRatio(near: month, weights) ?? rough[month]
            return weights[month] * ratio + (1 - weights[month]) * usual
        }
        return SeasonalRatios(steady).season(by: filter)
    }

    /// The ratios smoothed over the same month of neighbouring years, so that a year's are 1 on
    /// average.
    private func season(by filter: SeasonalFilter) -> [Double] {
        var season = [Double](repeating: 1, count: ratios.count)
        for start in 0..<12 {
            let months = Array(stride(from: start, to: ratios.count, by: 12))
            let known = months.filter { ratios[$0] != nil }
            let smooth = filter.smoothed(known.compactMap { ratios[$0] })
            guard let first = known.first, let last = known.last else { continue }
            for month in months {
                // Where there is no trend the season is that of the nearest year that has one.
                let nearest = min(max(month, first), last)
                season[month] = smooth[(nearest - first) / 12]
            }
        }
        let means = MovingMean.yearly(of: season)
        let firstMean = means.compactMap(\.self).first ?? 1
        let lastMean = means.compactMap(\.self).last ?? 1
        return season.indices.map { month in
            season[month] / (means[month] ?? (month < season.count / 2 ? firstMean : lastMean))
        }
    }

    /// The mean of the four nearest ratios of the same month that count in full; `nil` when there
    /// are none.
    private func usualRatio(near month: Int, _ weights: [Double]) -> Double? {
        let same = stride(from: month % 12, to: ratios.count, by: 12)
            .filter { $0 != month && weights[$0] == 1 && ratios[$0] != nil }
            .sorted { (abs($0 - month), $0) < (abs($1 - month), $1) }
            .prefix(4)
            .compactMap { ratios[$0] }
        return same.isEmpty ? nil : same.reduce(0, +) / Double(same.count)
    }
}

/// Means over twelve months.
enum MovingMean {
    /// The mean of a year around each month, its ends half; `nil` less than half a year from an
    /// end.
    static func yearly(of values: [Double]) -> [Double?] {
        values.indices.map { month in
            guard month >= 6, month + 6 < values.count else { return nil }
            let inner = values[month - 5...month + 5].reduce(0, +)
            return (inner + (values[month - 6] + values[month + 6]) / 2) / 12
        }
    }
}
