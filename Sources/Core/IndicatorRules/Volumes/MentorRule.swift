internal import Databank
internal import Registers
internal import StatisticsModel
internal import Tallies

/// Persons with a mentor.
///
/// Source: Jobindsats, "Mentor".
struct MentorRule: IndicatorRule {
    let spec = TallySpec("mentor", [.persons], [(Code("persons"), .part(0))])
    private let counting: ActivationCounting

    init(_ settings: RuleSettings) {
        counting = ActivationCounting(
            selection: PieceSelection(.support),
            offers: settings.mentorOffers,
            facets: .benefit,
            isByOffer: false,
            persons: 0,
            weight: nil
        )
    }

    func count(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        counting.count(person, in: months, into: &contributions)
    }
}
