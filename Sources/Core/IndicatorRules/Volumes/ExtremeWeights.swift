/// How much each month's distance from trend and season is believed.
///
/// Within 1.5 standard deviations of five years all of it; beyond 2.5 none; between them evenly
/// less. What is beyond 2.5 doesn't count in the standard deviation.
struct ExtremeWeights: Sendable {
    /// A weight for each month, 0–1.
    let weights: [Double]

    /// Weighs distances from what is expected, as shares of it.
    init(of distances: [Double]) {
        weights = distances.indices.map { month in
            let deviation = Self.deviation(of: distances, around: month)
            let size = deviation > 0 ? abs(distances[month]) / deviation : 0
            return min(1, max(0, 2.5 - size))
        }
    }

    private static func deviation(of distances: [Double], around month: Int) -> Double {
        let length = min(60, distances.count)
        let first = min(max(0, month / 12 * 12 - 24), distances.count - length)
        let near = distances[first..<first + length]
        let all = root(near)
        return root(near.filter { abs($0) <= 2.5 * all })
    }

    private static func root(_ distances: some Collection<Double>) -> Double {
        let squares = distances.reduce(0) { $0 + $1 * $1 }
        return (squares / Double(max(1, distances.count))).squareRoot()
    }
}
