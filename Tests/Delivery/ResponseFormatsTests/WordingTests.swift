import StatisticsModel
import Testing

@testable import ResponseFormats

/// Numbers and periods as people read them.
@Suite struct WordingTests {
    @Test(arguments: [
        (0, 0, "0", "0"), (16_981, 0, "16.981", "16,981"), (999, 0, "999", "999"),
        (1_000, 0, "1.000", "1,000"), (1_234_567, 1, "123.456,7", "123,456.7"),
        (-5, 1, "−0,5", "−0.5"), (-1_234, 0, "−1.234", "−1,234"), (110, 1, "11,0", "11.0"),
        (Int64.max, 0, "9.223.372.036.854.775.807", "9,223,372,036,854,775,807"),
    ])
    func `numbers have their marks`(scaled: Int64, decimals: Int, danish: String, english: String) {
        #expect(NumberWords.text(scaled, decimals, in: .danish) == danish)
        #expect(NumberWords.text(scaled, decimals, in: .english) == english)
    }

    @Test(arguments: [
        ("2026M07", "juli 2026", "July 2026"), ("2026Q02", "2. kvartal 2026", "Q2 2026"),
        ("2026QMAT02", "året til og med 2. kvartal 2026", "the year to Q2 2026"),
        ("2026Y01", "2026", "2026"),
    ])
    func `periods have names`(code: String, danish: String, english: String) throws {
        let period = try #require(Period(parsing: code))

        #expect(PeriodWords.text(period, in: .danish) == danish)
        #expect(PeriodWords.text(period, in: .english) == english)
    }

    @Test(arguments: Language.allCases)
    func `each status has words of its own`(language: Language) {
        let statuses: [CellStatus] = [.suppressed, .notAvailable, .notApplicable, .redacted]

        #expect(Set(statuses.map { StatusWords.text($0, in: language) }).count == statuses.count)
    }
}
