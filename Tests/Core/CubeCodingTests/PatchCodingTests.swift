import CubeCoding
import StatisticsModel
import Testing

/// Patches worked out by hand from the description of the format.
@Suite struct PatchCodingTests {
    private static let quarters = Chunk(
        columns: 4,
        [
            [Cell(scaled: 100), Cell(scaled: 101), .suppressed],
            [
                Cell(scaled: 98), Cell(without: .notAvailable), Cell(without: .notApplicable),
                Cell(without: .redacted),
            ],
        ]
    )

    private static let months = Chunk(
        columns: 12,
        [[Cell(scaled: 10), Cell(scaled: 11)], [Cell(scaled: 20), .suppressed], []]
    )

    private static let samples: [(previous: Chunk, current: Chunk, hex: String)] = [
        (quarters, quarters, "010001 00 00 00"),
        (Chunk(rows: 2, columns: 10), Chunk(rows: 2, columns: 10), "010001 00 00 00"),
        // A revised value, a withheld one that is shown, one withheld, a column that is lost.
        (
            quarters,
            Chunk(
                columns: 4,
                [
                    [Cell(scaled: 100), Cell(scaled: 103), Cell(scaled: 7)],
                    [.suppressed, Cell(without: .notAvailable), Cell(without: .notApplicable)],
                ]
            ),
            "010001 08 00 0404 03000e 0501 00"
        ),
        // The next month: each value beside the one before it or, without one, below the last.
        (
            months,
            Chunk(
                columns: 12,
                [
                    [Cell(scaled: 10), Cell(scaled: 11), Cell(scaled: 12)],
                    [Cell(scaled: 20), .suppressed, Cell(scaled: 21)],
                    [.absent, .absent, Cell(scaled: 40)],
                ]
            ),
            "010001 00 04 00 0708 48a6"
        ),
        // The first year of a decade.
        (
            Chunk(rows: 2, columns: 10),
            Chunk(columns: 10, [[Cell(scaled: 3)], [Cell(scaled: 3)]]),
            "010001 00 01 00 08 5d"
        ),
        // All statuses that a cell may get.
        (
            Chunk(
                columns: 4,
                [[CellStatus](repeating: .value, count: 4)]
                    .map { row in
                        row.map { _ in Cell(scaled: 1) }
                    } + [[Cell](repeating: Cell(scaled: 1), count: 4)]
            ),
            Chunk(
                columns: 4,
                [
                    [
                        .absent, Cell(without: .notAvailable), Cell(without: .notApplicable),
                        Cell(without: .redacted),
                    ],
                    [Cell](repeating: Cell(scaled: 1), count: 4),
                ]
            ),
            "010001 00 00 03ff 0302 0303 0304 00"
        ),
    ]

    @Test(arguments: samples.indices)
    func `a patch has the bytes that the format tells`(_ index: Int) {
        let sample = Self.samples[index]

        let bytes = ChunkCodec.patch(from: sample.previous, to: sample.current)

        #expect(bytes == [UInt8](hex: sample.hex))
    }

    @Test(arguments: samples.indices)
    func `a patch's bytes lead to its chunk`(_ index: Int) throws {
        let (previous, current, hex) = Self.samples[index]

        let decoded = try ChunkCodec.chunk(
            decoding: ChunkCodec.keyframe(of: previous),
            patches: [[UInt8](hex: hex)],
            rows: previous.rows,
            columns: previous.columns
        )

        #expect(decoded == current)
    }

    @Test(arguments: [
        ("010000 00 00 00", "no patch"),
        ("010001 00 00", "the bytes end too early"),
        ("010001 00 01 00", "a column that had cells is told as new"),
        ("010001 10 00 00", "a column too many"),
        ("010001 00 00 12", "a change beyond the chunk's end"),
        ("010001 00 00 01", "a change beyond the chunk's end"),
        ("010001 00 00 0305", "an unknown status"),
        ("010001 00 00 0602", "a revised value where there was none"),
        ("010001 00 00 00 00", "bytes after the patch's end"),
    ])
    func `bytes that are no patch on the version are refused, and why`(
        hex: String,
        reason: String
    ) {
        let keyframe = ChunkCodec.keyframe(of: Self.quarters)

        let error = #expect(throws: ChunkError.self) {
            try ChunkCodec.chunk(
                decoding: keyframe,
                patches: [[UInt8](hex: hex)],
                rows: 2,
                columns: 4
            )
        }

        #expect(error == .malformed(reason))
    }

    @Test func `a forged change in a new column leaves no value behind a status`() throws {
        let keyframe = ChunkCodec.keyframe(of: Chunk(rows: 1, columns: 4))
        let patch = [UInt8](hex: "010001 00 01 03000a 00 01")

        let chunk = try ChunkCodec.chunk(
            decoding: keyframe,
            patches: [patch],
            rows: 1,
            columns: 4
        )

        #expect(chunk == Chunk(columns: 4, [[.suppressed]]))
    }
}
