import Databank
import Registers
import Testing

@Suite struct GapRuleTests {
    @Test(arguments: [
        // A gap without a full calendar month: 59 days, from 2 March to 29 April.
        ("2018-03-01", "2018-04-30", [true]),
        // A gap that is exactly April: 30 days, and the spell ends.
        ("2018-03-31", "2018-05-01", [false, true]),
        // February of a leap year, whole, and all but its last day.
        ("2020-01-31", "2020-03-01", [false, true]), ("2020-01-31", "2020-02-29", [true]),
        // Before 2018, one day is enough.
        ("2017-11-29", "2017-12-01", [false, true]), ("2017-11-30", "2017-12-01", [true]),
        // The gap begins on the last day of the old rule, and on the first of the new one.
        ("2017-12-30", "2018-01-02", [false, true]), ("2017-12-31", "2018-01-31", [true]),
    ])
    func `a gap on social assistance ends the spell by the rule of its first day`(
        last: String,
        next: String,
        isOneSpell: [Bool]
    ) {
        let facts = PersonFacts.on(
            BenefitPeriod(.socialAssistance, "2017-06-01", last),
            BenefitPeriod(.socialAssistance, next, nil)
        )

        let spells = facts.calendar(to: month(2020, 12)).spells(of: .support)

        #expect(spells.count == isOneSpell.count)
        #expect(spells.last?.from == day(isOneSpell.count == 1 ? "2017-06-01" : next))
        #expect(spells.dropLast().allSatisfy { $0.hasEnded && $0.to == day(last) })
    }

    @Test(arguments: [
        ("2019-08-07", "2019-08-09", 2), ("2019-08-08", "2019-08-10", 1),
        ("2019-08-08", "2019-10-01", 2), ("2019-08-08", "2019-09-30", 1),
    ])
    func `unemployment benefit keeps the old rule until 9 August 2019`(
        last: String,
        next: String,
        count: Int
    ) {
        let facts = PersonFacts.on(
            BenefitPeriod(.unemploymentBenefit, "2019-01-01", last),
            BenefitPeriod(.unemploymentBenefit, next, nil)
        )

        let spells = facts.calendar(to: month(2020, 12)).spells(of: .support)

        #expect(spells.count == count)
    }

    @Test(
        arguments: [
            (.socialAssistance, "2020-01-15", month(2020, 1), false),
            (.socialAssistance, "2020-01-15", month(2020, 2), true),
            (.socialAssistance, "2020-01-31", month(2020, 1), false),
            (.socialAssistance, "2020-01-31", month(2020, 2), true),
            (.unemploymentBenefit, "2018-01-15", month(2018, 1), true),
            (.unemploymentBenefit, "2018-01-31", month(2018, 1), false),
        ] as [(Benefit, String, Int32, Bool)]
    )
    func `an end is known when the gap that makes it has passed`(
        benefit: Benefit,
        last: String,
        horizon: Int32,
        hasEnded: Bool
    ) {
        let facts = PersonFacts.on(BenefitPeriod(benefit, "2017-01-01", last))

        let spells = facts.calendar(to: horizon).spells(of: .support)

        #expect(
            spells == [BenefitSpell(from: day("2017-01-01"), to: day(last), hasEnded: hasEnded)]
        )
    }

    @Test func `a spell lasts over gaps, moves and changes within the set`() {
        var facts = PersonFacts.on(
            BenefitPeriod(.socialAssistance, "2020-01-10", "2020-02-20"),
            BenefitPeriod(.sicknessBenefit, "2020-03-05", "2020-03-31")
        )
        facts.addresses = [
            Stay(municipality: 101, from: 0, to: day("2020-02-01")),
            Stay(municipality: 151, from: day("2020-02-02"), to: .max),
        ]
        let calendar = facts.calendar(to: month(2020, 6))

        #expect(calendar.spells(of: .support).map(\.days) == [82])
        #expect(calendar.elapsedDays(of: .support, on: day("2020-02-25")) == 47)
        #expect(calendar.elapsedDays(of: .support, on: day("2020-04-01")) == nil)
        #expect(calendar.days(on: .support, in: month(2020, 1)...month(2020, 3)) == 69)
        #expect(calendar.days(on: .support, in: month(2020, 2)...month(2020, 2)) == 20)
    }
}
