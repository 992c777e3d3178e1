import Foundation
import StatisticsFixtures
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

    @Test(arguments: 1...4)
    func `a number without its marks is the number`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let extremes = [0, -1, 999, -999, 1_000, Int64.min, Int64.max]
        let numbers = (0..<200)
            .map { _ in
                Int64.random(in: .min ... .max, using: &random)
                    >> Int64.random(in: 0..<64, using: &random)
            }
        for number in extremes + numbers {
            let decimals = Int.random(in: 0...6, using: &random)

            let danish = NumberWords.text(number, decimals, in: .danish)
            let english = NumberWords.text(number, decimals, in: .english)

            let plain = FixedDecimal.text(number, decimals: decimals)
            let bare = danish.replacing(".", with: "").replacing(",", with: ".")
            #expect(bare.replacing("−", with: "-") == plain, "seed \(seed)")
            let swapped = danish.map { $0 == "." ? "," : $0 == "," ? "." : $0 }
            #expect(String(swapped) == english, "seed \(seed)")
        }
    }

    @Test(arguments: [(Language.danish, "da_DK"), (Language.english, "en_GB")])
    func `months have the names of their language`(language: Language, locale: String) throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.locale = Locale(identifier: locale)

        let names = try (1...12)
            .map { number in
                let code = "2026M\(number < 10 ? "0" : "")\(number)"
                return PeriodWords.text(try #require(Period(parsing: code)), in: language)
            }

        #expect(names == calendar.monthSymbols.map { "\($0) 2026" })
    }

    @Test(arguments: [
        (
            CellStatus.suppressed, "tilbageholdt, da tallet kunne røbe noget om for få personer",
            "withheld, since it could tell about too few persons"
        ),
        (.notAvailable, "ikke oplyst", "not available"),
        (.notApplicable, "giver ikke mening her", "not applicable here"),
        (.redacted, "fjernet ifølge lov", "taken away by law"),
    ])
    func `a status has words of its own`(status: CellStatus, danish: String, english: String) {
        #expect(StatusWords.text(status, in: .danish) == danish)
        #expect(StatusWords.text(status, in: .english) == english)
    }
}
