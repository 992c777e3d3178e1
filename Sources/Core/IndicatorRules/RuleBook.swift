public import StatisticsModel
internal import Tallies

/// The rules of all indicators of the catalogue.
public struct RuleBook: Sendable {
    /// The rules, in the order of the indicators' ids.
    public let rules: [any IndicatorRule]

    /// Collects the rules.
    public init(context: RuleContext) {
        let settings = context.settings
        var rules: [any IndicatorRule] = VolumeRule.all(settings)
        rules += ActivationRule.all(settings) as [any IndicatorRule]
        rules += ActivationDegreeRule.all(settings) as [any IndicatorRule]
        rules += ActivationSpellRule.all(settings) as [any IndicatorRule]
        rules += ExpenditureRule.all(settings) as [any IndicatorRule]
        rules += [
            EarlyRetirementRule(settings), MentorRule(settings), UpskillingRule(settings),
            LongTermRule(settings), GraduateRule(settings), ConsumptionRule(settings),
            OrdinaryHoursRule.assistance(settings), OrdinaryHoursRule.all(settings),
            ForeignEmployeeRule(context), ContributorRule(), TransitionRule(settings),
            FocusRule(settings),
        ]
        self.rules = rules.sorted { $0.spec.indicator < $1.spec.indicator }
    }

    /// The indicators that are made from the figures of others.
    public static let derived = DerivedSeries.all

    /// The indicators whose rules are still to be written; they have no figures until then.
    public static let awaited: [Code<Indicator>] = [
        Code("akasse-interviews"), Code("akasse-jobsearch"), Code("mm10"), Code("rm01ak"),
        Code("smt02"), Code("y01a21"), Code("y01a24"), Code("y01a27"), Code("y01b01"),
        Code("y01b15"), Code("y01c11"), Code("y01c14"), Code("y01h01"), Code("y01ud01"),
        Code("y01ud01di"), Code("y04a21"), Code("y04a24"), Code("y07a07"), Code("y07a21"),
        Code("y07a24"), Code("y07b15"), Code("y07c14"), Code("y08a21"), Code("y08a24"),
        Code("y08b15"), Code("y09a21"), Code("y09a24"), Code("y09a27"), Code("y09b15"),
        Code("y10a24"), Code("y11a21"), Code("y11a24"), Code("y11c11"), Code("y12a21"),
        Code("y12a24"), Code("y12a27"), Code("y12b15"), Code("y12c11"), Code("y12c14"),
        Code("y14d03"), Code("y60a21"), Code("y60a24"), Code("y60a27"), Code("y60b15"),
        Code("y60c11"), Code("y60c14"),
    ]

    /// The indicators of the catalogue that the registers can't give, and why.
    public static let withoutFigures: [(indicator: Code<Indicator>, reason: BilingualText)] = [
        (
            Code("y25i05"),
            BilingualText(
                danish: "Intet register leverer varsler om afskedigelser.",
                english: "No register delivers notices of redundancies."
            )
        ),
        (
            Code("y25i06"),
            BilingualText(
                danish: "Intet register leverer arbejdsfordelinger.",
                english: "No register delivers work sharing."
            )
        ),
        (
            Code("y25i07"),
            BilingualText(
                danish: "Intet register leverer stillinger på Jobnet.",
                english: "No register delivers vacancies on Jobnet."
            )
        ),
        (
            Code("failed-recruitment"),
            BilingualText(
                danish: "Tallene kommer fra en stikprøve blandt virksomheder, ikke fra registre.",
                english: "The figures come from a sample survey of companies, not from registers."
            )
        ),
        (
            Code("mm-recruitment"),
            BilingualText(
                danish: "Tallene kommer fra en stikprøve blandt virksomheder, ikke fra registre.",
                english: "The figures come from a sample survey of companies, not from registers."
            )
        ),
        (
            Code("y25l01"),
            BilingualText(
                danish: """
                    Indkomstregistret leverer kun lønninger for personer med en ydelse og for \
                    udenlandske statsborgere, ikke for alle lønmodtagere.
                    """,
                english: """
                    The income register delivers wages of persons with a benefit and of foreign \
                    citizens only, not of all employees.
                    """
            )
        ),
        (
            Code("mm-refugees"),
            BilingualText(
                danish: "Intet register leverer opholdsgrundlag, så flygtninge kan ikke kendes.",
                english:
                    "No register delivers the basis of residence, which tells who is a refugee."
            )
        ),
    ]
}
