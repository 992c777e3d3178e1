internal import Databank
internal import Registers
internal import StatisticsModel
internal import Tallies

/// Persons and full-time persons on benefits, the activated included.
///
/// Source: Jobindsats, "Antal personer og fuldtidspersoner"; seeds/catalogue/README.md, "Rules of
/// the statistics", rules 1–5.
struct VolumeRule: IndicatorRule {
    let spec: TallySpec
    private let counting: SupportCounting

    private init(
        _ indicator: Code<Indicator>,
        _ counting: SupportCounting,
        parts: [TallySpec.Part],
        measures: [(Code<Measure>, TallySpec.Formula)]
    ) {
        self.counting = counting
        spec = TallySpec(
            indicator: indicator,
            parts: parts,
            measures: measures.map { (measure: $0.0, formula: $0.1) },
            lag: 0
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

extension VolumeRule {
    /// The rules of all indicators of volume.
    static func all(_ settings: RuleSettings) -> [VolumeRule] {
        let before = 0...settings.singleAssistanceSince - 1
        let combined = settings.combinedAssistanceSince...Int32.max - 1
        return [
            volume("y01a02", [.unemploymentBenefit], by: .fund, settings),
            volume("y04a02", [.rehabilitation], settings),
            volume("y07a02", [.sicknessBenefit], settings),
            volume("y08a02", [.flexJob], settings),
            volume("y09a02", [.unemploymentAllowance], settings),
            volume("y10a02", [.disabilityPension], settings),
            volume("y11a02", [.resourceProgramme], settings),
            volume("y12a02", [.jobClarification], settings),
            volume("y35a02", [.integrationBenefit], by: .targetGroup, in: before, settings),
            volume("y36a02", [.socialAssistance], by: .targetGroup, in: before, settings),
            volume("y38a02", [.educationAssistance], by: .targetGroup, in: before, settings),
            volume(
                "y60a02",
                Benefit.allCases.filter(settings.assistance.contains),
                by: .targetGroup,
                in: combined,
                settings
            ),
            volume("ptv_a02", Benefit.allCases.filter(\.isSupport), by: .benefit, settings),
            grossUnemployment(settings), supportShare(settings), benchmarkActuals(settings),
        ]
    }

    private static func volume(
        _ indicator: StaticString,
        _ benefits: [Benefit],
        by facets: PieceFacets = [],
        in months: ClosedRange<Int32> = 0...Int32.max - 1,
        _ settings: RuleSettings
    ) -> VolumeRule {
        rule(indicator, PieceSelection(BenefitSet(benefits)), by: facets, in: months, settings) {
            volumeMeasures($0)
        }
    }

    private static func volumeMeasures(
        _ parts: SupportCounting.Parts
    ) -> [(Code<Measure>, TallySpec.Formula)] {
        [
            (Code("persons"), .part(parts.persons)), (Code("fulltimePersons"), parts.fullTime),
            (Code("pctWorkforce"), .perWorkforce(parts.fullTime)),
            (Code("pctPopulation"), .perPopulation(parts.fullTime)),
        ]
    }

    /// Gross unemployment.
    ///
    /// Source: Jobindsats, "Antal ledige personer og fuldtidspersoner".
    private static func grossUnemployment(_ settings: RuleSettings) -> VolumeRule {
        rule(
            "y25i01",
            PieceSelection(unemployedBy: settings),
            by: [.benefit, .fund],
            settings
        ) { volumeMeasures($0) }
    }

    /// The share of the population on public support, by the benefits that the goal names.
    ///
    /// Source: the minister's goals of 2019, goal 1.
    private static func supportShare(_ settings: RuleSettings) -> VolumeRule {
        let left: Set<Benefit> = [.seniorPension, .earlyPension, .flexBenefit]
        let benefits = Benefit.allCases.filter { $0.isSupport && !left.contains($0) }
        return rule("mm-support", PieceSelection(BenefitSet(benefits)), settings) {
            [(Code("supportShare"), .perPopulation($0.fullTime))]
        }
    }

    /// The actual numbers beside which the benchmark sets those to be expected: only the benefits
    /// of its three areas count, also in its total.
    ///
    /// Source: Jobindsats, "Jobcenterindblik"; which benefits are social assistance etc. is partly
    /// unconfirmed (seeds/catalogue/README.md, "Weakly evidenced", `KTHMV`).
    private static func benchmarkActuals(_ settings: RuleSettings) -> VolumeRule {
        let benefits: [Benefit] = [
            .unemploymentBenefit, .specialEducationBenefit, .labourMarketBenefit, .cashBenefit,
            .socialAssistance, .educationAssistance, .integrationBenefit, .preRehabilitation,
            .rehabilitation, .resourceProgramme, .unemploymentAllowance, .sicknessBenefit,
            .jobClarification,
        ]
        return rule("y30r21", PieceSelection(BenefitSet(benefits)), by: .benefit, settings) {
            [
                (Code("actualPersons"), $0.fullTime),
                (Code("actualShare"), .perPopulation($0.fullTime)),
            ]
        }
    }

    private static func rule(
        _ indicator: StaticString,
        _ selection: PieceSelection,
        by facets: PieceFacets = [],
        in months: ClosedRange<Int32> = 0...Int32.max - 1,
        _ settings: RuleSettings,
        measures: (SupportCounting.Parts) -> [(Code<Measure>, TallySpec.Formula)]
    ) -> VolumeRule {
        var parts: [TallySpec.Part] = []
        let counting = SupportCounting(
            selection,
            by: facets,
            in: months,
            settings: settings,
            appendingTo: &parts
        )
        return VolumeRule(
            Code(indicator),
            counting,
            parts: parts,
            measures: measures(counting.parts)
        )
    }
}
