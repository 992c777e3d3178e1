import Databank
import IndicatorRules
import Registers
import Testing

@Suite struct UnemploymentRuleTests {
    private let april = VolumeSample.month(2024, 4)

    private static func jobReady(_ from: String, _ to: String) -> PersonFacts {
        var facts = VolumeSample.person()
        facts.benefits = [VolumeSample.on(.socialAssistance, from, to)]
        facts.targetGroups = [VolumeSample.group("JP", "2010-01-01")]
        return facts
    }

    private static func insured(_ months: ClosedRange<Int32>) -> PersonFacts {
        var facts = VolumeSample.person()
        facts.cards = months.map { VolumeSample.card($0, hours: 8_017) }
        return facts
    }

    @Test func `gross unemployed are the insured and the job-ready`() throws {
        var notReady = Self.jobReady("2024-04-01", "2024-04-30")
        notReady.targetGroups = [VolumeSample.group("AP", "2010-01-01")]
        let ready = Self.jobReady("2024-04-01", "2024-04-15")
        let persons = [ready, ready, Self.insured(april...april), notReady]

        let trial = try RuleTrial("y25i01", persons)

        #expect(try trial.figure("persons", "2024M04") == 3)
        #expect(try trial.figure("persons", "2024M04", ["benefitGroup": "KTH"]) == 2)
        #expect(try trial.figure("persons", "2024M04", ["akasse": "D17"]) == 1)
        #expect(try trial.figure("persons", "2024M04", ["akasse": "NONE"]) == 2)
        // Twice 15 / 30 days, and half a month's hours: 1.50003, rounded.
        #expect(try trial.figure("fulltimePersons", "2024M04") == 2)
        #expect(try trial.figure("fulltimePersons", "2024M04", ["benefitGroup": "KTH"]) == 1)
    }

    @Test func `education assistance of the job-ready counts as social assistance`() throws {
        var facts = VolumeSample.person()
        facts.benefits = [VolumeSample.on(.educationAssistance, "2024-04-01", "2024-04-30")]
        facts.targetGroups = [VolumeSample.group("JP", "2024-01-01")]

        let trial = try RuleTrial("y25i01", [facts])

        #expect(try trial.figure("persons", "2024M04", ["benefitGroup": "KTH"]) == 1)
    }

    @Test func `long-term is 292 of the 364 days that end with the month`() throws {
        // 364 days before 30 April 2024 begin on 2 May 2023; 80 per cent of them are 291.2.
        let enough = Self.jobReady("2023-07-14", "2024-04-30")
        let tooShort = Self.jobReady("2023-07-15", "2024-04-30")

        let trial = try RuleTrial("y25i09", [enough, tooShort])

        #expect(try trial.figure("longTermPersons", "2024M04") == 1)
        #expect(try trial.figure("longTermUnemployed", "2024M04") == 1)
        #expect(try trial.figure("grossPersons", "2024M04") == 2)
        #expect(try trial.figure("longTermShare", "2024M04") == 500)
        #expect(try trial.figure("longTermPersons", "2024M03") == 0)
    }

    @Test func `days on both benefits make up long-term unemployment, and old ones fall out`()
        throws
    {
        var facts = Self.insured(april - 12...april - 6)
        facts.benefits = [VolumeSample.on(.socialAssistance, "2023-11-01", "2024-09-30")]
        facts.targetGroups = [
            VolumeSample.group("JP", "2010-01-01", "2024-05-31"),
            VolumeSample.group("AP", "2024-06-01", "2024-08-31"),
            VolumeSample.group("JP", "2024-09-01"),
        ]

        let trial = try RuleTrial("y25i09", [facts])

        let months = ["2024M04", "2024M05", "2024M06", "2024M09"]
        #expect(try months.map { try trial.figure("longTermPersons", $0) } == [1, 1, 0, 0])
        #expect(try months.map { try trial.figure("grossPersons", $0) } == [1, 1, 0, 1])
    }

    @Test func `graduates are those whose card says so`() throws {
        var graduate = VolumeSample.person()
        graduate.cards = [VolumeSample.card(april, hours: 16_033, isGraduate: true)]
        var other = VolumeSample.person()
        other.cards = [
            VolumeSample.card(april, hours: 5_344), VolumeSample.card(april + 1, isGraduate: true),
        ]

        let trial = try RuleTrial("y01dia02", [graduate, other, other])

        #expect(try trial.figure("persons", "2024M04") == 1)
        #expect(try trial.figure("fulltimePersons", "2024M04") == 1)
        #expect(try trial.figure("personShare", "2024M04") == 333)
        // 160.33 of 160.33 + 2 × 53.44 hours.
        #expect(try trial.figure("fulltimeShare", "2024M04") == 600)
        #expect(try trial.figure("persons", "2024M05") == 2)
    }

    @Test(
        arguments: [
            (0, "C0-3"), (480, "C0-3"), (481, "C3-6"), (961, "C3-6"), (962, "C6-12"),
            (1_923, "C6-12"), (1_924, "C12-18"), (2_885, "C12-18"), (2_886, "C18-"),
            (3_848, "C18-"),
        ]
    )
    func `consumption is in full months of 160.33 hours`(hours: Int32, band: String) throws {
        var facts = VolumeSample.person()
        facts.cards = [VolumeSample.card(april, consumedHours: hours)]

        let trial = try RuleTrial("y01a12", [facts])

        #expect(try trial.figure("persons", "2024M04", ["durationElapsed": band]) == 1)
        #expect(try trial.figure("persons", "2024M04") == 1)
    }

    @Test func `graduates use no more than their right, and part-timers have shorter months`()
        throws
    {
        var graduate = VolumeSample.person()
        graduate.cards = [VolumeSample.card(april, isGraduate: true, consumedHours: 1_924)]
        var partTimer = VolumeSample.person()
        partTimer.cards = [VolumeSample.card(april, isPartTime: true, consumedHours: 1_560)]
        var silent = VolumeSample.person()
        silent.cards = [VolumeSample.card(april)]

        let trial = try RuleTrial("y01a12", [graduate, partTimer, silent])

        #expect(try trial.figure("persons", "2024M04") == 2)
        #expect(try trial.figure("persons", "2024M04", ["durationElapsed": "C6-12"]) == 1)
        #expect(try trial.figure("persons", "2024M04", ["durationElapsed": "C12-18"]) == 1)
    }
}
