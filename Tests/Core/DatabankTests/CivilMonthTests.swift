import Databank
import StatisticsModel
import Testing

@Suite struct CivilMonthTests {
    @Test func `months and days agree with the calendar for three centuries`() throws {
        for year in 1_850...2_150 {
            for number in 1...12 {
                let first = try #require(CivilDate(year: year, month: number, day: 1))
                let length = CivilDate.days(inMonth: number, of: year)
                let month = CivilMonth.number(year: Int32(year), month: Int32(number))

                #expect(Int(CivilMonth.firstDay(of: month)) == first.daysSinceEpoch)
                #expect(Int(CivilMonth.lastDay(of: month)) == first.daysSinceEpoch + length - 1)
                #expect(CivilMonth.containing(CivilMonth.firstDay(of: month)) == month)
                #expect(CivilMonth.containing(CivilMonth.lastDay(of: month)) == month)
            }
        }
    }

    @Test(arguments: [
        ("2000-02-29", 4, "2004-02-29"), ("2000-02-29", 1, "2001-03-01"),
        ("2000-02-29", 100, "2100-03-01"), ("1999-12-31", 67, "2066-12-31"),
        ("1950-03-01", 16, "1966-03-01"),
    ])
    func `who is born on 29 February has 1 March elsewhere`(born: String, years: Int, on: String) {
        #expect(CivilMonth.anniversary(Int32(years), of: day(born)) == day(on))
    }

    @Test func `age changes on the birthday`() {
        var facts = PersonFacts()
        facts.person = PersonRecord(
            born: day("1996-02-29"),
            gender: 0,
            origin: 0,
            citizenship: 0,
            died: .max
        )
        let calendar = facts.calendar(to: month(2026, 1))

        #expect(calendar.age(on: day("2016-02-28")) == 19)
        #expect(calendar.age(on: day("2016-02-29")) == 20)
        #expect(calendar.age(on: day("2017-02-28")) == 20)
        #expect(calendar.age(on: day("2017-03-01")) == 21)
        #expect(PersonFacts().calendar(to: month(2026, 1)).age(on: 0) == nil)
    }
}
