import StatisticsModel
import Testing

@Suite struct CivilDateTests {
    @Test func `days follow each other from 1900 to 2199`() throws {
        var day = try #require(CivilDate(year: 1_900, month: 1, day: 1))
        #expect(day.daysSinceEpoch == -25_567)
        #expect(day.weekday == 1)
        var strays: [CivilDate] = []
        for year in 1_900...2_199 {
            for month in 1...12 {
                for number in 1...CivilDate.days(inMonth: month, of: year) {
                    let next = day.adding(days: 1)
                    let isInPlace =
                        CivilDate(year: year, month: month, day: number) == day
                        && day.components == (year, month, number)
                        && next > day && next.weekday == day.weekday % 7 + 1
                    if !isInPlace { strays.append(day) }
                    day = next
                }
            }
        }

        #expect(strays.isEmpty)
        #expect(day == CivilDate(year: 2_200, month: 1, day: 1))
    }

    @Test(arguments: [
        ("1970-01-01", 0, 4), ("1969-12-31", -1, 3), ("2000-02-29", 11_016, 2),
        ("2026-11-19", 20_776, 4), ("0001-01-01", -719_162, 1), ("9999-12-31", 2_932_896, 5),
    ])
    func `known days have their number and weekday`(text: String, days: Int, weekday: Int) throws {
        let date = try #require(CivilDate(parsing: text))

        #expect(date.daysSinceEpoch == days)
        #expect(date.weekday == weekday)
        #expect(date.description == text)
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-11-", "2026-1-19", "2026-11-9", "26-11-19", "2026-00-01",
        "2026-13-01", "2026-01-00", "2026-01-32", "2026-02-29", "1900-02-29", "2026-04-31",
        "0000-01-01", "2026/11/19", "2026-11-19 ", " 2026-11-19", "2026-11-19T", "+026-11-19",
        "2026-+1-19", "2026-11-19-", "-2026-11-19", "２０26-11-19", "20261119",
    ])
    func `text that is no day is refused`(text: String) {
        #expect(CivilDate(parsing: text) == nil)
    }

    @Test(arguments: [(1_900, 28), (2_000, 29), (2_024, 29), (2_026, 28), (2_100, 28)])
    func `February has its days`(year: Int, days: Int) {
        #expect(CivilDate.days(inMonth: 2, of: year) == days)
        #expect(CivilDate(year: year, month: 2, day: days) != nil)
        #expect(CivilDate(year: year, month: 2, day: days + 1) == nil)
    }
}
