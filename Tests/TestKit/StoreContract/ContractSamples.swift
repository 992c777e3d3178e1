public import CubeCoding
internal import StatisticsFixtures
internal import StatisticsModel

extension PlaneKey {
    /// Planes of all lengths of period, of two cubes and of two layouts.
    public static let samples: [PlaneKey] = [
        sample("areaByGender", "persons", .month, layout: 1),
        sample("areaByGender", "persons", .quarter, layout: 1),
        sample("areaByGender", "persons", .movingYear, layout: 1),
        sample("areaByGender", "persons", .year, layout: 1),
        sample("countryByGenderAge", "pctWorkforce", .month, layout: 2),
        sample("countryByGenderAge", "pctWorkforce", .month, layout: 3),
    ]

    private static func sample(
        _ cube: StaticString,
        _ measure: StaticString,
        _ type: PeriodType,
        layout: UInt8
    ) -> PlaneKey {
        PlaneKey(
            indicator: Code("y01a02"),
            cube: Code(cube),
            measure: Code(measure),
            periodType: type,
            layout: .filled(with: layout)
        )
    }
}

extension ChunkKey {
    /// Two blocks by two spans of each sample plane.
    public static let samples: [ChunkKey] = PlaneKey.samples.flatMap { plane in
        let first = Period(type: plane.periodType, year: 2_025, number: 1)?.span ?? 0
        return [0, 1]
            .flatMap { block in
                [first, first + 1].map { ChunkKey(plane: plane, block: block, span: $0) }
            }
    }
}

extension Chunk {
    /// How many rows sample chunks have.
    public static let sampleRows = 40

    /// A chunk of a key's shape, filled with random cells of every status.
    public static func sample(
        for key: ChunkKey,
        using random: inout some RandomNumberGenerator
    ) -> Chunk {
        var chunk = Chunk(rows: sampleRows, columns: key.plane.periodType.columnsPerSpan)
        for row in 0..<chunk.rows {
            for column in 0..<chunk.columns {
                chunk[row, column] = .sample(using: &random)
            }
        }
        return chunk
    }

    /// The chunk with a few cells changed, or all of them gone.
    public func revised(using random: inout some RandomNumberGenerator) -> Chunk {
        guard Int.random(in: 0..<20, using: &random) > 0 else {
            return Chunk(rows: rows, columns: columns)
        }
        var chunk = self
        for _ in 0..<Int.random(in: 1...6, using: &random) {
            let row = Int.random(in: 0..<rows, using: &random)
            let column = Int.random(in: 0..<columns, using: &random)
            chunk[row, column] = .sample(using: &random)
        }
        return chunk
    }
}

extension Cell {
    /// A number, or a cell of any status.
    fileprivate static func sample(using random: inout some RandomNumberGenerator) -> Cell {
        let status = CellStatus.allCases.randomElement(using: &random) ?? .absent
        guard status != .value, Bool.random(using: &random) else {
            return Cell(scaled: Int64.random(in: -3...90_000, using: &random))
        }
        return Cell(without: status)
    }
}
