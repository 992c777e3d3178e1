internal import StatisticsModel

/// Works formulas out from the parts of one cube, exactly.
struct FormulaArithmetic: Sendable {
    /// A multiple of 28, 29, 30 and 31, so that days in months of all lengths have one denominator.
    static let daysDenominator: Int64 = 377_580
    /// The hundredths of hours that are one full-time person for a month.
    ///
    /// Source: unemployment insurance pays 160.33 hours for a full month;
    /// seeds/catalogue/README.md, "Rules of the statistics", rule 4.
    static let hundredthsOfFullMonth: Int64 = 16_033

    /// The parts.
    let columns: PartColumns
    /// The workforce and the population.
    let denominators: Denominators

    /// Returns a formula's value in each row and period.
    func values(of formula: TallySpec.Formula) -> FractionTable {
        let monthCount = Int64(columns.type.monthCount)
        switch formula {
        case .part(let part): return FractionTable(columns.values(ofPart: part), over: 1)
        case .fulltimeDays(let part):
            let sums = columns.weightedSums(ofPart: part) { month in
                let days = CivilDate.days(inMonth: month % 12 + 1, of: month / 12)
                return Self.daysDenominator / Int64(days)
            }
            return FractionTable(sums, over: Self.daysDenominator * monthCount)
        case .fulltimeHours(let part):
            let sums = columns.weightedSums(ofPart: part) { _ in 1 }
            return FractionTable(sums, over: Self.hundredthsOfFullMonth * monthCount)
        case .ratio(let left, let right, let factor):
            return values(of: left)
                .combined(with: values(of: right)) { $0.divided(by: $1, times: factor) }
        case .sum(let left, let right):
            return values(of: left).combined(with: values(of: right)) { $0.plus($1) }
        case .quotient(let inner, let divisor):
            let divisor = Fraction(numerator: Int128(divisor), denominator: 1)
            return values(of: inner).mapped { _, value in value.divided(by: divisor, times: 1) }
        case .perWorkforce(let inner): return values(of: inner, inPerCentOf: .workforce)
        case .perPopulation(let inner): return values(of: inner, inPerCentOf: .population)
        }
    }

    private func values(
        of formula: TallySpec.Formula,
        inPerCentOf basis: Denominators.Basis
    ) -> FractionTable {
        let width = columns.ordinals.count
        let bases = basesByRow(basis)
        return values(of: formula)
            .mapped { place, value in
                guard let bases = bases[place / width] else { return .none }
                let base = Fraction(numerator: Int128(bases[place % width]), denominator: 1)
                return value.divided(by: base, times: 100)
            }
    }

    /// For each row the persons of its area by period; `nil` where more than the area is crossed.
    private func basesByRow(_ basis: Denominators.Basis) -> [[Int64]?] {
        let cube = columns.cube
        guard let area = cube.axes.first, area.facet == .area else {
            return [[Int64]?](repeating: nil, count: cube.memberRows)
        }
        var known: [Int: [Int64]] = [:]
        let byPeriod = columns.ordinals.map { ordinal in
            let year = Period(type: columns.type, ordinal: ordinal).year
            let persons = known[year] ?? personsByArea(basis, forPeriodsOf: year)
            known[year] = persons
            return persons
        }
        return (0..<cube.memberRows)
            .map { row in
                guard cube.isTotalBesideFirst(row: row) else { return nil }
                let place = cube.place(ofRow: row, on: 0)
                return byPeriod.map { $0[place] }
            }
    }

    /// The persons of each member of the axis of areas: groups are the sums of municipalities.
    private func personsByArea(_ basis: Denominators.Basis, forPeriodsOf year: Int) -> [Int64] {
        let area = columns.cube.axes[0]
        var classes = [Int64](repeating: 0, count: area.classes.count)
        if let counted = denominators.year(of: basis, forPeriodsOf: year) {
            for (municipality, count) in denominators.persons(of: basis, in: counted) {
                classes[area.number(of: municipality)] += count
            }
        }
        return RollUp(columns.cube).membersOfFirstAxis(ofClasses: classes)
    }
}
