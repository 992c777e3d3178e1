internal import Databank
internal import IndicatorRules
internal import Tallies

/// One worker's counts: takes persons one by one and adds what all rules find.
struct PersonCounter {
    /// Which periods a person is counted in.
    enum Span {
        /// All periods.
        case all
        /// Only those that end after the data month of the counts so far.
        case after(Int32)
    }

    private let plan: CountingPlan
    private(set) var tallies: [IndicatorTally]
    private var builder: CalendarBuilder
    private var calendar: PersonCalendar
    private var contributions = Contributions()

    init(_ plan: CountingPlan, rules: CalendarRules) {
        self.plan = plan
        tallies = plan.entries.map { IndicatorTally($0.plan) }
        builder = CalendarBuilder(rules)
        calendar = builder.emptyCalendar()
    }

    /// Adds a person.
    mutating func add(_ facts: inout PersonFacts, in span: Span) {
        let born = facts.person?.born
        builder.build(&calendar, from: &facts, horizon: plan.horizon)
        for entry in plan.entries.indices {
            let window =
                switch span {
                case .all: plan.window(of: entry, after: nil)
                case .after(let month): plan.window(of: entry, after: month)
                }
            guard let window, find(entry, in: window) else { continue }
            tallies[entry].add(contributions, born: born, in: window)
        }
    }

    /// Takes away what the counts so far have of a person, as known then.
    ///
    /// - Parameters:
    ///   - facts: What was known of the person.
    ///   - month: The data month of the counts so far.
    ///   - horizon: The last day of that month.
    mutating func remove(_ facts: inout PersonFacts, countedUntil month: Int32, horizon: Int32) {
        let born = facts.person?.born
        builder.build(&calendar, from: &facts, horizon: horizon)
        for entry in plan.entries.indices {
            guard let window = plan.window(of: entry, until: month), find(entry, in: window) else {
                continue
            }
            tallies[entry].remove(contributions, born: born, in: window)
        }
    }

    /// Adds the counts of another worker or an earlier run.
    mutating func merge(_ others: [IndicatorTally]) {
        for place in tallies.indices { tallies[place].merge(others[place]) }
    }

    private mutating func find(_ entry: Int, in window: ClosedRange<Int32>) -> Bool {
        contributions.removeAll()
        let months = window.lowerBound - CountingPlan.lookBack...window.upperBound
        plan.entries[entry].rule.count(calendar, in: months, into: &contributions)
        return !contributions.entries.isEmpty
    }
}
