internal import StatisticsModel

/// Finds the series of an earlier catalogue in a new one, by the codes of their members.
struct SeriesTranslation: Sendable {
    /// The earlier space.
    let old: IndicatorSpace
    private let new: IndicatorSpace
    private let scale: Int64
    /// For each old axis what each member's place adds to the new series' number; `nil` for a
    /// member that has no place any more.
    private let offsets: [[Int?]]
    /// What the totals of new axes add to each series' number; `nil` when one has no total.
    private let constant: Int?

    /// Compares two spaces of an indicator.
    ///
    /// - Parameters:
    ///   - old: The space of the earlier catalogue.
    ///   - new: The space of the new one.
    ///   - scale: What old integers are multiplied by, for measures that got more decimals.
    init(from old: IndicatorSpace, to new: IndicatorSpace, scale: Int64) {
        self.old = old
        self.new = new
        self.scale = scale
        offsets = old.axes.map { axis in
            guard let target = new.axes.first(where: { $0.dimension == axis.dimension }) else {
                // Only the total of a dimension that is gone means what it meant.
                return axis.members.indices.map { $0 == axis.total ? 0 : nil }
            }
            let places = Dictionary(
                zip(target.members.map(\.code), target.members.indices),
                uniquingKeysWith: { first, _ in first }
            )
            return axis.members.map { places[$0.code].map { $0 * target.stride } }
        }
        var constant: Int? = 0
        for axis in new.axes where !old.axes.contains(where: { $0.dimension == axis.dimension }) {
            guard let total = axis.total, let sum = constant else {
                constant = nil
                continue
            }
            constant = sum + total * axis.stride
        }
        self.constant = constant
    }

    /// Returns the number of a series in the new space; `nil` when no cube holds it any more.
    func series(ofPlaces places: [Int]) -> Int? {
        guard var series = constant else { return nil }
        for index in places.indices {
            guard let offset = offsets[index][places[index]] else { return nil }
            series += offset
        }
        let target = new.places(ofSeries: series)
        let level = new.axes[0].members[target[0]].level
        let crossing = new.crossing(ofPlaces: target)
        return new.isHeld(crossing: crossing, level: level) ? series : nil
    }

    /// Returns a cell in the new decimals.
    func scaled(_ cell: Cell) -> Cell {
        cell.status == .value && scale != 1 ? Cell(scaled: cell.scaled * scale) : cell
    }
}
