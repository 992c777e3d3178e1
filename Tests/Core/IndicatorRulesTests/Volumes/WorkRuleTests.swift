import Databank
import IndicatorRules
import Registers
import Testing

@Suite struct WorkRuleTests {
    private let april = VolumeSample.month(2024, 4)

    private static var recipient: PersonFacts {
        var facts = VolumeSample.person()
        facts.benefits = [VolumeSample.on(.socialAssistance, "2024-01-01", "2024-12-31")]
        facts.targetGroups = [VolumeSample.group("JP", "2024-01-01")]
        return facts
    }

    @Test func `hours without a subsidy are ordinary`() throws {
        var working = Self.recipient
        working.wages = [
            VolumeSample.wage(april, hours: 2_050),
            VolumeSample.wage(april, hours: 1_000, unit: 1_000_000_002),
        ]

        let persons = [working, Self.recipient, Self.recipient]
        let trial = try RuleTrial("otij01", persons)
        let assistance = try RuleTrial("y60j01", persons)

        #expect(try trial.figure("personsWithOrdinaryHours", "2024M04") == 1)
        #expect(try trial.figure("shareWithOrdinaryHours", "2024M04") == 333)
        #expect(try trial.figure("meanHours", "2024M04") == 305)
        #expect(try trial.figure("ordinaryHours", "2024M04") == 31)
        #expect(try trial.figure("personsWithOrdinaryHours", "2024M04", ["visitation": "JPM"]) == 1)
        #expect(try assistance.figure("shareWithOrdinaryHours", "2024M04") == 333)
        #expect(try assistance.figure("personsWithOrdinaryHours", "2024M05") == 0)
    }

    @Test func `a wage from the unit of a wage subsidy is not ordinary`() throws {
        var facts = Self.recipient
        facts.offers = [
            VolumeSample.offer("LT.O", "2024-04-20", "2024-05-10", unit: 1_000_000_001)
        ]
        facts.wages = (april - 1...april + 2)
            .flatMap { month in
                [
                    VolumeSample.wage(month, hours: 4_000),
                    VolumeSample.wage(month, hours: 1_000, unit: 1_000_000_002),
                ]
            }

        let trial = try RuleTrial("otij01", [facts])

        let months = ["2024M03", "2024M04", "2024M05", "2024M06"]
        #expect(try months.map { try trial.figure("ordinaryHours", $0) } == [50, 10, 10, 50])
    }

    @Test func `where the subsidy's unit is unknown, no hours of the month are ordinary`() throws {
        var facts = Self.recipient
        facts.offers = [VolumeSample.offer("LT.P", "2024-04-20", "2024-05-10")]
        facts.wages = [VolumeSample.wage(april, hours: 4_000)]

        let trial = try RuleTrial("otij01", [facts])

        #expect(try trial.figure("personsWithOrdinaryHours", "2024M04") == 0)
    }

    @Test func `hours of a month are divided by days over its benefits, and add up`() throws {
        var facts = VolumeSample.person()
        facts.benefits = [
            VolumeSample.on(.sicknessBenefit, "2024-04-01", "2024-04-10"),
            VolumeSample.on(.socialAssistance, "2024-04-11", "2024-04-30"),
        ]
        facts.wages = [VolumeSample.wage(april, hours: 9_000)]

        let trial = try RuleTrial("otij01", [facts])

        #expect(try trial.figure("ordinaryHours", "2024M04") == 90)
        #expect(try trial.figure("ordinaryHours", "2024M04", ["benefitGroup": "SDP"]) == 30)
        #expect(try trial.figure("ordinaryHours", "2024M04", ["benefitGroup": "KTH"]) == 60)
        #expect(try trial.figure("personsWithOrdinaryHours", "2024M04") == 1)
    }

    @Test func `foreign employees count where and in what they work`() throws {
        var commuter = VolumeSample.person(born: "1990-05-05", citizenship: 2)
        commuter.addresses = []
        commuter.wages = [
            VolumeSample.wage(april, hours: 8_017),
            VolumeSample.wage(april + 9, hours: 16_033),
            VolumeSample.wage(april, hours: 16_033, unit: 1_000_000_002),
        ]
        .sorted { $0.month < $1.month }
        var dane = commuter
        dane.person?.citizenship = 0
        var retired = commuter
        retired.person?.born = VolumeSample.day("1953-04-30")

        let trial = try RuleTrial("y24b", [commuter, dane, retired])

        #expect(try trial.figure("persons", "2024M04") == 1)
        #expect(try trial.figure("persons", "2024M04", ["area": "101"]) == 1)
        #expect(try trial.figure("persons", "2024M04", ["area": "461"]) == 1)
        #expect(try trial.figure("persons", "2024M04", ["industry": "DB10-3"]) == 1)
        #expect(try trial.figure("fulltimePersons", "2024M04") == 1)
        // The unit moved to Aarhus, into trade, at New Year.
        #expect(try trial.figure("persons", "2025M01", ["area": "101"]) == 0)
        #expect(
            try trial.figure("persons", "2025M01", ["area": "751", "industry": "DB10-4"]) == 1
        )
        #expect(try trial.figure("persons", "2024Y01") == 1)
    }

    @Test func `foreign employees are 70 at most on the month's last day`() throws {
        var facts = VolumeSample.person(born: "1953-05-01", citizenship: 1)
        facts.wages = [
            VolumeSample.wage(april, hours: 1_000), VolumeSample.wage(april + 1, hours: 1_000),
        ]

        let trial = try RuleTrial("y24b", [facts])

        #expect(try trial.figure("persons", "2024M04") == 1)
        #expect(try trial.figure("persons", "2024M05") == 0)
    }

    @Test func `transitions look at those who begin the month in the group`() throws {
        var employed = Self.recipient
        employed.wages = [VolumeSample.wage(april, hours: 3_000)]
        var becoming = Self.recipient
        becoming.targetGroups = [
            VolumeSample.group("AP", "2024-01-01", "2024-04-19"),
            VolumeSample.group("JP", "2024-04-20"),
        ]
        var staying = becoming
        staying.targetGroups = [VolumeSample.group("AP", "2024-01-01")]

        let trial = try RuleTrial(
            "mm-transitions",
            [employed, Self.recipient, becoming, staying, staying]
        )

        #expect(try trial.figure("jobReadyEmployedShare", "2024M04") == 500)
        #expect(try trial.figure("becameJobReadyShare", "2024M04") == 333)
        #expect(try trial.figure("jobReadyEmployedShare", "2024M05") == 0)
        #expect(try trial.figure("becameJobReadyShare", "2024M05") == 0)
    }
}
