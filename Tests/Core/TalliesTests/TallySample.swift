import StatisticsModel
import Tallies

/// A tally of one cube, filled and read in a line or two.
struct TallySample {
    let indicator: Indicator
    let catalogue: Catalogue
    var tally: IndicatorTally

    /// Makes an empty tally of one cube that crosses all dimensions.
    init(
        _ dimensions: [Dimension],
        parts: [TallySpec.Part] = [.persons],
        measures: [(Measure, TallySpec.Formula)] = [],
        cube: Cube? = nil,
        uses: [IndicatorDimension]? = nil,
        months: ClosedRange<Int32> = month(2024, 1)...month(2025, 12),
        dataMonth: Int32 = month(2026, 10),
        lag: Int = 0
    ) {
        let indicator = TallyCatalogue.indicator(
            uses ?? dimensions.map { IndicatorDimension(id: $0.id) },
            cubes: [cube ?? TallyCatalogue.cube(dimensions.map(\.id))],
            measures: measures.map(\.0)
        )
        let catalogue = TallyCatalogue.catalogue(dimensions, indicator)
        self.indicator = indicator
        self.catalogue = catalogue
        tally = IndicatorTally(
            spec: TallySpec(
                indicator: indicator.id,
                parts: parts,
                measures: measures.map { ($0.0.id, $0.1) },
                lag: lag
            ),
            indicator: indicator,
            catalogue: catalogue,
            dataMonth: Period(type: .month, ordinal: Int(dataMonth)),
            months: months
        )
    }

    /// Adds a person with contributions to part 0 of amount 1, or as said.
    mutating func add(
        _ entries: [(month: Int32, facets: [Facet: Int16])],
        part: Int = 0,
        amount: Int64 = 1,
        born: Int32? = nil
    ) {
        var contributions = Contributions()
        for entry in entries {
            contributions.add(part, month: entry.month, leaf: leaf(entry.facets), amount: amount)
        }
        tally.add(contributions, born: born, in: 0...Int32.max - 1)
    }

    /// The counted part's figure of a row in a period.
    func persons(_ members: String..., in period: String) -> Int64? {
        let figures = figures(period)
        guard let figures, let row = row(members) else { return nil }
        return figures.isHeld[row] ? figures.persons[row] : nil
    }

    /// A measure's scaled value of a row in a period; `nil` where there is none.
    func value(
        of measure: Int,
        _ members: String...,
        in period: String,
        denominators: Denominators = Denominators()
    ) -> Int64? {
        let values = figures(period)?
            .values(of: indicator.measures[measure], denominators: denominators)
        guard let values, let row = row(members), values.isPresent[row] else { return nil }
        return values.scaled[row]
    }

    private func figures(_ period: String) -> CubeFigures? {
        guard let period = Period(parsing: period) else { return nil }
        guard tally.plan.periods(of: period.type).contains(period.ordinal) else { return nil }
        return tally.figures(
            cube: 0,
            type: period.type,
            ordinals: period.ordinal..<period.ordinal + 1
        )
    }

    /// The row in the order of the layout: members with own cells, the first dimension slowest.
    private func row(_ members: [String]) -> Int? {
        var row = 0
        for (use, code) in zip(indicator.dimensions, members) {
            let own = catalogue.members(of: use)
                .filter { member in
                    guard member.sharesCellWith == nil else { return false }
                    guard use.id == .area, let level = member.level else { return true }
                    return indicator.cubes[0].levels.contains(level)
                }
            guard let place = own.firstIndex(where: { $0.code.text == code }) else { return nil }
            row = row * own.count + place
        }
        return row
    }
}

/// A month's number.
func month(_ year: Int32, _ number: Int32) -> Int32 { year * 12 + number - 1 }

/// A day's number; the day must exist.
func day(_ year: Int, _ month: Int, _ day: Int) -> Int32? {
    CivilDate(year: year, month: month, day: day).map { Int32($0.daysSinceEpoch) }
}

/// A leaf of some facets.
func leaf(_ facets: [Facet: Int16]) -> Leaf {
    var leaf = Leaf()
    for (facet, value) in facets { leaf[facet] = value }
    return leaf
}
