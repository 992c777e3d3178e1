import Databank
import IndicatorRules
import Registers
import Testing

@Suite struct ActivationRuleTests {
    /// On social assistance all through 2024.
    private static var recipient: PersonFacts {
        var facts = VolumeSample.person()
        facts.benefits = [VolumeSample.on(.socialAssistance, "2024-01-01", "2024-12-31")]
        return facts
    }

    @Test func `offer days weigh as their weekly hours of 37`() throws {
        // 18.5 of 37 hours on all of April's days, and 37 on 15 of 30: half a person each.
        var half = Self.recipient
        half.offers = [
            VolumeSample.offer("VO.OV", "2024-04-01", "2024-04-30", weeklyHours: 1_850)
        ]
        var short = Self.recipient
        short.offers = [
            VolumeSample.offer("VP.P", "2024-04-16", "2024-04-30", weeklyHours: 4_500)
        ]

        let trial = try RuleTrial(
            "ptvc01",
            [PersonFacts](repeating: half, count: 10) + [PersonFacts](repeating: short, count: 10)
        )

        #expect(try trial.figure("activatedPersons", "2024M04") == 20)
        #expect(try trial.figure("fulltimeActivated", "2024M04") == 10)
        let guidance = ["activationType": "VO"]
        #expect(try trial.figure("activatedPersons", "2024M04", guidance) == 10)
        #expect(try trial.figure("fulltimeActivated", "2024M04", guidance) == 5)
        #expect(try trial.figure("activatedPersons", "2024M05") == 0)
    }

    @Test func `degree and share set the activated against all recipients`() throws {
        // One of four is in an offer full time for 15 of 30 days: 12.5 and 25 per cent.
        var active = Self.recipient
        active.offers = [VolumeSample.offer("NY", "2024-04-01", "2024-04-15")]

        let trial = try RuleTrial(
            "y60c07",
            [active] + [PersonFacts](repeating: Self.recipient, count: 3)
        )

        #expect(try trial.figure("activationDegree", "2024M04") == 125)
        #expect(try trial.figure("activatedShare", "2024M04") == 250)
    }

    @Test func `several offers at a time are no more than one person full time`() throws {
        var facts = Self.recipient
        facts.offers = [
            VolumeSample.offer("VO.OU", "2024-04-01", "2024-04-30"),
            VolumeSample.offer("VP.O", "2024-04-01", "2024-04-30"),
        ]

        let trial = try RuleTrial("ptvc01", [facts])

        #expect(try trial.figure("fulltimeActivated", "2024M04") == 1)
        #expect(try trial.figure("activatedPersons", "2024M04", ["activationType": "VP.O"]) == 1)
    }

    @Test func `a mentor activates nobody, and is counted apart`() throws {
        var facts = Self.recipient
        facts.offers = [VolumeSample.offer("MENTOR", "2024-04-01", "2024-04-30")]

        let activated = try RuleTrial("ptvc01", [facts])
        let mentored = try RuleTrial("mentor", [facts])

        #expect(try activated.figure("activatedPersons", "2024M04") == 0)
        #expect(try mentored.figure("persons", "2024M04", ["benefitGroup": "KTH"]) == 1)
        #expect(try mentored.figure("persons", "2024M05") == 0)
    }

    @Test func `an offer counts once in a quarter, and in each of its months`() throws {
        var facts = Self.recipient
        facts.offers = [
            VolumeSample.offer("VO.OV", "2024-02-10", "2024-05-20"),
            VolumeSample.offer("VP.P", "2024-04-02", "2024-04-12"),
        ]

        let trial = try RuleTrial("y60c02", [facts])

        let months = ["2024M01", "2024M02", "2024M03", "2024M04", "2024M05", "2024M06"]
        #expect(
            try months.map { try trial.figure("activationSpells", $0) } == [0, 1, 1, 2, 1, 0]
        )
        #expect(try trial.figure("activationSpells", "2024Q01") == 1)
        #expect(try trial.figure("activationSpells", "2024Q02") == 2)
        #expect(try trial.figure("activationSpells", "2024Y01") == 2)
        #expect(try trial.figure("activatedPersons", "2024Q02") == 1)
    }

    @Test func `moving in an offer begins no other one`() throws {
        var facts = Self.recipient
        facts.addresses = [
            Stay(municipality: 751, from: 0, to: VolumeSample.day("2024-03-10")),
            Stay(municipality: 101, from: VolumeSample.day("2024-03-11"), to: .max),
        ]
        facts.offers = [VolumeSample.offer("VO.OV", "2024-02-10", "2024-05-20")]

        let trial = try RuleTrial("y60c02", [facts])

        #expect(try trial.figure("activationSpells", "2024M03") == 1)
        #expect(try trial.figure("activatedPersons", "2024M03", ["area": "101"]) == 1)
        #expect(try trial.figure("activationSpells", "2024M03", ["area": "751"]) == 1)
        #expect(try trial.figure("activationSpells", "2024Y01") == 1)
    }

    @Test func `upskilling is set against the gross unemployed`() throws {
        var educated = VolumeSample.person()
        educated.cards = [VolumeSample.card(VolumeSample.month(2024, 4))]
        educated.offers = [VolumeSample.offer("SU6", "2024-04-03", "2024-04-30")]
        var guided = educated
        guided.offers = [VolumeSample.offer("VO.OV", "2024-04-03", "2024-04-30")]
        var passive = Self.recipient
        passive.targetGroups = [VolumeSample.group("JP", "2024-01-01")]

        let trial = try RuleTrial("mm-upskilling", [educated, guided, passive, Self.recipient])

        #expect(try trial.figure("upskillingShare", "2024M04") == 333)
    }
}
