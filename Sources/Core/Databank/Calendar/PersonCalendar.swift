public import Registers

/// What the indicator rules read of one person: the facts, and the days put in order.
///
/// Built by `CalendarRules`; rules never look at overlaps, gaps or reforms of structure again.
public struct PersonCalendar: Sendable {
    /// The facts as known at the horizon: what begins later is cut off, and what ends later goes on.
    public var facts: PersonFacts
    /// The last day of the data month.
    public var horizon: Int32
    /// The days on benefits, in time.
    public var pieces: [BenefitPiece]
    /// The benefits that the person ever was on: rules skip persons by it.
    public var benefits: BenefitSet
    /// Days in offers while on a benefit, cut like `pieces`, in time; `offer` and hours beside.
    public var activations: [ActivationPiece]
    /// The settings by which spells are told apart.
    public var rules: CalendarRules

    /// Makes a calendar.
    public init(
        facts: PersonFacts,
        horizon: Int32,
        pieces: [BenefitPiece],
        activations: [ActivationPiece],
        rules: CalendarRules = .standard
    ) {
        self.facts = facts
        self.horizon = horizon
        self.pieces = pieces
        benefits = BenefitSet(pieces.lazy.map(\.benefit))
        self.activations = activations
        self.rules = rules
    }
}

/// Days in one month in which a person on a benefit was in one offer.
public struct ActivationPiece: Sendable, Equatable {
    /// The days, the benefit and the attributes; no hours are paid here.
    public var piece: BenefitPiece
    /// The place in the list of offers.
    public var offer: Int16
    /// Which of the person's offers: its place in `PersonFacts.offers`.
    public var index: Int32
    /// Hours a week in hundredths; imputed where they were not reported.
    public var weeklyHours: Int32

    /// Makes a piece.
    public init(piece: BenefitPiece, offer: Int16, index: Int32, weeklyHours: Int32) {
        self.piece = piece
        self.offer = offer
        self.index = index
        self.weeklyHours = weeklyHours
    }
}
