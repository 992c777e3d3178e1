/// A moving mean over the same month of neighbouring years, with its forms at the ends.
struct SeasonalFilter: Sendable {
    /// The weights in the middle.
    private let middle: [Double]
    /// The weights for the last value, the one before it, and so on; each time the last value's
    /// weight last.
    private let ends: [[Double]]

    /// The mean of three of means of three.
    static let threeByThree = SeasonalFilter(
        middle: [1, 2, 3, 2, 1],
        ends: [[5, 11, 11], [3, 7, 10, 7]]
    )
    /// The mean of three of means of five.
    static let threeByFive = SeasonalFilter(
        middle: [1, 2, 3, 3, 3, 2, 1],
        ends: [[9, 17, 17, 17], [4, 11, 15, 15, 15], [4, 8, 13, 13, 13, 9]]
    )

    /// Returns as many smoothed values; their mean where there are too few for the filter.
    func smoothed(_ values: [Double]) -> [Double] {
        guard values.count >= middle.count else {
            let mean = values.reduce(0, +) / Double(max(1, values.count))
            return [Double](repeating: mean, count: values.count)
        }
        return values.indices.map { place in
            let before = place
            let after = values.count - 1 - place
            if before < ends.count {
                let weights = ends[before]
                return Self.mean(values[..<weights.count].reversed(), weights)
            }
            if after < ends.count {
                let weights = ends[after]
                return Self.mean(values.suffix(weights.count), weights)
            }
            let reach = middle.count / 2
            return Self.mean(values[place - reach...place + reach], middle)
        }
    }

    private static func mean(_ values: some Sequence<Double>, _ weights: [Double]) -> Double {
        zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 } / weights.reduce(0, +)
    }
}
