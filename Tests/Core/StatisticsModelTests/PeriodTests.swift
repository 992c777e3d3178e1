import StatisticsFixtures
import StatisticsModel
import Testing

@Suite struct PeriodTests {
    @Test(arguments: PeriodType.allCases)
    func `every period's code, place, year and number lead back to it`(type: PeriodType) throws {
        for year in 1_900...2_199 {
            for number in 1...type.periodsPerYear {
                let period = try #require(Period(type: type, year: year, number: number))

                #expect(Period(parsing: period.description) == period)
                #expect(Period(type: type, ordinal: period.ordinal) == period)
                #expect(period.span * type.columnsPerSpan + period.column == period.ordinal)
                #expect(period.year == year && period.number == number)
            }
        }
    }

    @Test(arguments: [
        ("2026M09", PeriodType.month, 9), ("2026m09", .month, 9), ("2026M9", .month, 9),
        ("2026-09", .month, 9), ("2026Q03", .quarter, 3), ("2026Q3", .quarter, 3),
        ("2026q3", .quarter, 3), ("2026-Q3", .quarter, 3), ("2026-q3", .quarter, 3),
        ("2026QMAT03", .movingYear, 3), ("2026qmat3", .movingYear, 3),
        ("2026-QMAT03", .movingYear, 3), ("2026Y01", .year, 1), ("2026y1", .year, 1),
    ])
    func `a period may be spelled in several ways`(
        text: String,
        type: PeriodType,
        number: Int
    ) {
        let period = Period(parsing: text)

        #expect(period == Period(type: type, year: 2_026, number: number))
        #expect(period != nil)
    }

    @Test(arguments: [
        "", "2026", "2026M", "2026M00", "2026M13", "2026M009", "2026Q00", "2026Q05", "2026QMAT00",
        "2026QMAT05", "2026Y00", "2026Y02", "2026-9", "2026-13", "2026-00", "2026-Q5", "2026-M09",
        "2026W01", "1899M12", "2200M01", "026M09", "+026M09", "-026M09", "2026M+9", "2026M-9",
        " 2026M09", "2026M09 ", "2026 M09", "２０２６M09", "2026M٠٩", "2026-09-01", "M202609",
    ])
    func `text that is no period is refused`(text: String) {
        #expect(Period(parsing: text) == nil)
    }

    @Test(arguments: [
        ("2026M02", "2026-02-01", "2026-02-28"), ("2024M02", "2024-02-01", "2024-02-29"),
        ("2026M12", "2026-12-01", "2026-12-31"), ("2026Q01", "2026-01-01", "2026-03-31"),
        ("2026Q04", "2026-10-01", "2026-12-31"), ("2026QMAT01", "2025-04-01", "2026-03-31"),
        ("2026QMAT03", "2025-10-01", "2026-09-30"), ("2026QMAT04", "2026-01-01", "2026-12-31"),
        ("2026Y01", "2026-01-01", "2026-12-31"),
    ])
    func `a period begins and ends on its days`(text: String, first: String, last: String) throws {
        let period = try #require(Period(parsing: text))

        #expect(period.firstDay.description == first)
        #expect(period.lastDay.description == last)
        #expect(period.lastMonth.lastDay == period.lastDay)
        #expect(period.lastMonth.type == .month)
    }

    @Test(arguments: PeriodType.allCases)
    func `periods follow each other without a gap`(type: PeriodType) throws {
        let first = try #require(Period(type: type, year: 1_990, number: 1))
        for places in 0..<200 {
            let period = first.advanced(by: places)
            let next = first.advanced(by: places + 1)

            let earliest = type == .movingYear ? next.advanced(by: 3).firstDay : next.firstDay
            #expect(earliest == period.lastDay.adding(days: 1))
            #expect(period < next && next.advanced(by: -1) == period)
        }
    }

    @Test(arguments: [
        ("2026M01", 2_026, 0), ("2026M12", 2_026, 11), ("2026Q04", 2_026, 3),
        ("2026QMAT01", 2_026, 0), ("2019Y01", 201, 9), ("2020Y01", 202, 0),
    ])
    func `a span is a calendar year, or a decade of years`(
        text: String,
        span: Int,
        column: Int
    ) throws {
        let period = try #require(Period(parsing: text))

        #expect(period.span == span)
        #expect(period.column == column)
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `periods have one order`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let periods = PeriodType.allCases.flatMap { type in
            (0..<20).map { Period(type: type, ordinal: 2_020 * type.periodsPerYear + $0) }
        }

        let shuffled = periods.shuffled(using: &random).sorted()

        #expect(shuffled == periods.sorted(), "seed \(seed)")
        for (index, period) in shuffled.enumerated() {
            #expect(shuffled[..<index].allSatisfy { $0 < period && !(period < $0) })
        }
    }
}
