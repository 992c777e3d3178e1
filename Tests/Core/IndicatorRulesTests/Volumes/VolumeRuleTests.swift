import Databank
import IndicatorRules
import Registers
import StatisticsModel
import Tallies
import Testing

@Suite struct VolumeRuleTests {
    private let april = VolumeSample.month(2024, 4)

    @Test func `days count as days over those of the month`() throws {
        // 15 of April's 30 days, and 31 of May's 31.
        var facts = VolumeSample.person()
        facts.benefits = [VolumeSample.on(.sicknessBenefit, "2024-04-16", "2024-05-31")]

        let trial = try RuleTrial("y07a02", [PersonFacts](repeating: facts, count: 10))

        #expect(try trial.figure("persons", "2024M04") == 10)
        #expect(try trial.figure("fulltimePersons", "2024M04") == 5)
        #expect(try trial.figure("fulltimePersons", "2024M05") == 10)
        // (0.5 + 1 + 0) / 3 of ten persons, and 1.5 / 12.
        #expect(try trial.figure("fulltimePersons", "2024Q02") == 5)
        #expect(try trial.figure("fulltimePersons", "2024Y01") == 1)
    }

    @Test func `unemployment benefit counts by hours`() throws {
        // 80.165 of 160.33 hours are half a full-time person, however many days they are spread on.
        var facts = VolumeSample.person()
        facts.cards = [VolumeSample.card(april, hours: 8_017)]

        let trial = try RuleTrial("y01a02", [PersonFacts](repeating: facts, count: 100))

        #expect(try trial.figure("persons", "2024M04", ["akasse": "D17"]) == 100)
        #expect(try trial.figure("fulltimePersons", "2024M04") == 50)
        #expect(try trial.figure("fulltimePersons", "2024M04", ["area": "751"]) == 50)
        #expect(try trial.figure("fulltimePersons", "2024M04", ["area": "101"]) == 0)
    }

    @Test func `rates have the workforce and the population of the area below them`() throws {
        var facts = VolumeSample.person()
        facts.benefits = [VolumeSample.on(.flexJob, "2024-04-01", "2024-04-30")]
        var denominators = Denominators()
        denominators.set(2_000, of: .workforce, municipality: 751, year: 2023)
        denominators.set(4_000, of: .population, municipality: 751, year: 2023)

        let trial = try RuleTrial(
            "y08a02",
            [PersonFacts](repeating: facts, count: 50),
            denominators: denominators
        )

        #expect(try trial.figure("pctWorkforce", "2024M04", ["area": "751"]) == 25)
        #expect(try trial.figure("pctPopulation", "2024M04", ["area": "751"]) == 13)
    }

    @Test func `nobody is more than one full-time person over all benefits`() throws {
        // A card of a full month, and sickness benefit that takes half its days.
        var facts = VolumeSample.person()
        facts.cards = [VolumeSample.card(april, hours: 16_033)]
        facts.benefits = [VolumeSample.on(.sicknessBenefit, "2024-04-16", "2024-04-30")]

        let trial = try RuleTrial("ptv_a02", [PersonFacts](repeating: facts, count: 100))

        #expect(try trial.figure("fulltimePersons", "2024M04") == 100)
        #expect(try trial.figure("fulltimePersons", "2024M04", ["benefitGroup": "DP"]) == 50)
        #expect(try trial.figure("fulltimePersons", "2024M04", ["benefitGroup": "SDP"]) == 50)
        #expect(try trial.figure("persons", "2024M04") == 100)
    }

    @Test func `hours beyond a full month count as a full month`() throws {
        var facts = VolumeSample.person()
        facts.cards = [VolumeSample.card(april, hours: 18_500)]

        let trial = try RuleTrial("y01a02", [facts])

        #expect(try trial.figure("fulltimePersons", "2024M04") == 1)
    }

    @Test func `a wage subsidy on unemployment benefit counts by the offer's hours`() throws {
        // Paid until 31 March; then a subsidised job of 18.5 hours a week all through April.
        var facts = VolumeSample.person()
        facts.cards = [VolumeSample.card(april - 1)]
        facts.offers = [
            VolumeSample.offer("LT.P", "2024-04-01", "2024-04-30", weeklyHours: 1_850)
        ]
        var settings = RuleSettings.standard
        settings.creditsUnpaidOffers = false

        let persons = [PersonFacts](repeating: facts, count: 100)
        let credited = try RuleTrial("y01a02", persons)
        let unpaid = try RuleTrial("y01a02", persons, settings: settings)

        #expect(try credited.figure("persons", "2024M04") == 100)
        #expect(try credited.figure("fulltimePersons", "2024M04") == 50)
        #expect(try unpaid.figure("persons", "2024M04") == 100)
        #expect(try unpaid.figure("fulltimePersons", "2024M04") == 0)
    }

    @Test func `the old series of social assistance end when there is one`() throws {
        var facts = VolumeSample.person()
        facts.benefits = [VolumeSample.on(.socialAssistance, "2025-05-01", "2025-08-31")]

        let old = try RuleTrial("y36a02", [facts])
        let new = try RuleTrial("y60a02", [facts])

        let months = ["2025M05", "2025M06", "2025M07", "2025M08"]
        #expect(try months.map { try old.figure("persons", $0) } == [1, 1, 0, 0])
        #expect(try months.map { try new.figure("persons", $0) } == [1, 1, 1, 1])
    }

    @Test func `the combined series holds all three benefits, by target group`() throws {
        var facts = VolumeSample.person()
        facts.benefits = [
            VolumeSample.on(.educationAssistance, "2024-04-01", "2024-04-10"),
            VolumeSample.on(.integrationBenefit, "2024-04-11", "2024-04-20"),
            VolumeSample.on(.socialAssistance, "2024-04-21", "2024-04-30"),
        ]
        facts.targetGroups = [VolumeSample.group("AP", "2024-04-11")]

        let trial = try RuleTrial("y60a02", [PersonFacts](repeating: facts, count: 30))

        #expect(try trial.figure("persons", "2024M04") == 30)
        #expect(try trial.figure("fulltimePersons", "2024M04") == 30)
        #expect(try trial.figure("fulltimePersons", "2024M04", ["visitation": "AP"]) == 20)
        #expect(try trial.figure("fulltimePersons", "2024M04", ["visitation": "UOP"]) == 10)
    }

    @Test func `persons on early retirement, the paid, and full-time persons differ`() throws {
        var paid = VolumeSample.person(born: "1961-01-01")
        paid.cards = [VolumeSample.card(april, hours: 8_017, benefit: .earlyRetirement)]
        var unpaid = VolumeSample.person(born: "1961-01-01")
        unpaid.cards = [VolumeSample.card(april, hours: 0, benefit: .earlyRetirement)]

        let trial = try RuleTrial("y28a02", [paid, paid, unpaid])

        #expect(try trial.figure("persons", "2024M04") == 3)
        #expect(try trial.figure("paidPersons", "2024M04") == 2)
        #expect(try trial.figure("fulltimePersons", "2024M04") == 1)
        #expect(try trial.figure("paidPersons", "2024M04", ["ageEft": "63"]) == 2)
    }

    @Test func `support leaves senior, early and flex pensions out`() throws {
        let benefits: [Benefit] = [.disabilityPension, .seniorPension, .earlyPension, .flexBenefit]
        let persons = benefits.map { benefit in
            var facts = VolumeSample.person()
            facts.benefits = [VolumeSample.on(benefit, "2024-04-01", "2024-04-30")]
            return facts
        }
        var denominators = Denominators()
        denominators.set(10, of: .population, municipality: 751, year: 2023)

        let trial = try RuleTrial("mm-support", persons, denominators: denominators)

        #expect(try trial.figure("supportShare", "2024M04") == 100)
    }

    @Test func `the benchmark's total has only the benefits of its areas`() throws {
        let benefits: [Benefit] = [.unemploymentAllowance, .flexJob, .jobClarification]
        let persons = benefits.map { benefit in
            var facts = VolumeSample.person()
            facts.benefits = [VolumeSample.on(benefit, "2024-01-01", "2024-12-31")]
            return facts
        }

        let trial = try RuleTrial("y30r21", persons)

        #expect(try trial.figure("actualPersons", "2024QMAT04") == 2)
        let groups = ["DPMV", "KTHMV", "SDPMV"]
        let figures = try groups.map {
            try trial.figure("actualPersons", "2024QMAT04", ["benefitGroup": $0])
        }
        #expect(figures == [0, 1, 1])
    }
}
