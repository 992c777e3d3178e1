public import StatisticsModel

/// How many cells the cubes of a catalogue have room for in the newest snapshot.
///
/// Every allowed combination of members counts for every measure and every period since 2004, so
/// the number is an upper bound: most combinations of small areas have no cell.
///
/// Source: `ARCHITECTURE.md`, "Cubes".
public struct CellBudget: Sendable, Equatable {
    /// One cube's share.
    public struct Line: Sendable, Equatable {
        /// The indicator.
        public let indicator: Code<Indicator>
        /// The cube.
        public let cube: Code<Cube>
        /// How many combinations of members it allows.
        public let rows: Int
        /// How many measures it has.
        public let measures: Int
        /// How many periods, of all its lengths.
        public let periods: Int

        /// How many cells that makes.
        public var cells: Int { rows * measures * periods }
    }

    /// The most cells of the newest snapshot.
    public static let limit = 150_000_000

    /// The share of each cube, in the catalogue's order.
    public let lines: [Line]

    /// Counts the cells of a consistent catalogue.
    ///
    /// - Parameter catalogue: A consistent catalogue.
    /// - Complexity: O(*n*) in the number of cubes and of areas.
    public init(of catalogue: Catalogue) {
        lines = catalogue.indicators.flatMap { indicator in
            let periods = indicator.periodTypes.reduce(0) { $0 + Self.periods(of: $1) }
            return indicator.cubes.map { cube in
                Line(
                    indicator: indicator.id,
                    cube: cube.id,
                    rows: IndicatorSpace(of: indicator, in: catalogue).rowCount(of: cube),
                    measures: indicator.measures.count,
                    periods: periods
                )
            }
        }
    }

    /// How many cells all cubes have.
    public var cells: Int { lines.reduce(0) { $0 + $1.cells } }

    /// Whether that is not more than the limit.
    public var isKept: Bool { cells <= Self.limit }

    /// Returns a table for people: one line a cube, then the sum and the limit.
    public func report() -> String {
        let names = lines.map { "\($0.indicator)/\($0.cube)" }
        let width = (names.map(\.count).max() ?? 0) + 2
        let rows = zip(names, lines)
            .map { name, line in
                name + String(repeating: " ", count: width - name.count)
                    + "\(line.rows) rows × \(line.measures) measures × \(line.periods) periods = "
                    + "\(line.cells) cells\n"
            }
        let share = Double(cells) / Double(Self.limit) * 100
        return rows.joined()
            + "in all \(cells) cells of at most \(Self.limit) (\(Int(share.rounded())) %)\n"
    }

    /// How many periods of a length there are from 2004 to now.
    static func periods(of type: PeriodType) -> Int {
        switch type {
        case .month: 275
        case .quarter, .movingYear: 92
        case .year: 23
        }
    }

    /// Adds a problem for the largest cube when there are more cells than the limit.
    func check(_ draft: CatalogueDraft, limit: Int, _ problems: CatalogueProblems) {
        guard cells > limit, let largest = lines.max(by: { $0.cells < $1.cells }) else { return }
        let owner = draft.indicators.first { $0.value.id == largest.indicator }
        let index = owner?.value.cubes.firstIndex { $0.id == largest.cube }
        guard let owner, let index else { return }
        problems.add(
            .overBudget,
            at: owner.cubePlaces[index],
            "all cubes have \(cells) cells, of which \(largest.indicator)/\(largest.cube) alone "
                + "\(largest.cells)",
            remedy: "at most \(limit): cross fewer dimensions, or name one-way levels"
        )
    }
}
