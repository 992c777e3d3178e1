public import StatisticsModel

/// The figures of one cube for some periods of one type: exact counts, and measures from them.
///
/// All arrays are dense: the rows of the cube's layout (the members of its dimensions in the
/// catalogue's order, `area` most significant, only areas of the cube's levels) × the periods, the
/// periods of a row side by side.
public struct CubeFigures: Sendable {
    /// A measure's published figures.
    public struct Values: Sendable, Equatable {
        /// The figures times ten to the measure's decimals, rounded once, half away from zero;
        /// 0 where there is none.
        public let scaled: [Int64]
        /// Whether there is a figure.
        ///
        /// There is none in rows that the cube doesn't hold, for members that nothing can count in,
        /// and where something would be divided by zero.
        public let isPresent: [Bool]
    }

    /// The periods, in time.
    public let periods: [Period]
    /// How many rows there are.
    public let rowCount: Int
    /// Whether the cube holds the row, and something can count in it.
    public let isHeld: [Bool]

    private let plan: TallyPlan
    private let columns: PartColumns

    /// Adds a tally's classes up to the cube's members.
    init(of tally: IndicatorTally, cube: Int, type: PeriodType, ordinals: Range<Int>) {
        let cubePlan = tally.plan.cubes[cube]
        periods = ordinals.map { Period(type: type, ordinal: $0) }
        rowCount = cubePlan.memberRows
        isHeld = cubePlan.isHeld
        plan = tally.plan
        columns = PartColumns(of: tally, cube: cube, type: type, ordinals: ordinals)
    }

    /// How many persons each figure rests on, rows × periods; spells where the rule counts spells.
    ///
    /// It is `TallySpec.countedPart`; 0 in rows that the cube doesn't hold.
    public var persons: [Int64] { counts(ofPart: plan.spec.countedPart) }

    /// Returns a part as it was counted, rows × periods; 0 in rows that the cube doesn't hold.
    public func counts(ofPart part: Int) -> [Int64] {
        var counts = columns.values(ofPart: part)
        for row in 0..<rowCount where !isHeld[row] {
            for place in places(ofRow: row) { counts[place] = 0 }
        }
        return counts
    }

    /// Returns a measure's figures.
    ///
    /// - Parameters:
    ///   - measure: One of the indicator's measures.
    ///   - denominators: The workforce and the population.
    /// - Returns: Rows × periods; `nil` when the rule has no formula for the measure.
    /// - Complexity: O(*n*) in the number of figures and the size of the formula.
    public func values(of measure: Measure, denominators: Denominators) -> Values? {
        guard let formula = plan.spec.measures.first(where: { $0.measure == measure.id })?.formula
        else { return nil }
        let arithmetic = FormulaArithmetic(columns: columns, denominators: denominators)
        var fractions = arithmetic.values(of: formula)
        for row in 0..<rowCount where !isHeld[row] {
            for place in places(ofRow: row) { fractions.remove(at: place) }
        }
        return fractions.rounded(decimals: measure.decimals)
    }

    private func places(ofRow row: Int) -> Range<Int> {
        row * periods.count..<(row + 1) * periods.count
    }
}

extension IndicatorTally {
    /// Returns the figures of a cube.
    ///
    /// - Parameters:
    ///   - cube: The cube's place among the indicator's.
    ///   - type: A type of period that the indicator has.
    ///   - ordinals: Periods among `plan.periods(of: type)`; a year's or fewer keeps memory small.
    /// - Returns: The exact counts, from which measures are worked out.
    /// - Complexity: O(*n* × *s*) in the rows × periods of the cube, and the members that a class
    ///   counts in.
    public func figures(cube: Int, type: PeriodType, ordinals: Range<Int>) -> CubeFigures {
        let known = plan.periods(of: type)
        precondition(
            ordinals.isEmpty || known.clamped(to: ordinals) == ordinals,
            "figures are asked for periods that the plan counts"
        )
        return CubeFigures(of: self, cube: cube, type: type, ordinals: ordinals)
    }
}
