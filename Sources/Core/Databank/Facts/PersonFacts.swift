public import Registers

/// All records of one person that hold as of one delivery, by kind, each in time.
///
/// Days are numbers since 1970-01-01; `to` is the last day, `Int32.max` while it goes on. Months
/// are year × 12 + month − 1.
public struct PersonFacts: Sendable, Equatable {
    /// What the population register says about the person; `nil` when it doesn't know it.
    public var person: PersonRecord?
    /// Where the person lived.
    public var addresses: [Stay] = []
    /// Periods of benefits that municipalities and Udbetaling Danmark pay.
    public var benefits: [BenefitPeriod] = []
    /// Payments of such benefits.
    public var payments: [BenefitPayment] = []
    /// The cards of the unemployment funds.
    public var cards: [BenefitCard] = []
    /// Memberships of unemployment funds.
    public var memberships: [FundMembership] = []
    /// Offers of activation.
    public var offers: [Offer] = []
    /// Interviews, held or due.
    public var interviews: [Interview] = []
    /// Target groups assigned by the job centre.
    public var targetGroups: [TargetGroupPeriod] = []
    /// Sanctions.
    public var sanctions: [Sanction] = []
    /// Registered applications for jobs, by month.
    public var jobSearch: [JobSearch] = []
    /// Wages, by month and employer.
    public var wages: [Wage] = []
    /// Completed educations.
    public var educations: [Education] = []

    /// Makes the facts of a person that nothing is known of.
    public init() {}
}

/// A person as the population register has it.
public struct PersonRecord: Sendable, Equatable {
    /// The day of birth.
    public var born: Int32
    /// The place in the list of genders: 0 women, 1 men.
    public var gender: Int16
    /// The place in the list of origins.
    public var origin: Int16
    /// The place in the list of citizenships; 0 is Danish.
    public var citizenship: Int16
    /// The day of death; `Int32.max` when alive.
    public var died: Int32

    /// Makes a person.
    public init(born: Int32, gender: Int16, origin: Int16, citizenship: Int16, died: Int32) {
        self.born = born
        self.gender = gender
        self.origin = origin
        self.citizenship = citizenship
        self.died = died
    }
}

/// A time in which a person lived in a municipality.
public struct Stay: Sendable, Equatable {
    /// The municipality's number, in the structure since 2007.
    public var municipality: Int16
    /// The first day.
    public var from: Int32
    /// The last day.
    public var to: Int32

    /// Makes a stay.
    public init(municipality: Int16, from: Int32, to: Int32) {
        self.municipality = municipality
        self.from = from
        self.to = to
    }
}

/// A time in which a person was granted a benefit.
public struct BenefitPeriod: Sendable, Equatable {
    /// The benefit.
    public var benefit: Benefit
    /// The first day.
    public var from: Int32
    /// The last day.
    public var to: Int32

    /// Makes a period.
    public init(benefit: Benefit, from: Int32, to: Int32) {
        self.benefit = benefit
        self.from = from
        self.to = to
    }
}

/// A payment of a benefit for a time.
public struct BenefitPayment: Sendable, Equatable {
    /// The benefit.
    public var benefit: Benefit
    /// The first day paid for.
    public var from: Int32
    /// The last day paid for.
    public var to: Int32
    /// The amount in kroner; negative when it was paid back.
    public var kroner: Int32

    /// Makes a payment.
    public init(benefit: Benefit, from: Int32, to: Int32, kroner: Int32) {
        self.benefit = benefit
        self.from = from
        self.to = to
        self.kroner = kroner
    }
}

/// The card of one month from an unemployment fund.
public struct BenefitCard: Sendable, Equatable {
    /// The place in the list of funds.
    public var fund: Int16
    /// Unemployment benefit or early retirement pay.
    public var benefit: Benefit
    /// Whether the person is insured part time.
    public var isPartTime: Bool
    /// The month.
    public var month: Int32
    /// Paid hours in hundredths.
    public var paidHours: Int32
    /// The paid days, bit 0 the first of the month.
    public var days: UInt32
    /// The days of sickness that are paid as unemployment benefit since 2015.
    public var sickDays: UInt32
    /// Whether the right was earned by an education.
    public var isGraduate: Bool
    /// Hours used of the benefit period so far; `nil` when the fund doesn't say.
    public var consumedHours: Int32?
    /// The last day of the benefit period, when it was exhausted in the month.
    public var exhaustedOn: Int32?
    /// The amount paid in kroner; `nil` when the fund doesn't say.
    public var kroner: Int32?

    /// Makes a card.
    public init(
        fund: Int16,
        benefit: Benefit,
        isPartTime: Bool,
        month: Int32,
        paidHours: Int32,
        days: UInt32,
        sickDays: UInt32,
        isGraduate: Bool,
        consumedHours: Int32?,
        exhaustedOn: Int32?,
        kroner: Int32?
    ) {
        self.fund = fund
        self.benefit = benefit
        self.isPartTime = isPartTime
        self.month = month
        self.paidHours = paidHours
        self.days = days
        self.sickDays = sickDays
        self.isGraduate = isGraduate
        self.consumedHours = consumedHours
        self.exhaustedOn = exhaustedOn
        self.kroner = kroner
    }
}

/// A membership of an unemployment fund.
public struct FundMembership: Sendable, Equatable {
    /// The place in the list of funds.
    public var fund: Int16
    /// Whether the member pays for early retirement.
    public var contributes: Bool
    /// The first day.
    public var from: Int32
    /// The last day.
    public var to: Int32

    /// Makes a membership.
    public init(fund: Int16, contributes: Bool, from: Int32, to: Int32) {
        self.fund = fund
        self.contributes = contributes
        self.from = from
        self.to = to
    }
}
