public import Registers

/// The settings by which a person's days are put in order.
///
/// Rules of which the evidence is weak stand here with the default that is used.
public struct CalendarRules: Sendable, Equatable {
    /// To which benefit a day belongs that several were granted for: the first in the list.
    ///
    /// A benefit that is missing comes after all others.
    ///
    /// Pensions beat early retirement, then flex job, unemployment allowance, resource programme,
    /// job clarification, sickness, rehabilitation, unemployment benefit and the bridges from it,
    /// social assistance and its kin, parental benefit, student grant. Source: no published order
    /// of Jobindsats is known; the order follows DREAM where that says something (unemployment
    /// beats social assistance), else general knowledge.
    public var priority: [Benefit] = [
        .statePension, .disabilityPension, .seniorPension, .earlyPension, .earlyRetirement,
        .flexBenefit, .flexJob, .unemploymentAllowance, .resourceProgramme, .jobClarification,
        .sicknessBenefit, .rehabilitation, .preRehabilitation, .unemploymentBenefit,
        .labourMarketBenefit, .specialEducationBenefit, .cashBenefit, .socialAssistance,
        .educationAssistance, .integrationBenefit, .parentalBenefit, .studentGrant,
    ]

    /// Which gaps end a spell.
    public var gaps = GapRule.standard

    /// The first month whose sick days on an unemployment card are left out, with their share of
    /// the hours: the first 14 days of sickness are paid as unemployment benefit since 2015, and
    /// left out so that the series stays comparable.
    ///
    /// Source: Jobindsats, "Nye tal", August 2017.
    public var sickDaysExcludedSince: Int32 = 24_180

    /// The ages in whole years at which days on the benefits of `ageLimited` count.
    ///
    /// Source: Jobindsats counts persons of 16–66 years in measures of support; that the limit
    /// holds for each day is an assumption.
    public var ages: ClosedRange<Int32> = 16...66

    /// The benefits whose days count only at `ages`: support apart from early retirement pay and
    /// flex benefit, which have age bands without an upper bound.
    public var ageLimited = BenefitSet(
        Benefit.allCases.filter {
            $0.isSupport && $0 != .earlyRetirement && $0 != .flexBenefit
        }
    )

    /// The kinds of offer, bit *n* for place *n* in the list of offers, whose days without any
    /// benefit count as days on the benefit before.
    ///
    /// All but the mentor, who is no occupation.
    ///
    /// Source: Jobindsats, "ydelse og/eller aktivering": a wage subsidy is a day on the benefit.
    public var bridgingOffers: UInt32 = 0b01_1111_1111

    /// The benefits that offers prolong so.
    public var bridgedBenefits = BenefitSet([
        .unemploymentBenefit, .specialEducationBenefit, .labourMarketBenefit, .cashBenefit,
        .socialAssistance, .educationAssistance, .integrationBenefit, .sicknessBenefit,
        .jobClarification, .preRehabilitation, .rehabilitation, .resourceProgramme,
        .unemploymentAllowance,
    ])

    /// How far an offer may lie behind the last day of the benefit that it prolongs: by default
    /// less than a full calendar month at any time, because a subsidised job that begins a few days
    /// later belongs to the same unemployment.
    ///
    /// An assumption.
    public var bridgeReach = GapRule(monthsSince: .min)

    /// The hours a week, in hundredths, of offers that were reported without: by benefit (raw
    /// value) × kinds of offer + kind.
    ///
    /// The rule is the mean of the same benefit and kind of offer (source: Jobindsats, "Under-
    /// vurderet aktiveringsdata", 2020), which whoever has the records can set; the defaults are
    /// assumed means by kind: education 30, courses 20, wage subsidies 37, placements 30,
    /// community service 30, mentors 1.
    public var imputedHours: [Int32] = {
        let byOffer: [Int32] = [3_000, 3_000, 2_000, 3_700, 3_700, 3_000, 3_000, 3_000, 3_000, 100]
        return Array(repeatElement(byOffer, count: Benefit.allCases.count).joined())
    }()

    /// The hours of a full month of those insured full time, in hundredths.
    ///
    /// Source: guidelines 9979/2023 on the payment of unemployment benefit.
    public var fullTimeHours: Int32 = 16_033
    /// The hours of a full month of those insured part time, in hundredths.
    ///
    /// Source: as above.
    public var partTimeHours: Int32 = 13_000

    /// The rules with all defaults.
    public static let standard = CalendarRules()

    /// Makes rules with all defaults.
    public init() {}

    /// Returns the calendar of a person.
    ///
    /// - Parameters:
    ///   - facts: The person's facts, each kind in time.
    ///   - horizon: The last day of the data month.
    /// - Returns: The calendar as known on that day.
    public func calendar(of facts: PersonFacts, horizon: Int32) -> PersonCalendar {
        var builder = CalendarBuilder(self)
        var facts = facts
        var calendar = builder.emptyCalendar()
        builder.build(&calendar, from: &facts, horizon: horizon)
        return calendar
    }

    /// The rank of each benefit by raw value: the lower wins.
    var ranks: [UInt8] {
        Benefit.allCases.map { benefit in
            UInt8(priority.firstIndex(of: benefit) ?? priority.count + Int(benefit.rawValue))
        }
    }

    /// The hours of an offer reported without, in hundredths a week.
    func imputedHours(of offer: Int16, on benefit: Benefit) -> Int32 {
        let kinds = RegisterCodeList.offers.codes.count
        let place = Int(benefit.rawValue) * kinds + Int(offer)
        return imputedHours.indices.contains(place) ? imputedHours[place] : 0
    }
}
