import Databank
import Registers
import Testing

@Suite struct PersonStatusTests {
    @Test func `the codes are those of the catalogue, in its order`() {
        #expect(
            PersonStatus.allCases.map(\.code) == [
                "LON", "UDD", "SELV", "DP", "KTH", "SDP", "JAF", "REV", "RES", "LY", "FLX", "BAR",
                "PENS", "EFT", "FP", "AND",
            ]
        )
        #expect(PersonStatus.allCases.map(\.rawValue) == Array(0..<16))
    }

    @Test(
        arguments: zip(
            Benefit.allCases,
            [
                "DP", "DP", "DP", "DP", "KTH", "KTH", "KTH", "SDP", "JAF", "REV", "REV", "RES",
                "LY",
                "FLX", "PENS", "PENS", "PENS", "EFT", "EFT", "BAR", "UDD", "FP",
            ]
        )
    )
    func `a benefit is a status, whatever wage there is`(benefit: Benefit, code: String) {
        var facts = PersonFacts.on(BenefitPeriod(benefit, "2020-01-01", nil))
        facts.wages = [Wage(month: month(2020, 1), company: 1, unit: 1, hours: 1, kroner: 1)]

        #expect(facts.calendar(to: month(2020, 1)).status(on: day("2020-01-15"))?.code == code)
    }

    @Test func `without a benefit it is the wage of the month, else self-support`() {
        var facts = PersonFacts()
        facts.wages = [
            Wage(month: month(2020, 1), company: 1, unit: 1, hours: 1, kroner: 0),
            Wage(month: month(2020, 2), company: 1, unit: 1, hours: 0, kroner: 100),
        ]
        let calendar = facts.calendar(to: month(2020, 3))

        #expect(calendar.status(on: day("2020-01-31")) == .selfSupport)
        #expect(calendar.status(on: day("2020-02-29")) == .wageEmployment)
        #expect(calendar.status(on: day("2020-03-01")) == .selfSupport)
        #expect(calendar.status(on: day("2020-04-01")) == nil)
    }

    @Test func `who is dead or left the country is elsewhere`() {
        var facts = PersonFacts()
        facts.addresses = [Stay(municipality: 101, from: day("2019-01-01"), to: day("2020-01-31"))]
        let abroad = facts.calendar(to: month(2020, 3))
        facts.addresses = []
        facts.person = PersonRecord(
            born: 0,
            gender: 0,
            origin: 0,
            citizenship: 0,
            died: day("2020-02-10")
        )
        let dead = facts.calendar(to: month(2020, 3))

        #expect(abroad.status(on: day("2020-01-31")) == .selfSupport)
        #expect(abroad.status(on: day("2020-02-01")) == .other)
        #expect(dead.status(on: day("2020-02-10")) == .selfSupport)
        #expect(dead.status(on: day("2020-02-11")) == .other)
    }
}
