import Databank
import Registers
import StatisticsFixtures
import Testing

@Suite struct CalendarLawTests {
    private static let seeds = 1...80 as ClosedRange<UInt64>
    private static let sets: [BenefitSet] =
        [
            .support, BenefitSet([.unemploymentBenefit]),
            BenefitSet([.unemploymentBenefit, .flexJob]),
        ]
        + Benefit.allCases.map { BenefitSet([$0]) }

    @Test(arguments: seeds)
    func `the days of the pieces are those of a day-by-day reading`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let facts = RandomLife.facts(using: &random)

        let calendar = facts.calendar(to: RandomLife.months.upperBound)

        let oracle = DayOracle(facts, horizon: calendar.horizon)
        var days: [Int32: Benefit] = [:]
        for piece in calendar.pieces {
            for day in piece.from...piece.to {
                #expect(days[day] == nil, "seed \(seed): two pieces on day \(day)")
                days[day] = piece.benefit
            }
        }
        #expect(days == oracle.benefits, "seed \(seed)")
    }

    @Test(arguments: seeds)
    func `pieces are in time, within a month, and have the attributes of each day`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let facts = RandomLife.facts(using: &random)

        let calendar = facts.calendar(to: RandomLife.months.upperBound)

        var before = Int32.min
        for piece in calendar.pieces {
            #expect(piece.from > before && piece.to >= piece.from, "seed \(seed)")
            before = piece.to
            for day in piece.from...piece.to {
                #expect(CivilMonth.containing(day) == piece.month, "seed \(seed)")
                #expect(calendar.municipality(on: day) == piece.municipality, "seed \(seed)")
                #expect(calendar.targetGroup(on: day) == piece.targetGroup, "seed \(seed)")
                #expect(calendar.fund(on: day) == piece.fund, "seed \(seed)")
            }
        }
    }

    @Test(arguments: seeds)
    func `paid hours add up to those of the cards`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let facts = RandomLife.facts(using: &random)

        let calendar = facts.calendar(to: RandomLife.months.upperBound)

        var expected = 0
        for card in facts.cards {
            let days = DayOracle.days(of: card)
            let pieces = calendar.pieces.filter {
                $0.benefit == card.benefit && $0.fund == card.fund
                    && ($0.from...$0.to).contains { days.contains($0) }
            }
            let sum = pieces.reduce(0) { $0 + Int($1.paidHours) }
            let all = days.count
            let sick = Self.sickDayCount(of: card)
            let counted = (2 * Int(card.paidHours) * all + all + sick) / max(1, 2 * (all + sick))
            if !pieces.isEmpty {
                #expect(sum == (sick == 0 ? Int(card.paidHours) : counted), "seed \(seed)")
                expected += sum
            }
        }
        #expect(calendar.pieces.reduce(0) { $0 + Int($1.paidHours) } == expected, "seed \(seed)")
    }

    @Test(arguments: seeds)
    func `a later horizon changes nothing in the months before`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let facts = RandomLife.facts(using: &random)
        let whole = facts.calendar(to: RandomLife.months.upperBound)
        for month in RandomLife.months {
            let early = facts.calendar(to: month)

            #expect(early.pieces == whole.pieces.filter { $0.month <= month }, "seed \(seed)")
            #expect(
                early.activations == whole.activations.filter { $0.piece.month <= month },
                "seed \(seed)"
            )
            for spell in early.spells(of: .support) where spell.hasEnded {
                #expect(whole.spells(of: .support).contains(spell), "seed \(seed)")
            }
        }
    }

    @Test(arguments: seeds)
    func `spells are those of a day-by-day reading`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let facts = RandomLife.facts(using: &random)
        let horizon = Int32.random(in: RandomLife.months, using: &random)

        let calendar = facts.calendar(to: horizon)

        let oracle = DayOracle(facts, horizon: calendar.horizon)
        for set in Self.sets {
            #expect(calendar.spells(of: set) == oracle.spells(of: set), "seed \(seed)")
        }
    }

    @Test(arguments: seeds)
    func `the stock at the end is that at the start, plus begun, less ended`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let facts = RandomLife.facts(using: &random)
        let calendar = facts.calendar(to: RandomLife.months.upperBound)
        for set in Self.sets {
            let spells = calendar.spells(of: set)
            let from = Int32.random(in: RandomLife.days, using: &random)
            let to = Int32.random(in: from...RandomLife.days.upperBound, using: &random)

            let before = spells.count { $0.isOpen(atEndOf: from - 1) }
            let after = spells.count { $0.isOpen(atEndOf: to) }
            let begun = spells.count { (from...to).contains($0.from) }
            let ended = spells.count { $0.hasEnded && (from...to).contains($0.to) }

            #expect(after == before + begun - ended, "seed \(seed)")
            #expect(before <= 1 && after <= 1, "seed \(seed): one spell at a time")
        }
    }

    @Test(arguments: seeds)
    func `changes of attributes never change spells or days`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let facts = RandomLife.facts(using: &random)
        var moved = facts
        RandomLife.addAttributes(to: &moved, using: &random)

        let one = facts.calendar(to: RandomLife.months.upperBound)
        let other = moved.calendar(to: RandomLife.months.upperBound)

        for set in Self.sets {
            #expect(one.spells(of: set) == other.spells(of: set), "seed \(seed)")
            #expect(
                one.days(on: set, in: RandomLife.months)
                    == other.days(on: set, in: RandomLife.months),
                "seed \(seed)"
            )
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func `a builder that is used again builds what a new one builds`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        var builder = CalendarBuilder(.standard)
        var calendar = builder.emptyCalendar()
        for round in 0..<20 {
            var facts = RandomLife.facts(using: &random)
            let horizon = Int32.random(in: RandomLife.months, using: &random)
            let expected = facts.calendar(to: horizon)

            builder.build(&calendar, from: &facts, horizon: CivilMonth.lastDay(of: horizon))

            #expect(calendar.facts == expected.facts, "seed \(seed), round \(round)")
            #expect(calendar.pieces == expected.pieces, "seed \(seed), round \(round)")
            #expect(calendar.activations == expected.activations, "seed \(seed), round \(round)")
        }
    }

    private static func sickDayCount(of card: BenefitCard) -> Int {
        var healthy = card
        healthy.sickDays = 0
        return DayOracle.days(of: healthy).count - DayOracle.days(of: card).count
    }
}
