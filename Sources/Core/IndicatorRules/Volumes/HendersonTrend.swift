/// A smooth trend that follows curves, by Henderson's moving mean of 13 months.
///
/// Near the ends the weights are those that revise least when more months come, for a trend that
/// is straight there. Source: Musgrave, "A set of end weights to end all end weights", 1964, in the
/// closed form by Doherty, 2001.
struct HendersonTrend: Sendable {
    private static let length = 13
    private static let reach = 6
    /// How strongly the irregular moves beside the trend: the value that X-11 takes for 13 months.
    private static let noiseToTrend = 3.5

    private let weights: [Double]
    /// The weights where 0, 1 … 5 months after the middle are known.
    private let ends: [[Double]]

    /// Works the weights out.
    init() {
        let weights = Self.weights
        self.weights = weights
        ends = (0..<Self.reach).map { Self.endWeights(of: weights, known: Self.reach + 1 + $0) }
    }

    /// Returns the trend of each month, of at least 13.
    func trend(of values: [Double]) -> [Double] {
        values.indices.map { month in
            let after = values.count - 1 - month
            if after < Self.reach {
                let known = ends[after]
                return Self.sum(values.suffix(known.count), known)
            }
            if month < Self.reach {
                let known = ends[month]
                return Self.sum(values[..<known.count].reversed(), known)
            }
            return Self.sum(values[month - Self.reach...month + Self.reach], weights)
        }
    }

    private static func sum(_ values: some Sequence<Double>, _ weights: [Double]) -> Double {
        zip(values, weights).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// Henderson's weights: of all that leave cubic curves as they are the smoothest.
    private static var weights: [Double] {
        let n = Double(reach + 2)
        let scale =
            8 * n * (n * n - 1) * (4 * n * n - 1) * (4 * n * n - 9) * (4 * n * n - 25)
        return (-reach...reach)
            .map { step in
                let square = Double(step * step)
                let near = ((n - 1) * (n - 1) - square) * (n * n - square)
                let far = ((n + 1) * (n + 1) - square) * (3 * n * n - 16 - 11 * square)
                return 315 * near * far / scale
            }
    }

    private static func endWeights(of weights: [Double], known count: Int) -> [Double] {
        let middle = Double(count + 1) / 2
        let cut = (count..<length)
        let missing = cut.reduce(0) { $0 + weights[$1] }
        let moment = cut.reduce(0) { $0 + (Double($1 + 1) - middle) * weights[$1] }
        let steepness = 4 / (Double.pi * noiseToTrend * noiseToTrend)
        let size = Double(count)
        let tilt = steepness / (1 + size * (size - 1) * (size + 1) / 12 * steepness)
        return (0..<count)
            .map { place in
                weights[place] + missing / size
                    + (Double(place + 1) - middle) * tilt * moment
            }
    }
}
