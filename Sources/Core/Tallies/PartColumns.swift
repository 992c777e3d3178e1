internal import StatisticsModel

/// The parts of one cube for some periods, rolled up to rows of members.
struct PartColumns: Sendable {
    /// The cube.
    let cube: CubePlan
    /// The type of the periods.
    let type: PeriodType
    /// The periods.
    let ordinals: Range<Int>

    /// What the parts are.
    private let kinds: [TallySpec.Part]
    /// The months of all periods.
    private let months: Range<Int>
    /// For each part rows × periods of persons, or rows × months of sums.
    private let grids: [[Int64]]

    /// Rolls the parts of a tally up.
    init(of tally: IndicatorTally, cube number: Int, type: PeriodType, ordinals: Range<Int>) {
        let plan = tally.plan
        let cube = plan.cubes[number]
        let months =
            ordinals.isEmpty
            ? 0..<0
            : type.firstMonth(of: ordinals.lowerBound)..<type.lastMonth(of: ordinals.upperBound - 1)
                + 1
        self.cube = cube
        self.type = type
        self.ordinals = ordinals
        self.months = months
        kinds = plan.spec.parts
        grids = zip(plan.parts, plan.countsPersons)
            .map { part, countsPersons in
                let grids = part.grids[number]
                guard countsPersons else {
                    let slice = GridSlice(part, type: .month, ordinals: months)
                    let classes = slice.rows(cube.classRows, of: tally.amounts, grids.classStart)
                    return RollUp(cube).members(ofClasses: classes, columns: months.count)
                }
                let slice = GridSlice(part, type: type, ordinals: ordinals)
                let classes = slice.rows(cube.classRows, of: tally.counts, grids.classStart)
                let further = slice.rows(cube.memberRows, of: tally.counts, grids.memberStart)
                var sums = RollUp(cube).members(ofClasses: classes, columns: ordinals.count)
                for place in sums.indices { sums[place] += further[place] }
                return sums
            }
    }

    /// Returns a part's value in each row and period.
    func values(ofPart part: Int) -> [Int64] {
        guard type != .month else { return grids[part] }
        switch kinds[part] {
        case .persons: return grids[part]
        case .sum, .first, .last: return combined(part, as: kinds[part]) { _ in 1 }
        }
    }

    /// Returns the sum over each period's months of a part times a weight.
    func weightedSums(ofPart part: Int, weight: (_ month: Int) -> Int64) -> [Int64] {
        combined(part, as: .sum, weight: weight)
    }

    private func combined(
        _ part: Int,
        as kind: TallySpec.Part,
        weight: (_ month: Int) -> Int64
    ) -> [Int64] {
        let rows = cube.memberRows
        var sums = [Int64](repeating: 0, count: rows * ordinals.count)
        let terms = ordinals.enumerated()
            .flatMap { column, ordinal in
                let first = type.firstMonth(of: ordinal)
                let last = type.lastMonth(of: ordinal)
                let chosen = (kind == .last ? last : first)...(kind == .first ? first : last)
                return chosen.map { month in
                    (column: column, month: month - months.lowerBound, weight: weight(month))
                }
            }
        let grid = grids[part]
        for row in 0..<rows {
            for term in terms {
                sums[row * ordinals.count + term.column] +=
                    grid[row * months.count + term.month] * term.weight
            }
        }
        return sums
    }
}

/// Some columns of the grids of a part.
private struct GridSlice {
    private let positions: [Int32]
    private let width: Int

    init(_ part: PartPlan, type: PeriodType, ordinals: Range<Int>) {
        guard let ledger = part.ledgers.first(where: { $0.type == type }) else {
            preconditionFailure("figures are asked for types of period that the indicator has")
        }
        positions = ordinals.map { ledger.positions[$0 - ledger.ordinals.lowerBound] }
        width = part.width
    }

    /// Returns the columns of rows that begin at a place.
    func rows(_ count: Int, of counts: [some FixedWidthInteger], _ start: Int) -> [Int64] {
        var values: [Int64] = []
        values.reserveCapacity(count * positions.count)
        for row in 0..<count {
            for position in positions {
                values.append(Int64(counts[start + row * width + Int(position)]))
            }
        }
        return values
    }
}
