internal import Databank
internal import Registers
internal import StatisticsModel
internal import Tallies

/// The degree of activation, and the share of persons touched by activation.
///
/// Source: seeds/catalogue/README.md, "Rules of the statistics", rule 9.
struct ActivationDegreeRule: IndicatorRule {
    let spec: TallySpec
    private let activated: ActivationCounting
    private let all: SupportCounting

    private init(
        _ indicator: StaticString,
        _ benefits: BenefitSet,
        by facets: PieceFacets,
        _ settings: RuleSettings
    ) {
        var parts: [TallySpec.Part] = [.persons, .sum]
        let selection = PieceSelection(benefits)
        all = SupportCounting(selection, by: facets, settings: settings, appendingTo: &parts)
        activated = ActivationCounting(
            selection: selection,
            offers: settings.activatingOffers,
            facets: facets,
            isByOffer: false,
            persons: 0,
            weight: 1
        )
        let degree = TallySpec.Formula.ratio(
            ActivationCounting.fullTime(1),
            all.parts.fullTime,
            times: 100
        )
        spec = TallySpec(
            indicator,
            parts,
            [
                (Code("activationDegree"), degree),
                (
                    Code("activatedShare"),
                    .ratio(.part(0), .part(all.parts.persons), times: 100)
                ),
            ]
        )
    }

    func count(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        activated.count(person, in: months, into: &contributions)
        all.count(person, in: months, into: &contributions)
    }

    /// The rules of all indicators of this kind.
    static func all(_ settings: RuleSettings) -> [ActivationDegreeRule] {
        [
            ActivationDegreeRule("y01c07", BenefitSet([.unemploymentBenefit]), by: [], settings),
            ActivationDegreeRule("y60c07", settings.assistance, by: .targetGroup, settings),
        ]
    }
}
