public import StatisticsModel

/// Where each contribution to one indicator is counted.
///
/// A plan is made once and shared by all tallies of the indicator.
public struct TallyPlan: Sendable {
    /// What is counted.
    public let spec: TallySpec
    /// The indicator.
    public let indicator: Indicator
    /// The months that can be counted: those asked for, up to `spec.lag` before the data month.
    public let months: Range<Int32>
    /// Says whether kept counts fit the plan: equal where structure, parts and first month are.
    public let fingerprint: UInt64

    /// The indicator's cubes, in its order.
    let cubes: [CubePlan]
    /// Where each part is counted.
    let parts: [PartPlan]
    /// Whether each part counts persons.
    let countsPersons: [Bool]
    /// The ages as far as the cubes tell them apart.
    let ages: AgeGroups
    /// How many counts of persons there are.
    let countTotal: Int
    /// How many sums there are.
    let amountTotal: Int

    /// Plans an indicator.
    ///
    /// - Parameters:
    ///   - spec: What its rule counts; each formula names parts that there are.
    ///   - indicator: The indicator.
    ///   - catalogue: The catalogue that holds it.
    ///   - dataMonth: The newest month that is known. The structure of areas on its last day holds
    ///     for all periods.
    ///   - months: The months to count; months are year × 12 + month − 1. Periods that are not
    ///     wholly within have no figures.
    /// - Complexity: O(*n*) in the number of rows of all cubes.
    public init(
        spec: TallySpec,
        indicator: Indicator,
        catalogue: Catalogue,
        dataMonth: Period,
        months: ClosedRange<Int32>
    ) {
        spec.checkParts()
        let newest = Int32(dataMonth.lastMonth.ordinal - spec.lag)
        let end = max(months.lowerBound, min(months.upperBound, newest) + 1)
        let counted = months.lowerBound..<end
        let cubes = indicator.cubes.map {
            CubePlan(of: $0, indicator: indicator, in: catalogue, on: dataMonth.lastDay)
        }
        self.spec = spec
        self.indicator = indicator
        self.months = counted
        self.cubes = cubes
        countsPersons = spec.parts.map { $0 == .persons }
        ages = AgeGroups(of: cubes)
        var countTotal = 0
        var amountTotal = 0
        var parts: [PartPlan] = []
        let types = PeriodType.allCases.filter(indicator.periodTypes.contains)
        for part in spec.parts {
            if part == .persons {
                parts.append(PartPlan(personsBy: types, in: counted, of: cubes, after: &countTotal))
            } else {
                parts.append(PartPlan(sumsIn: counted, of: cubes, after: &amountTotal))
            }
        }
        self.parts = parts
        self.countTotal = countTotal
        self.amountTotal = amountTotal
        fingerprint =
            PlanFingerprint(
                spec: spec,
                indicator: indicator,
                firstMonth: months.lowerBound,
                cubes: cubes
            )
            .value
    }

    /// How many bytes the counts of a tally take.
    public var byteCount: Int { countTotal * 4 + amountTotal * 8 }

    /// Returns the periods of a type that figures can be asked for.
    public func periods(of type: PeriodType) -> Range<Int> {
        guard indicator.periodTypes.contains(type) else { return 0..<0 }
        return type.ordinals(within: months)
    }
}
