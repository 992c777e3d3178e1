internal import Databank
internal import Registers
internal import StatisticsModel
internal import Tallies

/// What the support of persons costs, before refunds, in kroner of the time.
///
/// A payment stands in the months, and where the person lived, by the days that it is for; on
/// sickness benefit on its last day, which stands for the day of payment. Repayments are
/// subtracted. Of unemployment benefit the share of sick days that the volumes leave out is left
/// out here, too. Parts of a payment are whole kroner that add up to it.
///
/// Source: Jobindsats, "Udgifter til forsørgelse"; that the last day of a sickness payment is taken
/// for the day of payment, which no register delivers, is an assumption.
struct ExpenditureRule: IndicatorRule {
    let spec: TallySpec
    private let benefits: BenefitSet
    private let months: ClosedRange<Int32>
    private let isByBenefit: Bool

    /// Which part counts what.
    private enum Part {
        static let persons = 0
        static let kroner = 1
    }

    private init(
        _ indicator: StaticString,
        _ benefits: BenefitSet,
        in months: ClosedRange<Int32> = 0...Int32.max - 1,
        isByBenefit: Bool = false
    ) {
        spec = TallySpec(
            indicator,
            [.persons, .sum],
            [(Code("expenditure"), .part(Part.kroner))]
        )
        self.benefits = benefits
        self.months = months
        self.isByBenefit = isByBenefit
    }

    func count(
        _ person: borrowing PersonCalendar,
        in asked: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        guard asked.overlaps(months) else { return }
        let range = asked.clamped(to: months)
        if !person.facts.payments.isEmpty {
            countPayments(person, in: range, into: &contributions)
        }
        if !person.facts.cards.isEmpty { countCards(person, in: range, into: &contributions) }
    }

    private func countPayments(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        let firstDay = CivilMonth.firstDay(of: months.lowerBound)
        let lastDay = CivilMonth.lastDay(of: months.upperBound)
        let base = PersonLeaf(of: person).base
        var residence = Residence()
        for index in person.facts.payments.indices {
            let payment = person.facts.payments[index]
            guard payment.from <= lastDay else { return }
            guard payment.to >= firstDay, benefits.holds(payment.benefit) else { continue }
            let from = payment.benefit == .sicknessBenefit ? payment.to : payment.from
            let days = PaidDays(from: from, to: payment.to)
            let leaf = leaf(base, payment.benefit)
            spread(
                payment.kroner,
                over: days,
                leaf,
                person,
                &residence,
                in: months,
                into: &contributions
            )
        }
    }

    private func countCards(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        let base = PersonLeaf(of: person).base
        var residence = Residence()
        var place = person.firstCard(in: months.lowerBound)
        while place < person.facts.cards.count,
            person.facts.cards[place].month <= months.upperBound
        {
            let card = person.facts.cards[place]
            place += 1
            guard benefits.holds(card.benefit), let kroner = card.kroner, kroner != 0,
                let (days, left) = PaidDays.days(
                    of: card,
                    kroner: kroner,
                    sickDaysExcludedSince: person.rules.sickDaysExcludedSince
                )
            else { continue }
            let leaf = leaf(base, card.benefit)
            spread(left, over: days, leaf, person, &residence, in: months, into: &contributions)
        }
    }

    private func leaf(_ base: Leaf, _ benefit: Benefit) -> Leaf {
        var leaf = base
        if isByBenefit { leaf[.benefit] = Int16(benefit.rawValue) }
        return leaf
    }

    /// Divides an amount by days over months and places of residence.
    private func spread(
        _ kroner: Int32,
        over days: PaidDays,
        _ base: Leaf,
        _ person: borrowing PersonCalendar,
        _ residence: inout Residence,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        let all = Int64(days.count(from: days.from, to: days.to))
        guard all > 0 else { return }
        var day = days.from
        var paidDays: Int64 = 0
        while day <= days.to {
            residence.move(to: day, of: person)
            let month = residence.month
            let end = min(days.to, residence.lastDay)
            let before = Int64(kroner) * paidDays / all
            let count = Int64(days.count(from: day, to: end))
            paidDays += count
            day = end + 1
            guard count > 0, months.contains(month) else { continue }
            var leaf = base
            leaf[.area] = residence.municipality
            let share = Int64(kroner) * paidDays / all - before
            contributions.add(Part.persons, month: month, leaf: leaf)
            contributions.add(Part.kroner, month: month, leaf: leaf, amount: share)
        }
    }
}

/// The days that a payment is for: all from one to another, or some of a month's.
private struct PaidDays {
    let from: Int32
    let to: Int32
    /// Bit 0 is `from`; `nil` where all days are paid.
    private let bits: UInt32?

    init(from: Int32, to: Int32) {
        self.from = from
        self.to = to
        bits = nil
    }

    private init(month: Int32, bits: UInt32) {
        from = CivilMonth.firstDay(of: month)
        to = CivilMonth.lastDay(of: month)
        self.bits = bits
    }

    /// The days of a card that count, and the amount that is for them; `nil` when none count.
    static func days(
        of card: BenefitCard,
        kroner: Int32,
        sickDaysExcludedSince: Int32
    ) -> (days: PaidDays, kroner: Int32)? {
        let length = CivilMonth.firstDay(of: card.month + 1) - CivilMonth.firstDay(of: card.month)
        let month = UInt32.max >> UInt32(32 - length)
        let paid = card.days & month == 0 ? month : card.days & month
        var counted = paid
        if card.benefit == .unemploymentBenefit, card.month >= sickDaysExcludedSince {
            counted &= ~card.sickDays
        }
        guard counted != 0 else { return nil }
        let all = paid.nonzeroBitCount
        let left = (2 * Int(kroner) * counted.nonzeroBitCount + all) / (2 * all)
        return (PaidDays(month: card.month, bits: counted), Int32(left))
    }

    /// How many paid days lie between two of the days.
    func count(from first: Int32, to last: Int32) -> Int32 {
        guard let bits else { return last - first + 1 }
        let mask = (UInt32.max >> UInt32(31 - (last - first))) << UInt32(first - from)
        return Int32((bits & mask).nonzeroBitCount)
    }
}

extension ExpenditureRule {
    /// The rules of all indicators of expenditure.
    static func all(_ settings: RuleSettings) -> [ExpenditureRule] {
        [
            ExpenditureRule("ptvg01", .support, isByBenefit: true),
            ExpenditureRule("y01g01", BenefitSet([.unemploymentBenefit])),
            ExpenditureRule("y07g01", BenefitSet([.sicknessBenefit])),
            ExpenditureRule("y09g01", BenefitSet([.unemploymentAllowance])),
            ExpenditureRule("y10g01", BenefitSet([.disabilityPension])),
            ExpenditureRule("y12g01", BenefitSet([.jobClarification])),
            ExpenditureRule(
                "y60g01",
                settings.assistance,
                in: settings.combinedAssistanceSince...Int32.max - 1
            ),
        ]
    }
}
