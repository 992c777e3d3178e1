import Databank
import Registers
import Testing

@Suite struct CardHoursTests {
    @Test func `a part-time card is divided by days, exactly`() {
        // 130 hours for the 30 days of April 2020; a move on the 11th, another on the 21st.
        var facts = PersonFacts()
        facts.cards = [.sample(month(2020, 4), hours: 13_000, isPartTime: true)]
        facts.addresses = [
            Stay(municipality: 101, from: 0, to: day("2020-04-10")),
            Stay(municipality: 151, from: day("2020-04-11"), to: day("2020-04-20")),
            Stay(municipality: 153, from: day("2020-04-21"), to: .max),
        ]

        let calendar = facts.calendar(to: month(2020, 4))

        // 4,333.33 a piece: up to the first 4,333, up to the second 8,666, and the rest.
        #expect(calendar.pieces.map(\.paidHours) == [4_333, 4_333, 4_334])
        #expect(calendar.pieces.map(\.fund) == [3, 3, 3])
        #expect(calendar.fullMonthHours(in: month(2020, 4)) == 13_000)
        #expect(calendar.fullMonthHours(in: month(2020, 5)) == 16_033)
    }

    @Test func `sick days since 2015 are left out, with their share of the hours`() {
        // Sick on the first 14 of 28 days of February: half of 160.33 hours, 80.165, rounded.
        var facts = PersonFacts()
        facts.cards = [
            .sample(month(2014, 2), sickDays: 0x3FFF), .sample(month(2015, 2), sickDays: 0x3FFF),
        ]

        let pieces = facts.calendar(to: month(2015, 2)).pieces

        #expect(pieces.map(\.days) == [28, 14])
        #expect(pieces.map(\.from) == [day("2014-02-01"), day("2015-02-15")])
        #expect(pieces.map(\.paidHours) == [16_033, 8_017])
    }

    @Test func `hours of days on another benefit go to the days that remain`() {
        var facts = PersonFacts.on(BenefitPeriod(.sicknessBenefit, "2020-04-16", "2020-05-31"))
        facts.cards = [
            .sample(month(2020, 4), hours: 10_001), .sample(month(2020, 5), hours: 500),
        ]

        let pieces = facts.calendar(to: month(2020, 5)).pieces

        #expect(
            pieces.map(\.benefit) == [.unemploymentBenefit, .sicknessBenefit, .sicknessBenefit]
        )
        #expect(pieces.map(\.paidHours) == [10_001, 0, 0])
    }

    @Test func `the days of a card are the bits of its mask, in a leap year's February too`() {
        // Bits 0–2 and 27–30: of the last four only 28 and 29 February exist.
        var facts = PersonFacts()
        facts.cards = [.sample(month(2020, 2), hours: 500, days: 0x7800_0007)]

        let pieces = facts.calendar(to: month(2020, 2)).pieces

        #expect(pieces.map(\.from) == [day("2020-02-01"), day("2020-02-28")])
        #expect(pieces.map(\.days) == [3, 2])
        #expect(pieces.map(\.paidHours) == [300, 200])
    }

    @Test func `cards of two funds in a month keep their hours apart`() {
        var facts = PersonFacts()
        facts.cards = [
            .sample(month(2020, 4), hours: 4_000, days: 0x3FF, fund: 1),
            .sample(month(2020, 4), hours: 6_000, days: 0x3FFF_FC00, fund: 2),
        ]

        let pieces = facts.calendar(to: month(2020, 4)).pieces

        #expect(pieces.map(\.fund) == [1, 2])
        #expect(pieces.map(\.paidHours) == [4_000, 6_000])
    }
}
