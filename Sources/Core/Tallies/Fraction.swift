/// An exact rational number, or none where something was divided by zero.
struct Fraction: Sendable, Equatable {
    /// The numerator.
    let numerator: Int128
    /// The denominator, positive; 0 where there is no number.
    let denominator: Int128

    /// No number.
    static let none = Fraction(numerator: 0, denominator: 0)

    /// Makes a fraction of a denominator that is not negative.
    init(numerator: Int128, denominator: Int128) {
        self.numerator = numerator
        self.denominator = denominator
    }

    /// Returns the sum.
    func plus(_ other: Fraction) -> Fraction {
        guard denominator != 0, other.denominator != 0 else { return .none }
        if denominator == other.denominator {
            return Fraction(numerator: numerator + other.numerator, denominator: denominator)
        }
        return Fraction(
            numerator: numerator * other.denominator + other.numerator * denominator,
            denominator: denominator * other.denominator
        )
        .reducedWhereLarge
    }

    /// Returns the quotient times a whole number; none when the divisor is zero.
    func divided(by other: Fraction, times factor: Int) -> Fraction {
        guard denominator != 0, other.denominator != 0, other.numerator != 0 else { return .none }
        let sign: Int128 = other.numerator < 0 ? -1 : 1
        if denominator == other.denominator {
            return Fraction(
                numerator: sign * numerator * Int128(factor),
                denominator: sign * other.numerator
            )
        }
        return Fraction(
            numerator: sign * numerator * other.denominator * Int128(factor),
            denominator: sign * denominator * other.numerator
        )
        .reducedWhereLarge
    }

    /// Returns the number times ten to `decimals`, rounded half away from zero; `nil` when there is
    /// no number.
    func rounded(decimals: Int) -> Int64? {
        guard denominator != 0 else { return nil }
        let power = Self.powersOfTen[decimals]
        if let small = Int64(exactly: numerator), let divisor = Int64(exactly: denominator),
            case (let scaled, false) = small.multipliedReportingOverflow(by: power)
        {
            return Self.rounded(scaled, over: divisor)
        }
        let scaled = numerator * Int128(power)
        let (quotient, rest) = scaled.quotientAndRemainder(dividingBy: denominator)
        let isUp = rest.magnitude >= denominator.magnitude - rest.magnitude
        return Int64(isUp ? quotient + (scaled < 0 ? -1 : 1) : quotient)
    }

    private static let powersOfTen: [Int64] = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000]

    private static func rounded(_ numerator: Int64, over denominator: Int64) -> Int64 {
        guard denominator != 1 else { return numerator }
        let (quotient, rest) = numerator.quotientAndRemainder(dividingBy: denominator)
        let isUp = rest.magnitude >= denominator.magnitude - rest.magnitude
        return isUp ? quotient + (numerator < 0 ? -1 : 1) : quotient
    }

    /// The same number in lowest terms once its parts are so large that products could overflow.
    private var reducedWhereLarge: Fraction {
        let bound = Int128(1) << 62
        guard numerator.magnitude > bound.magnitude || denominator > bound else { return self }
        var divisor = numerator.magnitude
        var rest = denominator.magnitude
        while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
        return Fraction(
            numerator: numerator / Int128(divisor),
            denominator: denominator / Int128(divisor)
        )
    }
}
