import Databank
import Registers
import Testing

@Suite struct ActivationTests {
    @Test func `a wage subsidy without benefit belongs to the benefit before`() {
        var facts = PersonFacts()
        facts.cards = [.sample(month(2020, 1), days: 0x1FF_FFFF)]
        facts.offers = [.sample(3, "2020-01-29", "2020-03-15")]

        let calendar = facts.calendar(to: month(2020, 6))

        #expect(Set(calendar.pieces.map(\.benefit)) == [.unemploymentBenefit])
        #expect(calendar.pieces.map(\.days) == [25, 3, 29, 15])
        #expect(calendar.pieces.map(\.paidHours) == [16_033, 0, 0, 0])
        #expect(calendar.pieces.map(\.fund) == [3, 3, 3, 3])
        #expect(calendar.activations.map(\.piece.days) == [3, 29, 15])
        #expect(calendar.spells(of: .support).map(\.to) == [day("2020-03-15")])
    }

    @Test(arguments: [
        ("2020-02-28", true), ("2020-03-01", false),
    ])
    func `an offer a full calendar month after the benefit belongs to none`(
        from: String,
        isReached: Bool
    ) {
        var facts = PersonFacts.on(BenefitPeriod(.socialAssistance, "2020-01-01", "2020-01-15"))
        facts.offers = [.sample(0, from, "2020-04-30")]

        let calendar = facts.calendar(to: month(2020, 6))

        #expect(calendar.activations.isEmpty == !isReached)
    }

    @Test func `a mentor or an offer to a pensioner prolongs nothing`() {
        var facts = PersonFacts.on(BenefitPeriod(.disabilityPension, "2020-01-01", "2020-01-15"))
        facts.offers = [.sample(3, "2020-01-10", "2020-01-20")]
        let pensioner = facts.calendar(to: month(2020, 6))
        facts.benefits[0].benefit = .socialAssistance
        facts.offers[0].offer = 9
        let mentored = facts.calendar(to: month(2020, 6))

        #expect(pensioner.pieces.map(\.to) == [day("2020-01-15")])
        #expect(mentored.pieces.map(\.to) == [day("2020-01-15")])
        #expect(pensioner.activations.map(\.piece.days) == [6])
        #expect(mentored.activations.map(\.piece.days) == [6])
    }

    @Test func `offers at the same time are told apart, and missing hours are imputed`() {
        var facts = PersonFacts.on(BenefitPeriod(.socialAssistance, "2020-01-01", nil))
        facts.offers = [
            .sample(2, "2020-01-05", "2020-02-03", hours: nil),
            .sample(5, "2020-01-20", "2020-01-25", hours: 1_500),
        ]
        var rules = CalendarRules()
        rules.imputedHours[Int(Benefit.socialAssistance.rawValue) * 10 + 2] = 1_234

        let activations = rules.calendar(of: facts, horizon: day("2020-02-29")).activations

        #expect(activations.map(\.index) == [0, 1, 0])
        #expect(activations.map(\.offer) == [2, 5, 2])
        #expect(activations.map(\.piece.days) == [27, 6, 3])
        #expect(activations.map(\.weeklyHours) == [1_234, 1_500, 1_234])
    }
}
