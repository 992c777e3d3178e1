/// An offer of activation.
public struct Offer: Sendable, Equatable {
    /// The place in the list of offers.
    public var offer: Int16
    /// The municipality that is responsible, in the structure since 2007.
    public var municipality: Int16
    /// The production unit where it takes place; `nil` when there is none.
    public var unit: Int32?
    /// The first day.
    public var from: Int32
    /// The last day.
    public var to: Int32
    /// Hours a week in hundredths; `nil` when not reported.
    public var weeklyHours: Int32?

    /// Makes an offer.
    public init(
        offer: Int16,
        municipality: Int16,
        unit: Int32?,
        from: Int32,
        to: Int32,
        weeklyHours: Int32?
    ) {
        self.offer = offer
        self.municipality = municipality
        self.unit = unit
        self.from = from
        self.to = to
        self.weeklyHours = weeklyHours
    }
}

/// An interview that was held, or that was due.
public struct Interview: Sendable, Equatable {
    /// The place in the list of interviews.
    public var interview: Int16
    /// The place in the list of forms.
    public var form: Int16
    /// Whether the unemployment fund holds it, not the job centre.
    public var isHeldByFund: Bool
    /// The day by which it must be held; `nil` when there is no such day.
    public var due: Int32?
    /// The day it was held; `nil` when it was not.
    public var date: Int32?

    /// Makes an interview.
    public init(interview: Int16, form: Int16, isHeldByFund: Bool, due: Int32?, date: Int32?) {
        self.interview = interview
        self.form = form
        self.isHeldByFund = isHeldByFund
        self.due = due
        self.date = date
    }
}

/// A time in which a person was assigned to a target group.
public struct TargetGroupPeriod: Sendable, Equatable {
    /// The place in the list of target groups.
    public var group: Int16
    /// The first day.
    public var from: Int32
    /// The last day.
    public var to: Int32

    /// Makes a period.
    public init(group: Int16, from: Int32, to: Int32) {
        self.group = group
        self.from = from
        self.to = to
    }
}

/// A sanction.
public struct Sanction: Sendable, Equatable {
    /// The place in the list of sanctions.
    public var sanction: Int16
    /// The place in the list of funds; `nil` when a municipality decided it.
    public var fund: Int16?
    /// The day of the decision.
    public var date: Int32

    /// Makes a sanction.
    public init(sanction: Int16, fund: Int16?, date: Int32) {
        self.sanction = sanction
        self.fund = fund
        self.date = date
    }
}

/// The applications for jobs that a person registered in a month.
public struct JobSearch: Sendable, Equatable {
    /// The month.
    public var month: Int32
    /// How many applications.
    public var applications: Int32

    /// Makes a month of job search.
    public init(month: Int32, applications: Int32) {
        self.month = month
        self.applications = applications
    }
}

/// What an employer paid in a month.
public struct Wage: Sendable, Equatable {
    /// The month.
    public var month: Int32
    /// The company's number.
    public var company: Int32
    /// The production unit's number.
    public var unit: Int32
    /// Paid hours in hundredths.
    public var hours: Int32
    /// The wage in kroner.
    public var kroner: Int32

    /// Makes a wage.
    public init(month: Int32, company: Int32, unit: Int32, hours: Int32, kroner: Int32) {
        self.month = month
        self.company = company
        self.unit = unit
        self.hours = hours
        self.kroner = kroner
    }
}

/// A completed education.
public struct Education: Sendable, Equatable {
    /// The place in the list of educations.
    public var education: Int16
    /// The day from which it counts.
    public var from: Int32

    /// Makes an education.
    public init(education: Int16, from: Int32) {
        self.education = education
        self.from = from
    }
}
