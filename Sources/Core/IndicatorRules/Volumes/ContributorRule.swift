internal import Databank
internal import Registers
internal import StatisticsModel
internal import Tallies

/// Members of an unemployment fund who pay for early retirement, on one day a year, and their share
/// of all members.
///
/// Source: Jobindsats, "Antal og andel efterlønsbidragsbetalere": on 1 September, in 2012 on
/// 1 November.
struct ContributorRule: IndicatorRule {
    let spec = TallySpec(
        "y28a15",
        [.persons, .persons],
        [
            (Code("contributors"), .part(0)),
            (Code("contributorShare"), .ratio(.part(0), .part(1), times: 100)),
        ]
    )

    func count(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        guard !person.facts.memberships.isEmpty else { return }
        let base = PersonLeaf(of: person).base
        for year in months.lowerBound / 12...months.upperBound / 12 {
            let month = year * 12 + (year == 2012 ? 10 : 8)
            guard months.contains(month) else { continue }
            let day = CivilMonth.firstDay(of: month)
            guard let membership = person.membership(on: day) else { continue }
            var leaf = base
            leaf[.area] = person.municipality(on: day)
            leaf[.fund] = membership.fund
            leaf[.age] = person.age(on: day).map(Int16.init) ?? -1
            contributions.add(1, month: month, leaf: leaf)
            if membership.contributes { contributions.add(0, month: month, leaf: leaf) }
        }
    }
}

extension PersonCalendar {
    /// The membership of a day, the last that began.
    fileprivate func membership(on day: Int32) -> FundMembership? {
        facts.memberships.last { $0.from <= day && day <= $0.to }
    }
}
