public import Registers

/// Days in one month on which a person was on one benefit, with the same attributes throughout.
///
/// The pieces of a person never overlap: a day belongs to one benefit. They are cut at the ends of
/// months and wherever an attribute changes.
public struct BenefitPiece: Sendable, Equatable {
    /// The benefit.
    public var benefit: Benefit
    /// The month, year × 12 + month − 1.
    public var month: Int32
    /// The first day.
    public var from: Int32
    /// The last day, in the same month.
    public var to: Int32
    /// Where the person lives, in the structure since 2007; 0 where that is unknown.
    public var municipality: Int16
    /// The place in the list of target groups; -1 where there is none.
    public var targetGroup: Int16
    /// The place in the list of funds; -1 where the person is in none.
    public var fund: Int16
    /// Paid hours in hundredths, for benefits that are paid by the hour; else 0.
    ///
    /// They add up to those of the month's card.
    public var paidHours: Int32

    /// Makes a piece.
    public init(
        benefit: Benefit,
        month: Int32,
        from: Int32,
        to: Int32,
        municipality: Int16,
        targetGroup: Int16,
        fund: Int16,
        paidHours: Int32
    ) {
        self.benefit = benefit
        self.month = month
        self.from = from
        self.to = to
        self.municipality = municipality
        self.targetGroup = targetGroup
        self.fund = fund
        self.paidHours = paidHours
    }

    /// How many days.
    public var days: Int32 { to - from + 1 }
}

/// A spell: a run on a benefit in which no gap is as long as the rule allows.
public struct BenefitSpell: Sendable, Equatable {
    /// The first day.
    public var from: Int32
    /// The last day on the benefit so far.
    public var to: Int32
    /// Whether the spell is known to have ended: the gap after it is long enough.
    public var hasEnded: Bool

    /// Makes a spell.
    public init(from: Int32, to: Int32, hasEnded: Bool) {
        self.from = from
        self.to = to
        self.hasEnded = hasEnded
    }
}
