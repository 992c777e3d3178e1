import StatisticsFixtures
import StatisticsModel
import Testing

@Suite struct FixedDecimalTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `a printed number is parsed back`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<2_000 {
            let limit = FixedDecimal.largestMagnitude >> Int64.random(in: 0...52, using: &random)
            let scaled = Int64.random(in: -limit...limit, using: &random)
            let decimals = Int.random(in: 0...6, using: &random)
            let text = FixedDecimal.text(scaled, decimals: decimals)

            let parsed = try FixedDecimal.scaled(parsing: text.utf8, decimals: decimals)

            #expect(parsed == scaled, "seed \(seed), \(text)")
            #expect(text.contains(".") == (decimals > 0), "seed \(seed), \(text)")
        }
    }

    @Test(
        arguments: [
            ("0", 0, 0), ("0", 2, 0), ("-0", 1, 0), ("11", 1, 110), ("11.0", 1, 110),
            ("11.5", 1, 115),
            ("-12.5", 1, -125), ("-0.5", 1, -5), ("1.50", 1, 15), ("1.000", 0, 1), ("007", 0, 7),
            ("0.000001", 6, 1), ("9007199254740991", 0, 9_007_199_254_740_991),
            ("-900719925474099.1", 1, -9_007_199_254_740_991),
        ] as [(String, Int, Int64)]
    )
    func `decimal text is a scaled integer`(text: String, decimals: Int, scaled: Int64) throws {
        let parsed = try FixedDecimal.scaled(parsing: text.utf8, decimals: decimals)

        #expect(parsed == scaled)
    }

    @Test(
        arguments: [
            ("", 1, .notANumber), ("-", 1, .notANumber), (".", 1, .notANumber),
            (".5", 1, .notANumber),
            ("5.", 1, .notANumber), ("-.5", 1, .notANumber), ("1.2.3", 2, .notANumber),
            ("--1", 0, .notANumber), ("+1", 0, .notANumber), ("1-", 0, .notANumber),
            ("1e3", 0, .notANumber), ("1,5", 1, .notANumber), (" 1", 0, .notANumber),
            ("1 ", 0, .notANumber), ("1.000.000", 3, .notANumber), ("NaN", 0, .notANumber),
            ("١", 0, .notANumber), ("0x1", 0, .notANumber), ("1.5", 0, .tooManyDecimals),
            ("1.55", 1, .tooManyDecimals), ("1.01", 1, .tooManyDecimals),
            ("9007199254740992", 0, .outOfRange), ("-9007199254740992", 0, .outOfRange),
            ("900719925474099.2", 1, .outOfRange), ("900719925474100", 1, .outOfRange),
            ("99999999999999999999999999", 0, .outOfRange), ("9007199254740991", 6, .outOfRange),
        ] as [(String, Int, FixedDecimal.Failure)]
    )
    func `other text is refused, and why`(
        text: String,
        decimals: Int,
        failure: FixedDecimal.Failure
    ) {
        let error = #expect(throws: FixedDecimal.Failure.self) {
            try FixedDecimal.scaled(parsing: text.utf8, decimals: decimals)
        }

        #expect(error == failure)
    }

    @Test(
        arguments: [
            (0, 0, "0"), (0, 2, "0.00"), (5, 1, "0.5"), (-5, 2, "-0.05"), (110, 1, "11.0"),
            (-1, 6, "-0.000001"), (123_456, 3, "123.456"), (.max, 0, "9223372036854775807"),
            (.min, 0, "-9223372036854775808"), (.min, 6, "-9223372036854.775808"),
        ] as [(Int64, Int, String)]
    )
    func `a scaled integer is printed with all its decimals`(
        scaled: Int64,
        decimals: Int,
        text: String
    ) {
        #expect(FixedDecimal.text(scaled, decimals: decimals) == text)
    }

    @Test func `text is appended, with the separator that is asked for`() {
        var bytes = Array("a;".utf8)

        FixedDecimal.append(-1_234, decimals: 1, separator: UInt8(ascii: ","), to: &bytes)

        #expect(String(decoding: bytes, as: UTF8.self) == "a;-123,4")
    }
}
