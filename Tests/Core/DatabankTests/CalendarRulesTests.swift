import Databank
import Registers
import Testing

@Suite struct CalendarRulesTests {
    @Test func `a day belongs to the benefit of the higher priority`() {
        let facts = PersonFacts.on(
            BenefitPeriod(.socialAssistance, "2020-01-01", "2020-01-31"),
            BenefitPeriod(.sicknessBenefit, "2020-01-11", "2020-01-20")
        )

        let pieces = facts.calendar(to: month(2020, 1)).pieces

        #expect(
            pieces.map(\.benefit) == [.socialAssistance, .sicknessBenefit, .socialAssistance]
        )
        #expect(pieces.map(\.days) == [10, 10, 11])
    }

    @Test func `the priority is a setting`() {
        let facts = PersonFacts.on(
            BenefitPeriod(.socialAssistance, "2020-01-01", "2020-01-31"),
            BenefitPeriod(.sicknessBenefit, "2020-01-11", "2020-01-20")
        )
        var rules = CalendarRules()
        rules.priority = [.socialAssistance]

        let pieces = rules.calendar(of: facts, horizon: day("2020-01-31")).pieces

        #expect(pieces.map(\.benefit) == [.socialAssistance])
    }

    @Test func `every benefit has its place in the priority`() {
        #expect(Set(CalendarRules.standard.priority).count == Benefit.allCases.count)
    }

    @Test func `benefits end with the day of death and count from 16 to 66 years`() {
        var facts = PersonFacts.on(BenefitPeriod(.disabilityPension, "2000-01-01", nil))
        facts.person = PersonRecord(
            born: day("1953-02-10"),
            gender: 0,
            origin: 0,
            citizenship: 0,
            died: .max
        )
        let old = facts.calendar(to: month(2026, 1))
        facts.person?.died = day("2019-05-05")
        let dead = facts.calendar(to: month(2026, 1))

        #expect(old.pieces.last?.to == day("2020-02-09"))
        #expect(dead.pieces.last?.to == day("2019-05-05"))
    }

    @Test func `pieces are cut at months and wherever an attribute changes`() {
        var facts = PersonFacts.on(BenefitPeriod(.socialAssistance, "2020-02-20", "2020-03-20"))
        facts.addresses = [
            Stay(municipality: 101, from: 0, to: day("2020-02-28")),
            Stay(municipality: 151, from: day("2020-02-29"), to: .max),
        ]
        facts.targetGroups = [TargetGroupPeriod(group: 1, from: day("2020-03-11"), to: .max)]
        facts.memberships = [
            FundMembership(fund: 4, contributes: false, from: 0, to: day("2020-03-15"))
        ]

        let pieces = facts.calendar(to: month(2020, 4)).pieces

        #expect(pieces.map(\.days) == [9, 1, 10, 5, 5])
        #expect(pieces.map(\.municipality) == [101, 151, 151, 151, 151])
        #expect(pieces.map(\.targetGroup) == [-1, -1, -1, 1, 1])
        #expect(pieces.map(\.fund) == [4, 4, 4, 4, -1])
    }

    @Test func `days after the horizon are not known yet`() {
        var facts = PersonFacts.on(
            BenefitPeriod(.socialAssistance, "2020-01-01", "2020-05-31"),
            BenefitPeriod(.sicknessBenefit, "2020-06-01", nil)
        )
        facts.interviews = [
            Interview(
                interview: 0,
                form: 0,
                isHeldByFund: false,
                due: 100,
                date: day("2020-03-01")
            ),
            Interview(
                interview: 0,
                form: 0,
                isHeldByFund: false,
                due: nil,
                date: day("2020-03-02")
            ),
        ]
        facts.wages = [1, 2, 3]
            .map {
                Wage(month: month(2020, $0), company: 1, unit: 1, hours: 1, kroner: 1)
            }

        let known = facts.calendar(to: month(2020, 2)).facts

        #expect(known.benefits.map(\.to) == [.max])
        #expect(known.interviews.map(\.date) == [nil])
        #expect(known.wages.map(\.month) == [month(2020, 1), month(2020, 2)])
    }
}
