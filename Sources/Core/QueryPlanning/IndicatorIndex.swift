internal import StatisticsModel

/// An indicator with what planning needs to know about it looked up once.
struct IndicatorIndex: Sendable {
    /// The indicator.
    let indicator: Indicator
    /// Its dimensions with the members it has of them, `area` first, in the catalogue's order.
    let scopes: [MemberScope]
    /// For each cube, how many rows a plane of it has.
    let cubeRows: [Int]
    /// The places of its measures by their folded ids.
    let measures: [String: Int]
    /// The periods for which there are figures, of the lengths that it declares.
    let periods: [PeriodType: ClosedRange<Int>]

    /// Indexes an indicator.
    init(
        _ indicator: Indicator,
        scopes: [MemberScope],
        periods: [PeriodType: ClosedRange<Period>]
    ) {
        let sorted = scopes.sorted { $0.index.order < $1.index.order }
        self.indicator = indicator
        self.scopes = sorted
        cubeRows = indicator.cubes.map { Self.rows(of: $0, scopes: sorted) }
        measures = Dictionary(
            zip(
                indicator.measures.map { SearchFolding.folded($0.id.text) },
                indicator.measures.indices
            ),
            uniquingKeysWith: { first, _ in first }
        )
        self.periods =
            periods
            .filter { indicator.periodTypes.contains($0.key) }
            .mapValues { $0.lowerBound.ordinal...$0.upperBound.ordinal }
    }

    /// Returns the members that the indicator has of a dimension; `nil` when it lacks it.
    func scope(of dimension: Code<Dimension>) -> MemberScope? {
        scopes.first { $0.index.dimension.id == dimension }
    }

    private static func rows(of cube: Cube, scopes: [MemberScope]) -> Int {
        scopes.filter { cube.dimensions.contains($0.index.dimension.id) }
            .reduce(1) { rows, scope in
                let own = scope.placesWithCells
                guard scope.index.dimension.id == .area else { return rows * own.count }
                let covered = own.filter { place in
                    scope.index.dimension.members[place].level.map(cube.levels.contains) ?? true
                }
                return rows * covered.count
            }
    }
}
