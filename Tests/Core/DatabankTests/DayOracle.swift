import Databank
import Registers

/// The rules told day by day, without any cleverness.
struct DayOracle {
    let rules = CalendarRules.standard
    let facts: PersonFacts
    let horizon: Int32
    /// The benefit of each day on which there was one.
    private(set) var benefits: [Int32: Benefit] = [:]

    init(_ facts: PersonFacts, horizon: Int32) {
        self.facts = facts
        self.horizon = horizon
        var last: (day: Int32, benefit: Benefit)?
        for day in RandomLife.days.lowerBound...horizon {
            let granted = Benefit.allCases.filter {
                isGranted($0, on: day) && isPossible($0, on: day)
            }
            let best = rules.priority.first { granted.contains($0) }
            if let benefit = best ?? bridge(from: last, on: day) {
                benefits[day] = benefit
                last = (day, benefit)
            }
        }
    }

    private func isGranted(_ benefit: Benefit, on day: Int32) -> Bool {
        if facts.benefits.contains(where: {
            $0.benefit == benefit && $0.from <= day && day <= $0.to
        }) {
            return true
        }
        let month = CivilMonth.containing(day)
        return facts.cards.contains {
            $0.benefit == benefit && $0.month == month && Self.days(of: $0).contains(day)
        }
    }

    private func isPossible(_ benefit: Benefit, on day: Int32) -> Bool {
        guard let person = facts.person else { return true }
        guard day <= person.died else { return false }
        guard rules.ageLimited.contains(benefit) else { return true }
        let age = Self.age(born: person.born, on: day)
        return rules.ages.contains(age)
    }

    private func bridge(from last: (day: Int32, benefit: Benefit)?, on day: Int32) -> Benefit? {
        guard let last, rules.bridgedBenefits.contains(last.benefit) else { return nil }
        guard isPossible(last.benefit, on: day), !Self.hasFullMonth(last.day + 1, day - 1) else {
            return nil
        }
        let isInOffer = facts.offers.contains {
            $0.from <= day && day <= $0.to && $0.offer != 9
        }
        return isInOffer ? last.benefit : nil
    }

    /// The days of a card that count.
    static func days(of card: BenefitCard) -> Set<Int32> {
        let first = CivilMonth.firstDay(of: card.month)
        let all = first...CivilMonth.lastDay(of: card.month)
        if card.days == 0 && card.paidHours > 0 {
            return Set(all.filter { !isSick($0, first, card) })
        }
        return Set(
            all.filter { card.days >> UInt32($0 - first) & 1 == 1 && !isSick($0, first, card) }
        )
    }

    private static func isSick(_ day: Int32, _ first: Int32, _ card: BenefitCard) -> Bool {
        card.benefit == .unemploymentBenefit && card.month >= month(2015, 1)
            && card.sickDays >> UInt32(day - first) & 1 == 1
    }

    /// Whether a whole calendar month lies between two days.
    static func hasFullMonth(_ first: Int32, _ last: Int32) -> Bool {
        guard first <= last else { return false }
        return (CivilMonth.containing(first)...CivilMonth.containing(last))
            .contains {
                CivilMonth.firstDay(of: $0) >= first && CivilMonth.lastDay(of: $0) <= last
            }
    }

    static func age(born: Int32, on day: Int32) -> Int32 {
        var years: Int32 = 0
        while CivilMonth.anniversary(years + 1, of: born) <= day { years += 1 }
        return years
    }

    /// Spells on benefits of a set.
    func spells(of set: BenefitSet) -> [BenefitSpell] {
        var spells: [BenefitSpell] = []
        for day in benefits.keys.sorted() {
            guard let benefit = benefits[day], set.contains(benefit) else { continue }
            guard let last = spells.last, let before = benefits[last.to] else {
                spells.append(BenefitSpell(from: day, to: day, hasEnded: false))
                continue
            }
            if isEnd(last.to + 1, day - 1, before) {
                spells[spells.count - 1].hasEnded = true
                spells.append(BenefitSpell(from: day, to: day, hasEnded: false))
            } else {
                spells[spells.count - 1].to = day
            }
        }
        if let last = spells.last, let before = benefits[last.to] {
            spells[spells.count - 1].hasEnded = isEnd(last.to + 1, horizon, before)
        }
        return spells
    }

    private func isEnd(_ first: Int32, _ last: Int32, _ before: Benefit) -> Bool {
        let changed = before == .unemploymentBenefit ? day("2019-08-09") : day("2018-01-01")
        return first < changed ? first <= last : Self.hasFullMonth(first, last)
    }
}
