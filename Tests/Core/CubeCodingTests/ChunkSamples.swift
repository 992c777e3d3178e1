import CubeCoding
import StatisticsFixtures
import StatisticsModel

extension Chunk {
    /// A chunk from cells row by row; a missing cell is absent.
    init(columns: Int, _ cells: [[Cell]]) {
        self.init(rows: cells.count, columns: columns)
        for (row, line) in cells.enumerated() {
            for (column, cell) in line.enumerated() { self[row, column] = cell }
        }
    }

    /// A chunk of random cells: whole columns may be empty, runs are common, extremes happen.
    static func random(rows: Int, columns: Int, using random: inout SeededRandom) -> Chunk {
        var chunk = Chunk(rows: rows, columns: columns)
        let isExtreme = Int.random(in: 0..<6, using: &random) == 0
        let fill = Int.random(in: 0...10, using: &random)
        for column in 0..<columns where Int.random(in: 0..<8, using: &random) > 0 {
            for row in 0..<rows where Int.random(in: 0..<10, using: &random) < fill {
                chunk[row, column] = .random(isExtreme: isExtreme, using: &random)
            }
        }
        return chunk
    }

    /// The chunk after a revision: some cells differ, columns may come or go.
    func revised(using random: inout SeededRandom) -> Chunk {
        var chunk = self
        for _ in 0..<Int.random(in: 0...rows, using: &random) {
            let row = Int.random(in: 0..<rows, using: &random)
            let column = Int.random(in: 0..<columns, using: &random)
            let isExtreme = Int.random(in: 0..<20, using: &random) == 0
            chunk[row, column] = .random(isExtreme: isExtreme, using: &random)
        }
        guard Int.random(in: 0..<2, using: &random) == 0 else { return chunk }
        let column = Int.random(in: 0..<columns, using: &random)
        let isLost = Bool.random(using: &random)
        for row in 0..<rows {
            chunk[row, column] = isLost ? .absent : .random(isExtreme: false, using: &random)
        }
        return chunk
    }

    /// Whether every status is known and every cell without a value holds 0.
    var isSound: Bool {
        scaled.count == rows * columns && statuses.count == rows * columns
            && zip(statuses, scaled)
                .allSatisfy { status, scaled in
                    CellStatus(rawValue: status).map { $0 == .value || scaled == 0 } ?? false
                }
    }
}

extension Cell {
    /// A random cell of any status; a value is mostly small.
    static func random(isExtreme: Bool, using random: inout SeededRandom) -> Cell {
        let status = CellStatus.allCases.randomElement(using: &random) ?? .value
        guard status == .value || Bool.random(using: &random) else { return Cell(without: status) }
        if isExtreme {
            let extremes: [Int64] = [.min, .max, .min + 1, .max - 1, 0, -1, 1 << 32, 1 << 55]
            return Cell(scaled: extremes.randomElement(using: &random) ?? 0)
        }
        let width = Int64(1) << Int64.random(in: 0...20, using: &random)
        return Cell(scaled: Int64.random(in: -width...width, using: &random))
    }
}

extension [UInt8] {
    /// Bytes from hexadecimal digits; blanks are for the eye.
    init(hex: String) {
        let digits = hex.compactMap(\.hexDigitValue)
        self = stride(from: 0, to: digits.count - 1, by: 2)
            .map { index in
                UInt8(digits[index] << 4 | digits[index + 1])
            }
    }
}

extension PlaneKey {
    /// A plane of monthly figures.
    static func sample(layout: UInt8 = 7) -> PlaneKey {
        PlaneKey(
            indicator: Code("y25i01"),
            cube: Code("areaByBenefitGroup"),
            measure: Code("fulltimePersons"),
            periodType: .month,
            layout: .filled(with: layout)
        )
    }
}
