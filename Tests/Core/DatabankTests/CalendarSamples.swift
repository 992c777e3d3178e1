import Databank
import Registers
import StatisticsFixtures
import StatisticsModel

extension BenefitCard {
    /// A card of a month.
    static func sample(
        _ month: Int32,
        benefit: Benefit = .unemploymentBenefit,
        hours: Int32 = 16_033,
        days: UInt32 = .max,
        sickDays: UInt32 = 0,
        fund: Int16 = 3,
        isPartTime: Bool = false
    ) -> BenefitCard {
        BenefitCard(
            fund: fund,
            benefit: benefit,
            isPartTime: isPartTime,
            month: month,
            paidHours: hours,
            days: days,
            sickDays: sickDays,
            isGraduate: false,
            consumedHours: nil,
            exhaustedOn: nil,
            kroner: nil
        )
    }
}

extension BenefitPeriod {
    /// A period between two dates; without an end it goes on.
    init(_ benefit: Benefit, _ from: String, _ to: String?) {
        self.init(benefit: benefit, from: day(from), to: to.map(day) ?? .max)
    }
}

extension Offer {
    /// An offer between two dates.
    static func sample(_ offer: Int16, _ from: String, _ to: String, hours: Int32? = 3_700) -> Offer
    {
        Offer(
            offer: offer,
            municipality: 101,
            unit: nil,
            from: day(from),
            to: day(to),
            weeklyHours: hours
        )
    }
}

extension PersonFacts {
    /// The facts of somebody with some periods of benefits.
    static func on(_ benefits: BenefitPeriod...) -> PersonFacts {
        var facts = PersonFacts()
        facts.benefits = benefits
        return facts
    }

    /// The calendar by the rules that are used, as known at the end of a month.
    func calendar(to month: Int32) -> PersonCalendar {
        CalendarRules.standard.calendar(of: self, horizon: CivilMonth.lastDay(of: month))
    }
}

/// Random lives in 2014–2020, across the dates of all rules.
enum RandomLife {
    static let months = month(2014, 1)...month(2020, 12)
    static let days =
        CivilMonth.firstDay(
            of: months.lowerBound
        )...CivilMonth.lastDay(
            of: months.upperBound
        )

    static func facts(using random: inout SeededRandom) -> PersonFacts {
        var facts = PersonFacts()
        let age = Int32.random(in: 14...68, using: &random)
        facts.person = PersonRecord(
            born: days.lowerBound - age * 365 - Int32.random(in: 0..<365, using: &random),
            gender: 0,
            origin: 0,
            citizenship: 0,
            died: Int.random(in: 0..<5, using: &random) == 0
                ? Int32.random(in: days, using: &random) : .max
        )
        facts.benefits = periods(upTo: 6, using: &random) { from, to, random in
            let benefit = Benefit.allCases.randomElement(using: &random) ?? .sicknessBenefit
            return BenefitPeriod(benefit: benefit, from: from, to: to)
        }
        facts.cards = cards(using: &random)
        facts.offers = periods(upTo: 5, using: &random) { from, to, random in
            Offer(
                offer: Int16.random(in: 0...9, using: &random),
                municipality: 101,
                unit: nil,
                from: from,
                to: to,
                weeklyHours: Bool.random(using: &random) ? 2_000 : nil
            )
        }
        addAttributes(to: &facts, using: &random)
        return facts
    }

    static func addAttributes(to facts: inout PersonFacts, using random: inout SeededRandom) {
        facts.addresses = periods(upTo: 6, using: &random) { from, to, random in
            Stay(municipality: Int16.random(in: 101...104, using: &random), from: from, to: to)
        }
        facts.targetGroups = periods(upTo: 6, using: &random) { from, to, random in
            TargetGroupPeriod(group: Int16.random(in: 0...3, using: &random), from: from, to: to)
        }
        facts.memberships = periods(upTo: 4, using: &random) { from, to, random in
            let fund = Int16.random(in: 0...3, using: &random)
            return FundMembership(fund: fund, contributes: false, from: from, to: to)
        }
    }

    private static func cards(using random: inout SeededRandom) -> [BenefitCard] {
        let first = Int32.random(in: months, using: &random)
        var cards: [BenefitCard] = []
        for month in first..<min(first + 24, months.upperBound + 1) {
            for benefit in [Benefit.unemploymentBenefit, .earlyRetirement]
            where Int.random(in: 0..<3, using: &random) > 0 {
                let bits = UInt32.random(in: 0...UInt32.max, using: &random)
                cards.append(
                    .sample(
                        month,
                        benefit: benefit,
                        hours: Int32.random(in: 0...16_033, using: &random),
                        days: [.max, bits, bits | bits << 1 | bits << 2, 0]
                            .randomElement(using: &random) ?? bits,
                        sickDays: Bool.random(using: &random) ? 0 : bits & 0xFF00,
                        fund: Int16.random(in: 0...2, using: &random)
                    )
                )
            }
        }
        return cards
    }

    private static func periods<Record>(
        upTo count: Int,
        using random: inout SeededRandom,
        _ make: (Int32, Int32, inout SeededRandom) -> Record
    ) -> [Record] {
        let starts = (0..<Int.random(in: 0...count, using: &random))
            .map { _ in Int32.random(in: days, using: &random) }
            .sorted()
        return starts.map { from in
            let length: Int32 = [0, 3, 29, 90, 400].randomElement(using: &random) ?? 0
            let isOpen = Int.random(in: 0..<6, using: &random) == 0
            return make(
                from,
                isOpen ? .max : from + Int32.random(in: 0...length, using: &random),
                &random
            )
        }
    }
}
