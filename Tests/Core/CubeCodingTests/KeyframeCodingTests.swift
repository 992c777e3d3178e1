import CubeCoding
import StatisticsModel
import Testing

/// Keyframes worked out by hand from the description of the format.
@Suite struct KeyframeCodingTests {
    private static let samples: [(chunk: Chunk, hex: String)] = [
        // Nothing but the header, the shape and an empty mask.
        (Chunk(rows: 3, columns: 12), "010000 03 0c 00"),
        // Every status; 100 and 101, then 98 relative to the 100 above.
        (
            Chunk(
                columns: 4,
                [
                    [Cell(scaled: 100), Cell(scaled: 101), .suppressed, .absent],
                    [
                        Cell(scaled: 98), Cell(without: .notAvailable),
                        Cell(without: .notApplicable), Cell(without: .redacted),
                    ],
                ]
            ),
            "010000 02 04 0f 08010500020304 00000000 c08845"
        ),
        // Twelve true zeros are one run of statuses and one of values.
        (
            Chunk(columns: 12, [[Cell](repeating: Cell(scaled: 0), count: 12)]),
            "010000 01 0c ff1f 58 00000000 790b"
        ),
        // One column of ten, in the first and in the second group of 32 rows.
        (
            Chunk(
                columns: 10,
                [[Cell](repeating: .absent, count: 9) + [Cell(scaled: 1_000)]]
                    + [[Cell]](repeating: [], count: 31)
                    + [[Cell](repeating: .absent, count: 9) + [Cell(scaled: -1)]]
            ),
            "010000 21 0a 8004 00f50100 00000000 02000000 c79081"
        ),
        // Differences wrap round.
        (
            Chunk(columns: 4, [[Cell(scaled: .max), Cell(scaled: .min), Cell(scaled: 0)]]),
            "010000 01 04 07 10 00000000 fffeffffffffffffff 82 ffffffffffffffffff"
        ),
        // Withheld cells alone have no directory and no token.
        (
            Chunk(columns: 4, [[.suppressed], [.suppressed]]),
            "010000 02 04 01 09"
        ),
    ]

    @Test(arguments: samples.indices)
    func `a keyframe has the bytes that the format tells`(_ index: Int) {
        let sample = Self.samples[index]

        let bytes = ChunkCodec.keyframe(of: sample.chunk)

        #expect(bytes == [UInt8](hex: sample.hex))
    }

    @Test(arguments: samples.indices)
    func `a keyframe's bytes give its chunk`(_ index: Int) throws {
        let (chunk, hex) = Self.samples[index]

        let decoded = try ChunkCodec.chunk(
            decoding: [UInt8](hex: hex),
            patches: [],
            rows: chunk.rows,
            columns: chunk.columns
        )

        #expect(decoded == chunk)
    }

    @Test(arguments: [
        ("", "the bytes end too early"),
        ("02", "an unknown format"),
        ("0101", "an unknown codec"),
        ("010001", "no keyframe"),
        ("010000 02 04 00", "a keyframe of another shape"),
        ("010000 01 05 00", "a keyframe of another shape"),
        ("010000 01 04 10", "a column too many"),
        ("010000 01 04 00 00", "bytes after the keyframe's end"),
        ("010000 01 04 01 08", "a run of statuses is too long"),
        ("010000 01 04 01 06", "an unknown status 6"),
        ("010000 01 04 01 07", "an unknown status 7"),
        ("010000 01 04 01 00 0000", "the bytes end too early"),
        ("010000 01 04 01 00 01000000 81", "a group begins elsewhere than the directory says"),
        ("010000 01 04 01 00 00000000 7a", "an unknown token 122"),
        ("010000 01 04 01 00 00000000 45", "more values than cells that have one"),
        ("010000 01 04 01 00 00000000 7901", "more values than cells that have one"),
        ("010000 01 04 01 00 00000000 ff0000", "the bytes end too early"),
        ("010000 ffffffffffffffffffff7f 04 00", "a number has over 64 bits"),
    ])
    func `bytes that are no keyframe of the shape are refused, and why`(
        hex: String,
        reason: String
    ) {
        let bytes = [UInt8](hex: hex)

        let error = #expect(throws: ChunkError.self) {
            try ChunkCodec.chunk(decoding: bytes, patches: [], rows: 1, columns: 4)
        }

        #expect(error == .malformed(reason))
    }
}
