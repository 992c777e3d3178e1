public import StatisticsModel

/// The counts of one indicator over persons.
///
/// A tally is linear: persons can be added in any order, taken away again, and tallies of different
/// persons merged. It is a value, so each worker fills its own.
public struct IndicatorTally: Sendable {
    /// Where things are counted.
    public let plan: TallyPlan

    /// Persons: for each grid of the plan, rows × periods.
    var counts: [Int32]
    /// Sums: for each grid of the plan, rows × months.
    var amounts: [Int64]

    private var person: PersonMonths
    private var overlap = ClassOverlap()

    /// Makes an empty tally.
    ///
    /// - Complexity: O(*n*) in the number of counts, which are allocated.
    public init(_ plan: TallyPlan) {
        self.plan = plan
        counts = [Int32](repeating: 0, count: plan.countTotal)
        amounts = [Int64](repeating: 0, count: plan.amountTotal)
        person = PersonMonths(partCount: plan.parts.count)
    }

    /// Makes an empty tally and its plan; see `TallyPlan`.
    public init(
        spec: TallySpec,
        indicator: Indicator,
        catalogue: Catalogue,
        dataMonth: Period,
        months: ClosedRange<Int32>
    ) {
        self.init(
            TallyPlan(
                spec: spec,
                indicator: indicator,
                catalogue: catalogue,
                dataMonth: dataMonth,
                months: months
            )
        )
    }

    /// Adds what a rule found for one person.
    ///
    /// - Parameters:
    ///   - contributions: All contributions of the person to the indicator that fall into a period
    ///     which ends in the window; for moving years that is 11 months before it. Others are
    ///     passed over.
    ///   - born: The day of birth; `nil` when it is unknown.
    ///   - window: Only periods that end in these months are counted.
    public mutating func add(
        _ contributions: Contributions,
        born: Int32?,
        in window: ClosedRange<Int32>
    ) {
        change(by: 1, contributions, born: born, in: window)
    }

    /// Takes away what was added for one person; the arguments are those of `add`.
    ///
    /// - Parameters:
    ///   - contributions: The same contributions, in any order.
    ///   - born: The same day of birth.
    ///   - window: The same months.
    public mutating func remove(
        _ contributions: Contributions,
        born: Int32?,
        in window: ClosedRange<Int32>
    ) {
        change(by: -1, contributions, born: born, in: window)
    }

    /// Adds the counts of another tally of the same plan.
    public mutating func merge(_ other: IndicatorTally) {
        precondition(
            plan.fingerprint == other.plan.fingerprint && plan.months == other.plan.months,
            "tallies that are merged have the same plan"
        )
        for place in counts.indices { counts[place] += other.counts[place] }
        for place in amounts.indices { amounts[place] += other.amounts[place] }
    }

    private mutating func change(
        by sign: Int32,
        _ contributions: Contributions,
        born: Int32?,
        in window: ClosedRange<Int32>
    ) {
        guard !contributions.entries.isEmpty else { return }
        person.removeAll(born: born)
        for entry in contributions.entries where plan.months.contains(entry.month) {
            let profile = person.profile(of: entry.leaf, in: plan.cubes)
            let part = Int(entry.part)
            if plan.countsPersons[part] {
                person.note(part: part, month: entry.month, profile: profile)
            } else if window.contains(entry.month) {
                add(entry.amount * Int64(sign), of: entry, profile: profile)
            }
        }
        for part in plan.parts.indices where plan.countsPersons[part] {
            person.take(part: part)
            guard !person.moments.isEmpty else { continue }
            let count = PartCount(person: person, part: plan.parts[part], plan: plan, sign: sign)
            count.add(endingIn: window, to: &counts, using: &overlap)
        }
    }

    private mutating func add(_ amount: Int64, of entry: Contributions.Entry, profile: Int) {
        let column = Int(entry.month - plan.months.lowerBound)
        let ageGroup = plan.ages.group(of: person.clock.age(atEndOf: entry.month))
        let width = plan.parts[Int(entry.part)].width
        for cube in plan.cubes.indices {
            let row = person.row(ofProfile: profile, ageGroup: ageGroup, inCube: cube, of: plan)
            let start = plan.parts[Int(entry.part)].grids[cube].classStart
            amounts[start + row * width + column] += amount
        }
    }
}
