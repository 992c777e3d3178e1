internal import Databank
internal import Registers
internal import StatisticsModel
internal import Tallies

/// Persons on social assistance at the beginning of a month: of the job-ready those who got a wage
/// in it, of the activity-ready those who were job-ready at its end.
///
/// In a quarter they are those who were in the group at the beginning of one of its months.
///
/// Source: the minister's goals of 2019, goal 4; that an unsubsidised wage is employment, and what
/// a quarter is, are assumptions.
struct TransitionRule: IndicatorRule {
    let spec = TallySpec(
        "mm-transitions",
        [.persons, .persons, .persons, .persons],
        [
            (
                Code("jobReadyEmployedShare"),
                .ratio(.part(Part.employed), .part(Part.jobReady), times: 100)
            ),
            (
                Code("becameJobReadyShare"),
                .ratio(.part(Part.becameJobReady), .part(Part.activityReady), times: 100)
            ),
        ]
    )
    private let benefits: BenefitSet
    private let jobReady: UInt32
    private let activityReady: UInt32
    private let subsidised: UInt32

    /// Which part counts what.
    private enum Part {
        static let employed = 0
        static let jobReady = 1
        static let becameJobReady = 2
        static let activityReady = 3
    }

    init(_ settings: RuleSettings) {
        benefits = settings.assistance
        jobReady = settings.jobReadyGroups
        activityReady = settings.activityReadyGroups
        subsidised = settings.subsidisedOffers
    }

    func count(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        guard !person.benefits.isDisjoint(with: benefits) else { return }
        let leaves = PersonLeaf(of: person)
        var work = OrdinaryWork(of: person, from: months.lowerBound, subsidised: subsidised)
        var place = person.firstPiece(in: months.lowerBound)
        while place < person.pieces.count, person.pieces[place].month <= months.upperBound {
            let piece = person.pieces[place]
            let month = piece.month
            repeat {
                place += 1
            } while place < person.pieces.count
                && person.pieces[place].month == month
            guard benefits.holds(piece.benefit), piece.from == CivilMonth.firstDay(of: month)
            else { continue }
            let leaf = leaves.leaf(of: piece, as: piece.benefit, by: [])
            if jobReady.hasBit(piece.targetGroup) {
                contributions.add(Part.jobReady, month: month, leaf: leaf)
                if work.take(month: month, of: person).isPaid {
                    contributions.add(Part.employed, month: month, leaf: leaf)
                }
            } else if activityReady.hasBit(piece.targetGroup) {
                contributions.add(Part.activityReady, month: month, leaf: leaf)
                if jobReady.hasBit(person.targetGroup(on: CivilMonth.lastDay(of: month))) {
                    contributions.add(Part.becameJobReady, month: month, leaf: leaf)
                }
            }
        }
    }
}
