internal import Databank
internal import Registers
internal import StatisticsModel
internal import Tallies

/// The share of the gross unemployed in upskilling.
///
/// Source: the minister's goals of 2023, goal 2.
struct UpskillingRule: IndicatorRule {
    let spec: TallySpec
    private let upskilled: ActivationCounting
    private let all: SupportCounting

    init(_ settings: RuleSettings) {
        var parts: [TallySpec.Part] = [.persons]
        let selection = PieceSelection(unemployedBy: settings)
        all = SupportCounting(selection, settings: settings, appendingTo: &parts)
        upskilled = ActivationCounting(
            selection: selection,
            offers: settings.upskillingOffers,
            facets: [],
            isByOffer: false,
            persons: 0,
            weight: nil
        )
        spec = TallySpec(
            "mm-upskilling",
            parts,
            [(Code("upskillingShare"), .ratio(.part(0), .part(all.parts.persons), times: 100))]
        )
    }

    func count(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        upskilled.count(person, in: months, into: &contributions)
        all.count(person, in: months, into: &contributions)
    }
}
