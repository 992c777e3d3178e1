import Testing

@testable import Tallies

@Suite struct FractionTests {
    @Test(
        arguments: [
            (1, 2, 0, 1), (-1, 2, 0, -1), (1, 3, 0, 0), (-2, 3, 0, -1), (5, 4, 1, 13),
            (-5, 4, 1, -13), (0, 7, 6, 0), (2, 3, 6, 666_667), (7, 1, 2, 700),
        ] as [(Int128, Int128, Int, Int64)]
    )
    func `rounds half away from zero`(
        numerator: Int128,
        denominator: Int128,
        decimals: Int,
        expected: Int64
    ) {
        let fraction = Fraction(numerator: numerator, denominator: denominator)

        #expect(fraction.rounded(decimals: decimals) == expected)
    }

    @Test func `wide and narrow integers round alike`() {
        // The factor makes both parts too wide for 64 bits.
        let factor = Int128(1) << 70
        for numerator in -40...40 as ClosedRange<Int128> {
            let narrow = Fraction(numerator: numerator, denominator: 16)
            let wide = Fraction(numerator: numerator * factor, denominator: 16 * factor)

            #expect(wide.rounded(decimals: 1) == narrow.rounded(decimals: 1))
        }
    }

    @Test func `sums and quotients are exact`() {
        let third = Fraction(numerator: 1, denominator: 3)
        let half = Fraction(numerator: 1, denominator: 2)

        #expect(third.plus(half).rounded(decimals: 6) == 833_333)
        #expect(third.divided(by: half, times: 3).rounded(decimals: 6) == 2_000_000)
        #expect(
            half.divided(by: Fraction(numerator: -1, denominator: 4), times: 1)
                .rounded(decimals: 0) == -2
        )
    }

    @Test func `nothing comes of dividing by zero`() {
        let zero = Fraction(numerator: 0, denominator: 5)
        let one = Fraction(numerator: 1, denominator: 1)

        #expect(one.divided(by: zero, times: 100).rounded(decimals: 0) == nil)
        #expect(one.plus(.none) == .none)
        #expect(Fraction.none.divided(by: one, times: 1) == .none)
    }

    @Test func `products of large parts are brought to lowest terms`() {
        let days = Fraction(numerator: 5_000_000_000_000_000, denominator: 377_580 * 12)
        let hours = Fraction(numerator: 3_000_000_000_000, denominator: 16_033 * 12)

        let quotient = days.divided(by: hours, times: 100).divided(by: days, times: 1)

        // 100 / hours, with hours of 15,592,839.7…
        #expect(quotient.rounded(decimals: 6) == 6)
    }
}
