/// Finds which variables of a shape's equations have one solution only, by elimination.
///
/// One solution of the homogeneous equations is drawn, modulo a large prime. A variable that is
/// not settled is nonzero in it but for a chance of one in two thousand million; then it counts
/// as settled, which errs on the safe side.
struct RankAttack {
    private static let prime: UInt64 = 2_147_483_647

    private struct Row {
        var columns: [Int32]
        var factors: [UInt64]
    }

    private let cellCount: Int
    private var rows: [Row] = []
    private var users: [[Int32]]
    private var variables: [Int32] = []
    private var seed: UInt64 = 0x9E37_79B9_7F4A_7C15

    init(shape: ProtectionShape, variables isVariable: (Int) -> Bool) {
        cellCount = shape.cellCount
        var columns = [Int32](repeating: -1, count: shape.cellCount)
        for cell in 0..<shape.cellCount where isVariable(cell) {
            columns[cell] = Int32(variables.count)
            variables.append(Int32(cell))
        }
        users = [[Int32]](repeating: [], count: variables.count)
        for equation in 0..<shape.equationCount {
            let range =
                Int(
                    shape.equationStarts[equation]
                )..<Int(shape.equationStarts[equation + 1])
            var terms: [(Int32, UInt64)] = []
            for index in range {
                let cell = shape.equationCells[index]
                guard cell >= 0, columns[Int(cell)] >= 0 else { continue }
                terms.append((columns[Int(cell)], index == range.lowerBound ? Self.prime - 1 : 1))
            }
            guard !terms.isEmpty else { continue }
            terms.sort { $0.0 < $1.0 }
            for term in terms { users[Int(term.0)].append(Int32(rows.count)) }
            rows.append(Row(columns: terms.map(\.0), factors: terms.map(\.1)))
        }
    }

    /// Returns for each cell how far it moves in a solution drawn at random; 0 where it can't.
    mutating func moves() -> [UInt64] {
        var isActive = [Bool](repeating: true, count: rows.count)
        var order: [(pivot: Int32, row: Int)] = []
        while let row = shortest(isActive) {
            isActive[row] = false
            guard let pivot = rows[row].columns.min(by: isRarer) else { continue }
            order.append((pivot, row))
            for other in users[Int(pivot)] where isActive[Int(other)] {
                eliminate(pivot, from: Int(other), using: row)
            }
        }
        var values = [UInt64](repeating: 0, count: variables.count)
        let pivots = Set(order.map(\.pivot))
        for column in variables.indices where !pivots.contains(Int32(column)) {
            values[column] = draw()
        }
        for (pivot, row) in order.reversed() {
            var sum: UInt64 = 0
            var factor: UInt64 = 1
            for (column, coefficient) in zip(rows[row].columns, rows[row].factors) {
                if column == pivot {
                    factor = coefficient
                } else {
                    sum = (sum + coefficient * values[Int(column)]) % Self.prime
                }
            }
            values[Int(pivot)] = (Self.prime - sum) % Self.prime * Self.inverse(factor) % Self.prime
        }
        var moves = [UInt64](repeating: 0, count: cellCount)
        for (column, cell) in variables.enumerated() { moves[Int(cell)] = values[column] }
        return moves
    }

    private func isRarer(_ left: Int32, _ right: Int32) -> Bool {
        let (first, second) = (users[Int(left)].count, users[Int(right)].count)
        return first != second ? first < second : left < right
    }

    private func shortest(_ isActive: [Bool]) -> Int? {
        var best: Int?
        var length = Int.max
        for row in rows.indices where isActive[row] && rows[row].columns.count < length {
            best = row
            length = rows[row].columns.count
            if length <= 1 { break }
        }
        return best
    }

    private mutating func eliminate(_ pivot: Int32, from target: Int, using source: Int) {
        guard let place = rows[target].columns.firstIndex(of: pivot),
            let origin = rows[source].columns.firstIndex(of: pivot)
        else { return }
        let prime = Self.prime
        let ratio =
            (prime - rows[target].factors[place]) * Self.inverse(rows[source].factors[origin])
            % prime
        let (left, right) = (rows[target], rows[source])
        var sum = Row(columns: [], factors: [])
        var (first, second) = (0, 0)
        while first < left.columns.count || second < right.columns.count {
            let one = first < left.columns.count ? left.columns[first] : .max
            let two = second < right.columns.count ? right.columns[second] : .max
            var factor: UInt64 = 0
            if one <= two { factor += left.factors[first] }
            if two <= one { factor += ratio * right.factors[second] % prime }
            if factor % prime != 0 {
                sum.columns.append(min(one, two))
                sum.factors.append(factor % prime)
                if two < one { users[Int(two)].append(Int32(target)) }
            }
            if one <= two { first += 1 }
            if two <= one { second += 1 }
        }
        rows[target] = sum
    }

    private static func inverse(_ value: UInt64) -> UInt64 {
        if value == 1 || value == prime - 1 { return value }
        var result: UInt64 = 1
        var base = value
        var exponent = prime - 2
        while exponent > 0 {
            if exponent & 1 == 1 { result = result * base % prime }
            base = base * base % prime
            exponent >>= 1
        }
        return result
    }

    /// A number from 1 to below the prime; the same sequence each time.
    private mutating func draw() -> UInt64 {
        seed &+= 0x9E37_79B9_7F4A_7C15
        var mixed = seed
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return (mixed ^ (mixed >> 31)) % (Self.prime - 1) + 1
    }
}
