internal import Databank
internal import Registers
internal import StatisticsModel
internal import Tallies

/// Foreign citizens with a wage, those without a Danish residence included, and full-time
/// employees.
///
/// Nobody is more than one full-time employee in a month. Where and in which industry is read from
/// the production unit that paid. Source: Jobindsats, "Udenlandske lønmodtagere".
struct ForeignEmployeeRule: IndicatorRule {
    let spec = TallySpec(
        "y24b",
        [.persons, .sum],
        [(Code("persons"), .part(0)), (Code("fulltimePersons"), .fulltimeHours(1))]
    )
    private let units: UnitDirectory
    private let ages: ClosedRange<Int32>
    private let isAtWork: Bool

    /// The place of `X`, not stated, in the list of industries.
    private static let unknownIndustry =
        Int16(RegisterCodeList.industries.codes.firstIndex(of: "X") ?? 0)

    init(_ context: RuleContext) {
        units = context.units
        ages = context.settings.foreignAges
        isAtWork = context.settings.countsForeignersAtWork
    }

    func count(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        guard let citizen = person.facts.person, citizen.citizenship > 0,
            !person.facts.wages.isEmpty
        else { return }
        let base = PersonLeaf(of: person).base
        // Whoever turns an age in a month has it on the month's last day.
        let first = CivilMonth.anniversary(ages.lowerBound, of: citizen.born)
        let end = CivilMonth.anniversary(ages.upperBound + 1, of: citizen.born)
        var place = person.firstWage(in: max(months.lowerBound, CivilMonth.containing(first)))
        let last = min(months.upperBound, CivilMonth.containing(end) - 1)
        var month = Int32.min
        var hoursLeft: Int32 = 0
        var unit: UnitDirectory.Entry?
        while place < person.facts.wages.count, person.facts.wages[place].month <= last {
            let wage = person.facts.wages[place]
            place += 1
            guard wage.kroner > 0 else { continue }
            if wage.month != month {
                month = wage.month
                hoursLeft = person.rules.fullTimeHours
            }
            if unit?.holds(wage.unit, in: month) != true {
                unit = units.entry(of: wage.unit, in: month)
            }
            var leaf = base
            leaf[.area] =
                isAtWork
                ? unit?.municipality ?? 0
                : person.municipality(on: CivilMonth.lastDay(of: month))
            leaf[.industry] = unit?.industry ?? Self.unknownIndustry
            contributions.add(0, month: month, leaf: leaf)
            let hours = min(max(0, wage.hours), hoursLeft)
            hoursLeft -= hours
            if hours > 0 {
                contributions.add(1, month: month, leaf: leaf, amount: Int64(hours))
            }
        }
    }
}

extension UnitDirectory.Entry {
    /// Whether the entry is that of a unit on the last day of a month.
    fileprivate func holds(_ unit: Int32, in month: Int32) -> Bool {
        let day = CivilMonth.lastDay(of: month)
        return self.unit == unit && from <= day && day <= to
    }
}
