import Databank
import IndicatorRules
import Registers
import Testing

@Suite struct ExpenditureRuleTests {
    private static func paid(
        _ benefit: Benefit,
        _ from: String,
        _ to: String,
        _ kroner: Int32
    ) -> PersonFacts {
        var facts = VolumeSample.person()
        facts.payments = [
            BenefitPayment(
                benefit: benefit,
                from: VolumeSample.day(from),
                to: VolumeSample.day(to),
                kroner: kroner
            )
        ]
        return facts
    }

    @Test func `a payment is divided by the days of the months that it is for`() throws {
        // 1,000 kroner for 10 days, 4 of them in April: 400, and 600.
        let facts = Self.paid(.socialAssistance, "2024-04-27", "2024-05-06", 1_000)

        let trial = try RuleTrial("ptvg01", [facts])
        let assistance = try RuleTrial("y60g01", [facts])

        #expect(try trial.figure("expenditure", "2024M04") == 400)
        #expect(try trial.figure("expenditure", "2024M05", ["benefitGroup": "KTH"]) == 600)
        #expect(try trial.figure("expenditure", "2024Q02") == 1_000)
        #expect(try assistance.figure("expenditure", "2024Q02") == 1_000)
    }

    @Test func `sickness benefit stands on the payment's last day`() throws {
        let facts = Self.paid(.sicknessBenefit, "2024-04-27", "2024-05-06", 1_000)

        let trial = try RuleTrial("y07g01", [facts])

        #expect(try trial.figure("expenditure", "2024M04") == 0)
        #expect(try trial.figure("expenditure", "2024M05") == 1_000)
    }

    @Test func `who moves is paid in both places, and parts add up`() throws {
        var facts = Self.paid(.jobClarification, "2024-04-01", "2024-04-30", 1_001)
        facts.addresses = [
            Stay(municipality: 751, from: 0, to: VolumeSample.day("2024-04-10")),
            Stay(municipality: 101, from: VolumeSample.day("2024-04-11"), to: .max),
        ]

        let trial = try RuleTrial("y12g01", [facts])

        // 10 of 30 days are 333.67 kroner, of which 333 are whole.
        #expect(try trial.figure("expenditure", "2024M04", ["area": "751"]) == 333)
        #expect(try trial.figure("expenditure", "2024M04", ["area": "101"]) == 668)
        #expect(try trial.figure("expenditure", "2024M04") == 1_001)
    }

    @Test func `what is paid back is subtracted`() throws {
        var facts = Self.paid(.unemploymentAllowance, "2024-04-01", "2024-04-30", 15_000)
        facts.payments +=
            Self.paid(.unemploymentAllowance, "2024-04-01", "2024-04-30", -4_000)
            .payments

        let trial = try RuleTrial("y09g01", [facts])

        #expect(try trial.figure("expenditure", "2024M04") == 11_000)
    }

    @Test func `sick days on a card are left out with their share`() throws {
        // Ten paid days, of which two were of sickness.
        var facts = VolumeSample.person()
        facts.cards = [
            VolumeSample.card(
                VolumeSample.month(2024, 4),
                days: 0b11_1111_1111,
                sickDays: 0b11,
                kroner: 9_000
            )
        ]

        let trial = try RuleTrial("y01g01", [facts])

        #expect(try trial.figure("expenditure", "2024M04") == 7_200)
    }
}
