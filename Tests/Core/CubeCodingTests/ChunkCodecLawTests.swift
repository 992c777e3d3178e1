import CubeCoding
import StatisticsFixtures
import StatisticsModel
import Testing

@Suite struct ChunkCodecLawTests {
    @Test(arguments: [1, 2, 3, 4, 5, 6, 7, 8] as [UInt64])
    func `what is encoded is decoded, through chains of up to eight patches`(
        seed: UInt64
    ) throws {
        var random = SeededRandom(seed: seed)
        for round in 0..<25 {
            let rows = Int.random(in: 1...100, using: &random)
            let columns = [12, 4, 10, 1, 16].randomElement(using: &random) ?? 12
            var chunk = Chunk.random(rows: rows, columns: columns, using: &random)
            let keyframe = ChunkCodec.keyframe(of: chunk)
            var patches: [[UInt8]] = []
            for depth in 0...8 {
                let decoded = try ChunkCodec.chunk(
                    decoding: keyframe,
                    patches: patches,
                    rows: rows,
                    columns: columns
                )

                #expect(decoded == chunk, "seed \(seed), round \(round), depth \(depth)")
                let next = chunk.revised(using: &random)
                patches.append(ChunkCodec.patch(from: chunk, to: next))
                chunk = next
            }
        }
    }

    @Test(arguments: [Int64.min, -1, 0, 1, 9_007_199_254_740_991, .max], [1, 31, 32, 33, 1_024])
    func `a full chunk comes back, whatever the value`(value: Int64, rows: Int) throws {
        let line = (0..<12).map { Cell(scaled: $0.isMultiple(of: 2) ? value : ~value) }
        let chunk = Chunk(columns: 12, [[Cell]](repeating: line, count: rows))

        let decoded = try ChunkCodec.chunk(
            decoding: ChunkCodec.keyframe(of: chunk),
            patches: [],
            rows: rows,
            columns: 12
        )

        #expect(decoded == chunk)
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func `a patch between equal chunks has six bytes`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let chunk = Chunk.random(rows: 70, columns: 12, using: &random)

        let patch = ChunkCodec.patch(from: chunk, to: chunk)

        #expect(patch == [1, 0, 1, 0, 0, 0], "seed \(seed)")
    }

    @Test(arguments: [21, 22, 23, 24] as [UInt64])
    func `counts and masks agree with the cells`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for columns in [4, 10, 12, 16] {
            let chunk = Chunk.random(rows: 40, columns: columns, using: &random)
            var count = 0
            var mask: UInt16 = 0
            for row in 0..<40 {
                for column in 0..<columns where chunk[row, column] != .absent {
                    count += 1
                    mask |= 1 << UInt16(column)
                }
            }

            #expect(chunk.cellCount == count, "seed \(seed)")
            #expect(chunk.columnMask == mask, "seed \(seed)")
        }
    }
}
