internal import Databank
internal import Registers
internal import StatisticsModel
internal import Tallies

/// Activated persons and full-time activated.
///
/// Source: seeds/catalogue/README.md, "Rules of the statistics", rule 9.
struct ActivationRule: IndicatorRule {
    let spec: TallySpec
    private let counting: ActivationCounting

    private init(
        _ indicator: StaticString,
        _ benefits: BenefitSet,
        by facets: PieceFacets,
        _ settings: RuleSettings
    ) {
        spec = TallySpec(
            indicator,
            [.persons, .sum],
            [
                (Code("activatedPersons"), .part(0)),
                (Code("fulltimeActivated"), ActivationCounting.fullTime(1)),
            ]
        )
        counting = ActivationCounting(
            selection: PieceSelection(benefits),
            offers: settings.activatingOffers,
            facets: facets,
            isByOffer: true,
            persons: 0,
            weight: 1
        )
    }

    func count(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        counting.count(person, in: months, into: &contributions)
    }

    /// The rules of all indicators of this kind.
    static func all(_ settings: RuleSettings) -> [ActivationRule] {
        [
            ActivationRule("ptvc01", .support, by: .benefit, settings),
            ActivationRule("y01c01", BenefitSet([.unemploymentBenefit]), by: .fund, settings),
        ]
    }
}
