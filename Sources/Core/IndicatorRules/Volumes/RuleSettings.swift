public import Registers

/// The settings of the rules, each with the default that is used.
///
/// What no published source says exactly stands here, so that a correction is one line. Months are
/// year × 12 + month − 1; a set of places in a list is a number whose bit *n* is place *n*.
public struct RuleSettings: Sendable, Equatable {
    /// The benefits that are paid by the hour; all others count by days.
    ///
    /// Source: seeds/catalogue/README.md, "Rules of the statistics", rule 4. That they do so among
    /// all benefits (`ptv_a02`), too, is an assumption, so that the parts make up the whole.
    public var hourlyBenefits = BenefitSet([
        .unemploymentBenefit, .earlyRetirement,
    ])

    /// Whether days in an offer on an hourly benefit that is not paid then, such as a wage subsidy,
    /// count as hours: the offer's weekly hours, at most 37 of 37.
    ///
    /// Source: Jobindsats, "ydelse og/eller aktivering"; how the hours are found is an assumption.
    public var creditsUnpaidOffers = true

    /// The kinds of offer that activate: all but the mentor, who stands beside an offer.
    public var activatingOffers: UInt32 = 0b01_1111_1111
    /// The kind of offer that is a mentor.
    public var mentorOffers: UInt32 = 0b10_0000_0000
    /// The kinds of offer in which an employer gets a wage subsidy, private or public.
    public var subsidisedOffers: UInt32 = 0b00_0001_1000
    /// The kinds of offer that are upskilling: ordinary education, the six weeks among it.
    ///
    /// Whether the goal of the minister also counts other guidance and upskilling is not
    /// documented.
    public var upskillingOffers: UInt32 = 0b00_0000_0011

    /// The benefits that are social assistance taken together, as the combined series has them.
    ///
    /// Source: Jobindsats, "Kontanthjælp": the three became one on 1 July 2025.
    public var assistance = BenefitSet([
        .socialAssistance, .educationAssistance, .integrationBenefit,
    ])
    /// The first month of the combined series of social assistance.
    ///
    /// Jobindsats has been seen to show it from August 2021. By default it begins with everything
    /// else, since 2021 and the third quarter would otherwise be figures of a few months only.
    public var combinedAssistanceSince: Int32 = 24_048
    /// The first month in which there is one social assistance: the last of the series that it
    /// replaced is the month before.
    public var singleAssistanceSince: Int32 = 24_306

    /// The benefits of the insured unemployed.
    ///
    /// Source: Jobindsats, "Antal ledige personer". That the bridges of 2013–2017 are none of them
    /// is an assumption.
    public var insuredBenefits = BenefitSet([.unemploymentBenefit])
    /// The target groups that are ready for a job: job-ready, and match category 1.
    ///
    /// Match groups 1–5 of before April 2010 are one group here, which doesn't tell the job-ready
    /// apart, and are left out.
    public var jobReadyGroups: UInt32 = 0b0_0010_0001
    /// The target groups that are ready for an activity: activity-ready, match categories 2 and 3.
    public var activityReadyGroups: UInt32 = 0b0_1100_0010

    /// How many per cent of the last 52 weeks must have been unemployment to be long-term.
    ///
    /// Source: seeds/catalogue/README.md, "Rules of the statistics", rule 10; that days
    /// count, however many hours are paid for them, is an assumption.
    public var longTermPercent: Int32 = 80
    /// The days of those 52 weeks.
    public var longTermDays: Int32 = 364

    /// The whole months of consumption at which the bands of the benefit period begin.
    public var consumptionBands: [Int32] = [0, 3, 6, 12, 18]
    /// How many months' hours the right of graduates has: more is no consumption of it.
    ///
    /// Source: the act on unemployment insurance, one year within two.
    public var graduateMonths: Int32 = 12

    /// The ages of foreign employees.
    ///
    /// Source: Jobindsats, "Fordelingsvariable".
    public var foreignAges: ClosedRange<Int32> = 16...70
    /// Whether foreign employees count where they work; else where they live.
    ///
    /// Those without a Danish residence would then live in no known municipality. Which of the two
    /// it is is not documented.
    public var countsForeignersAtWork = true

    /// The rule of the focus measures.
    public var focus = FocusSettings()

    /// The settings with all defaults.
    public static let standard = RuleSettings()

    /// Makes settings with all defaults.
    public init() {}
}

/// The settings of the focus measures of early effort and enhanced supervision.
public struct FocusSettings: Sendable, Equatable {
    /// The first month: the rules came with the act of 2020.
    public var firstMonth: Int32 = 24_240
    /// The months in which the measures were paused.
    ///
    /// Source: Jobindsats, "Fokusmål".
    public var pausedMonths: ClosedRange<Int32> = 24_241...24_247
    /// The days that a spell must have gone on, and that interviews and offers are looked for in.
    public var days: Int32 = 365
    /// The kinds of interview that count: job, joint and follow-up interviews.
    public var interviews: UInt32 = 0b0_0111
    /// How many interviews are required within `days` on unemployment benefit.
    ///
    /// Source: general knowledge; the numbers changed with the law, and by target group.
    public var insuredInterviews: Int32 = 6
    /// How many interviews are required on other benefits.
    public var otherInterviews: Int32 = 4

    /// Makes settings with all defaults.
    public init() {}
}
