internal import Registers

/// Builds calendars one after the other, in memory that is used again.
///
/// Not shared between threads: each has its own.
public struct CalendarBuilder: Sendable {
    /// The settings.
    public let rules: CalendarRules
    private let ranks: [UInt8]
    private var timeline = BenefitTimeline()
    private var municipalities = AttributeRuns()
    private var targetGroups = AttributeRuns()
    private var funds = AttributeRuns()

    /// Makes a builder.
    public init(_ rules: CalendarRules) {
        self.rules = rules
        ranks = rules.ranks
    }

    /// Returns a calendar of nobody, to be built anew for each person.
    public func emptyCalendar() -> PersonCalendar {
        PersonCalendar(
            facts: PersonFacts(),
            horizon: .min,
            pieces: [],
            activations: [],
            rules: rules
        )
    }

    /// Makes a calendar one of a person.
    ///
    /// - Parameters:
    ///   - calendar: A calendar of `emptyCalendar()`; what it was before is lost.
    ///   - facts: The person's facts, each kind in time. They move into the calendar, and those
    ///     that it had come back, so that their memory can be used again.
    ///   - horizon: The last day of the data month.
    public mutating func build(
        _ calendar: inout PersonCalendar,
        from facts: inout PersonFacts,
        horizon: Int32
    ) {
        swap(&calendar.facts, &facts)
        calendar.horizon = horizon
        calendar.facts.cut(after: horizon)
        calendar.pieces.removeAll(keepingCapacity: true)
        calendar.activations.removeAll(keepingCapacity: true)
        let limits = DayLimits(of: calendar.facts.person, horizon: horizon, rules: rules)
        collect(calendar.facts, limits: limits)
        calendar.benefits = BenefitSet(timeline.runs.lazy.map(\.benefit))
        guard !timeline.runs.isEmpty else { return }
        if !calendar.facts.offers.isEmpty {
            timeline.bridge(calendar.facts.offers, rules: rules) { limits.days(on: $0).to }
        }
        collectAttributes(calendar.facts)
        cut(into: &calendar.pieces)
        divideHours(of: calendar.facts.cards, over: &calendar.pieces)
        if !calendar.facts.offers.isEmpty { attachOffers(&calendar) }
    }

    private mutating func collect(_ facts: PersonFacts, limits: DayLimits) {
        timeline.removeAll()
        for card in facts.cards { collect(card, limits: limits) }
        for period in facts.benefits {
            let days = limits.days(on: period.benefit)
            timeline.add(
                BenefitTimeline.Claim(
                    from: max(period.from, days.from),
                    to: min(period.to, days.to),
                    benefit: period.benefit,
                    rank: ranks[Int(period.benefit.rawValue)],
                    fund: BenefitTimeline.membersFund
                )
            )
        }
        timeline.resolve()
    }

    /// Adds each run of days on a card.
    private mutating func collect(_ card: BenefitCard, limits: DayLimits) {
        var bits = CardDays(card, sickDaysExcludedSince: rules.sickDaysExcludedSince).days
        let firstDay = CivilMonth.firstDay(of: card.month)
        let days = limits.days(on: card.benefit)
        let rank = ranks[Int(card.benefit.rawValue)]
        var skipped = 0
        while bits != 0 {
            let gap = bits.trailingZeroBitCount
            bits >>= UInt32(gap)
            let length = (~bits).trailingZeroBitCount
            let from = firstDay + Int32(skipped + gap)
            timeline.add(
                BenefitTimeline.Claim(
                    from: max(from, days.from),
                    to: min(from + Int32(length) - 1, days.to),
                    benefit: card.benefit,
                    rank: rank,
                    fund: card.fund
                )
            )
            bits >>= UInt32(length)
            skipped += gap + length
        }
    }

    private mutating func collectAttributes(_ facts: PersonFacts) {
        municipalities.begin(otherwise: 0)
        for stay in facts.addresses {
            municipalities.add(stay.municipality, from: stay.from, to: stay.to)
        }
        municipalities.finish()
        targetGroups.begin(otherwise: -1)
        for period in facts.targetGroups {
            targetGroups.add(period.group, from: period.from, to: period.to)
        }
        targetGroups.finish()
        funds.begin(otherwise: -1)
        for membership in facts.memberships {
            funds.add(membership.fund, from: membership.from, to: membership.to)
        }
        funds.finish()
    }

    /// Cuts the runs at the ends of months and wherever an attribute changes.
    private mutating func cut(into pieces: inout [BenefitPiece]) {
        var month: Int32 = 0
        var monthEnd = Int32.min
        for run in timeline.runs {
            var day = run.from
            while day <= run.to {
                if day > monthEnd {
                    month = day == monthEnd + 1 ? month + 1 : CivilMonth.containing(day)
                    monthEnd = CivilMonth.lastDay(of: month)
                }
                municipalities.advance(to: day)
                targetGroups.advance(to: day)
                var last = min(run.to, monthEnd, municipalities.lastDay, targetGroups.lastDay)
                var fund = run.fund
                if fund == BenefitTimeline.membersFund {
                    funds.advance(to: day)
                    fund = funds.value
                    last = min(last, funds.lastDay)
                }
                pieces.append(
                    BenefitPiece(
                        benefit: run.benefit,
                        month: month,
                        from: day,
                        to: last,
                        municipality: municipalities.value,
                        targetGroup: targetGroups.value,
                        fund: fund,
                        paidHours: 0
                    )
                )
                day = last + 1
            }
        }
    }

    private func divideHours(of cards: [BenefitCard], over pieces: inout [BenefitPiece]) {
        var first = 0
        for card in cards {
            while first < pieces.count, pieces[first].month < card.month { first += 1 }
            var end = first
            while end < pieces.count, pieces[end].month == card.month { end += 1 }
            CardDays(card, sickDaysExcludedSince: rules.sickDaysExcludedSince)
                .divide(over: &pieces, in: first..<end, card: card)
        }
    }

    /// Adds the days in each offer, piece by piece.
    private func attachOffers(_ calendar: inout PersonCalendar) {
        let offers = calendar.facts.offers
        var first = 0
        for piece in calendar.pieces {
            while first < offers.count, offers[first].to < piece.from { first += 1 }
            var place = first
            while place < offers.count, offers[place].from <= piece.to {
                let offer = offers[place]
                if offer.to >= piece.from {
                    var part = piece
                    part.from = max(piece.from, offer.from)
                    part.to = min(piece.to, offer.to)
                    part.paidHours = 0
                    calendar.activations.append(
                        ActivationPiece(
                            piece: part,
                            offer: offer.offer,
                            index: Int32(place),
                            weeklyHours: offer.weeklyHours
                                ?? rules.imputedHours(of: offer.offer, on: piece.benefit)
                        )
                    )
                }
                place += 1
            }
        }
    }
}
