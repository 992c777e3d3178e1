/// One exact number, or none, for each row and period.
struct FractionTable: Sendable {
    /// How the numbers are kept: most have one denominator, and need no wide integers.
    private enum Numbers: Sendable {
        case over(Int64, [Int64])
        case each([Fraction])
    }

    private var numbers: Numbers
    private var isPresent: [Bool]

    /// Makes a table of whole numbers over one positive denominator.
    init(_ numerators: [Int64], over denominator: Int64) {
        numbers = .over(denominator, numerators)
        isPresent = [Bool](repeating: true, count: numerators.count)
    }

    private init(_ fractions: [Fraction]) {
        numbers = .each(fractions)
        isPresent = fractions.map { $0.denominator != 0 }
    }

    /// Makes a number none.
    mutating func remove(at place: Int) {
        isPresent[place] = false
    }

    /// Returns what an operation makes of the numbers of two tables at each place.
    func combined(
        with other: FractionTable,
        by operation: (Fraction, Fraction) -> Fraction
    ) -> FractionTable {
        FractionTable(isPresent.indices.map { operation(self[$0], other[$0]) })
    }

    /// Returns what an operation makes of the number at each place.
    func mapped(by operation: (_ place: Int, Fraction) -> Fraction) -> FractionTable {
        FractionTable(isPresent.indices.map { operation($0, self[$0]) })
    }

    /// Returns the numbers times ten to `decimals`, rounded half away from zero.
    func rounded(decimals: Int) -> CubeFigures.Values {
        var scaled = [Int64](repeating: 0, count: isPresent.count)
        if case .over(1, let whole) = numbers, decimals == 0 {
            for place in scaled.indices where isPresent[place] { scaled[place] = whole[place] }
        } else {
            for place in scaled.indices where isPresent[place] {
                scaled[place] = self[place].rounded(decimals: decimals) ?? 0
            }
        }
        return CubeFigures.Values(scaled: scaled, isPresent: isPresent)
    }

    private subscript(place: Int) -> Fraction {
        guard isPresent[place] else { return .none }
        return switch numbers {
        case .over(let denominator, let numerators):
            Fraction(numerator: Int128(numerators[place]), denominator: Int128(denominator))
        case .each(let fractions): fractions[place]
        }
    }
}
