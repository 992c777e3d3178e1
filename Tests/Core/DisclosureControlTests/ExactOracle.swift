/// What follows from known sums: exact linear algebra modulo a prime, written for the tests.
struct ExactOracle {
    private static let prime = 1_000_000_007

    /// Known combinations in reduced form, each with its first column.
    private var basis: [Int: [Int: Int]] = [:]

    /// Learns that a combination of unknowns is known.
    mutating func learn(_ combination: [Int: Int]) {
        let rest = reduced(combination)
        guard let column = rest.keys.min(), let lead = rest[column] else { return }
        let inverse = Self.power(lead, Self.prime - 2)
        basis[column] = rest.mapValues { $0 * inverse % Self.prime }
    }

    /// Whether the value of a combination follows from what is known.
    func settles(_ combination: [Int: Int]) -> Bool { reduced(combination).isEmpty }

    private func reduced(_ combination: [Int: Int]) -> [Int: Int] {
        var rest = combination.mapValues { ($0 % Self.prime + Self.prime) % Self.prime }
        var done: [Int: Int] = [:]
        while let column = rest.keys.min(), let factor = rest[column] {
            guard let row = basis[column] else {
                done[column] = rest.removeValue(forKey: column)
                continue
            }
            for (key, value) in row {
                let sum = ((rest[key] ?? 0) + (Self.prime - factor) * value) % Self.prime
                rest[key] = sum == 0 ? nil : sum
            }
        }
        return done
    }

    private static func power(_ base: Int, _ exponent: Int) -> Int {
        var (result, base, exponent) = (1, base, exponent)
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }
}
