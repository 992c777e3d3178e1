import Databank
import IndicatorRules
import Registers
import Testing

@Suite struct MembershipRuleTests {
    private static func member(
        contributes: Bool,
        _ from: String,
        _ to: String? = nil
    ) -> PersonFacts {
        var facts = VolumeSample.person()
        facts.memberships = [
            FundMembership(
                fund: 3,
                contributes: contributes,
                from: VolumeSample.day(from),
                to: to.map(VolumeSample.day) ?? .max
            )
        ]
        return facts
    }

    @Test func `contributors are counted on the first of September`() throws {
        let persons = [
            Self.member(contributes: true, "2020-01-01"),
            Self.member(contributes: true, "2024-09-02"),
            Self.member(contributes: true, "2020-01-01", "2024-08-31"),
            Self.member(contributes: false, "2020-01-01"),
        ]

        let trial = try RuleTrial("y28a15", persons)

        #expect(try trial.figure("contributors", "2024Y01") == 1)
        #expect(try trial.figure("contributorShare", "2024Y01") == 500)
        #expect(try trial.figure("contributors", "2025Y01", ["akasse": "D17"]) == 2)
        #expect(try trial.figure("contributorShare", "2025Y01", ["area": "751"]) == 667)
    }

    @Test func `in 2012 they are counted on the first of November`() throws {
        let persons = [
            Self.member(contributes: true, "2005-01-01", "2012-10-31"),
            Self.member(contributes: true, "2005-01-01", "2012-11-01"),
        ]

        let trial = try RuleTrial(
            "y28a15",
            persons,
            months: VolumeSample.month(2011, 1)...VolumeSample.month(2013, 12)
        )

        let years = ["2011Y01", "2012Y01", "2013Y01"]
        #expect(try years.map { try trial.figure("contributors", $0) } == [2, 1, 0])
    }

    @Test func `the focus is on spells of a year, their interviews and offers`() throws {
        var facts = VolumeSample.person()
        facts.benefits = [VolumeSample.on(.socialAssistance, "2023-05-02", "2024-12-31")]
        facts.interviews = ["2023-06-10", "2023-09-01", "2023-12-01", "2024-03-05"]
            .map { Self.interview($0) }
        facts.offers = [VolumeSample.offer("VP.P", "2023-05-15", "2023-06-15")]
        var idle = VolumeSample.person()
        idle.benefits = [VolumeSample.on(.socialAssistance, "2023-01-01", "2024-12-31")]

        let trial = try RuleTrial("y30", [facts, idle])

        // The spell's 365th day is 30 April; a year before 30 June the first interview was held.
        let months = ["2024M03", "2024M04", "2024M05", "2024M06"]
        #expect(try months.map { try trial.figure("interviewedPersons", $0) } == [0, 1, 1, 0])
        #expect(try months.map { try trial.figure("offeredPersons", $0) } == [0, 1, 1, 0])
        #expect(try trial.figure("interviewedShare", "2024M04") == 500)
        #expect(try trial.figure("offeredShare", "2024M03") == 0)
        #expect(try trial.figure("offeredPersons", "2024M04", ["benefitGroup": "KTH"]) == 1)
    }

    @Test func `the focus measures pause in the pandemic`() throws {
        var facts = VolumeSample.person()
        facts.benefits = [VolumeSample.on(.sicknessBenefit, "2018-01-01", "2021-12-31")]
        facts.offers = [VolumeSample.offer("VP.P", "2019-06-01", "2021-12-31")]

        let trial = try RuleTrial(
            "y30",
            [facts],
            months: VolumeSample.month(2019, 12)...VolumeSample.month(2020, 12)
        )

        let months = ["2019M12", "2020M01", "2020M02", "2020M08", "2020M09"]
        #expect(try months.map { try trial.figure("offeredPersons", $0) } == [0, 1, 0, 0, 1])
    }

    @Test func `a unit is what it last was in a month`() {
        let units = UnitDirectory(VolumeSample.units)

        let before = units.entry(of: 1_000_000_001, in: VolumeSample.month(2024, 12))
        let after = units.entry(of: 1_000_000_001, in: VolumeSample.month(2025, 1))

        #expect(before?.municipality == 101)
        #expect(after?.municipality == 751)
        #expect(units.entry(of: 1_000_000_001, in: VolumeSample.month(2014, 12)) == nil)
        #expect(units.entry(of: 1_000_000_003, in: VolumeSample.month(2024, 1)) == nil)
    }

    private static func interview(_ date: String) -> Interview {
        Interview(
            interview: 0,
            form: 0,
            isHeldByFund: false,
            due: nil,
            date: VolumeSample.day(date)
        )
    }
}
