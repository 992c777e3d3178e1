import StatisticsFixtures
import StatisticsModel

extension Figures {
    /// Figures of `Catalogue.crossed`, with a cell here and there.
    ///
    /// - Parameters:
    ///   - catalogue: The catalogue.
    ///   - random: Where chance comes from.
    /// - Returns: Figures in every block and over the edges of all spans; some areas have none.
    static func random(
        under catalogue: Catalogue,
        using random: inout SeededRandom
    ) -> Figures {
        var cells: [Place: Cell] = [:]
        for indicator in catalogue.indicators {
            let periods = indicator.periodTypes.flatMap(periods)
            let silent = Set(
                areas(of: catalogue).filter { _ in Int.random(in: 0..<6, using: &random) == 0 }
            )
            for members in combinations(of: indicator, in: catalogue)
            where !silent.contains(members[0]) {
                for period in periods where Int.random(in: 0..<4, using: &random) == 0 {
                    for measure in indicator.measures
                    where Int.random(in: 0..<5, using: &random) > 0 {
                        let place = Place(
                            indicator: indicator.id,
                            measure: measure.id,
                            members: members,
                            period: period
                        )
                        cells[place] = .random(using: &random)
                    }
                }
            }
        }
        return Figures(cells: cells, dataMonth: "2026M01")
    }

    /// Returns the figures after a revision: some are others, some are gone.
    func revised(using random: inout SeededRandom) -> Figures {
        var cells = self.cells
        // A dictionary has no order, and chance must come again for the same seed.
        for place in cells.keys.sorted(by: { $0.text < $1.text }) {
            switch Int.random(in: 0..<10, using: &random) {
            case 0: cells[place] = .random(using: &random)
            case 1: cells[place] = nil
            default: continue
            }
        }
        return Figures(cells: cells, dataMonth: dataMonth)
    }

    private static func areas(of catalogue: Catalogue) -> [Code<Member>] {
        own(.area, in: catalogue).map(\.code)
    }

    private static func own(_ dimension: Code<Dimension>, in catalogue: Catalogue) -> [Member] {
        (catalogue.dimension(dimension)?.members ?? []).filter { $0.sharesCellWith == nil }
    }

    /// The combinations that a cube holds.
    private static func combinations(
        of indicator: Indicator,
        in catalogue: Catalogue
    ) -> [[Code<Member>]] {
        var combinations: [[Code<Member>]] = [[]]
        for use in indicator.dimensions {
            let codes = own(use.id, in: catalogue).map(\.code)
            combinations = combinations.flatMap { head in codes.map { head + [$0] } }
        }
        return combinations.filter { members in
            let isOpen = members.dropFirst().filter { $0 != Code("TOT") }.count > 1
            return !isOpen || indicator.id != Code("y01a02") || members[0] == Code("DK")
        }
    }

    /// Periods on both sides of the edge of a span.
    private static func periods(of type: PeriodType) -> [Period] {
        let range =
            switch type {
            case .month: 2_024 * 12 + 8...2_026 * 12
            case .quarter: 2_024 * 4 + 2...2_025 * 4 + 3
            case .movingYear: 2_024 * 4 + 3...2_025 * 4 + 2
            case .year: 2_017...2_022
            }
        return range.map { Period(type: type, ordinal: $0) }
    }
}

extension Figures.Place {
    fileprivate var text: String { "\(indicator) \(measure) \(members) \(period)" }
}

extension Cell {
    fileprivate static func random(using random: inout SeededRandom) -> Cell {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: .suppressed
        case 1: Cell(without: .notAvailable)
        case 2: Cell(without: .notApplicable)
        // Few different numbers, so that sorted rows have equals.
        default: Cell(scaled: Int64.random(in: -3...30, using: &random))
        }
    }
}
