import CubeCoding
import StatisticsFixtures
import StatisticsModel
import Testing

/// Bytes that nobody encoded: an error or a sound chunk of the wanted shape, never a crash.
@Suite struct ChunkCodecFuzzTests {
    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `random bytes give an error or a sound chunk`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for round in 0..<2_000 {
            let columns = [12, 4, 10].randomElement(using: &random) ?? 12
            let rows = Int.random(in: 1...40, using: &random)
            let shape: [UInt8] = [UInt8(rows), UInt8(columns)]
            let keyframe = [1, 0, 0] + shape + Self.noise(using: &random)
            let patch = [1, 0, 1] + Self.noise(using: &random)
            let empty = ChunkCodec.keyframe(of: Chunk(rows: rows, columns: columns))

            let chunks = [
                Self.decode(keyframe, patches: [], rows: rows, columns: columns),
                Self.decode(empty, patches: [patch], rows: rows, columns: columns),
                Self.decode(patch, patches: [keyframe], rows: rows, columns: columns),
            ]

            #expect(
                chunks.allSatisfy { $0?.isSound(rows: rows, columns: columns) ?? true },
                "seed \(seed), round \(round)"
            )
        }
    }

    @Test(arguments: [5, 6, 7, 8] as [UInt64])
    func `flipped bits and lost ends give an error or a sound chunk`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for round in 0..<500 {
            let columns = [12, 4, 10].randomElement(using: &random) ?? 12
            let rows = Int.random(in: 1...70, using: &random)
            let chunk = Chunk.random(rows: rows, columns: columns, using: &random)
            let keyframe = ChunkCodec.keyframe(of: chunk)
            let patch = ChunkCodec.patch(from: chunk, to: chunk.revised(using: &random))

            let chunks = [
                Self.decode(
                    Self.damaged(keyframe, using: &random),
                    patches: [patch],
                    rows: rows,
                    columns: columns
                ),
                Self.decode(
                    keyframe,
                    patches: [Self.damaged(patch, using: &random)],
                    rows: rows,
                    columns: columns
                ),
            ]

            #expect(
                chunks.allSatisfy { $0?.isSound(rows: rows, columns: columns) ?? true },
                "seed \(seed), round \(round)"
            )
        }
    }

    @Test(arguments: [9, 10] as [UInt64])
    func `every lost end of a blob is noticed`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let chunk = Chunk.random(rows: 50, columns: 12, using: &random)
        let keyframe = ChunkCodec.keyframe(of: chunk)
        let patch = ChunkCodec.patch(from: chunk, to: chunk.revised(using: &random))

        let survivors =
            keyframe.indices.filter { end in
                Self.decode(Array(keyframe[..<end]), patches: [], rows: 50, columns: 12) != nil
            }
            + patch.indices.filter { end in
                let part = Array(patch[..<end])
                return Self.decode(keyframe, patches: [part], rows: 50, columns: 12) != nil
            }

        #expect(survivors.isEmpty, "seed \(seed)")
    }

    /// The chunk, or `nil` where the bytes were refused.
    private static func decode(
        _ keyframe: [UInt8],
        patches: [[UInt8]],
        rows: Int,
        columns: Int
    ) -> Chunk? {
        try? ChunkCodec.chunk(decoding: keyframe, patches: patches, rows: rows, columns: columns)
    }

    private static func noise(using random: inout SeededRandom) -> [UInt8] {
        let mildness = UInt8.random(in: 0...7, using: &random)
        return (0..<Int.random(in: 0...80, using: &random))
            .map { _ in
                UInt8.random(in: 0...255 >> mildness, using: &random)
            }
    }

    private static func damaged(_ bytes: [UInt8], using random: inout SeededRandom) -> [UInt8] {
        var damaged = bytes
        for _ in 0..<Int.random(in: 1...3, using: &random) {
            let index = Int.random(in: bytes.indices, using: &random)
            damaged[index] ^= 1 << UInt8.random(in: 0..<8, using: &random)
        }
        guard Int.random(in: 0..<4, using: &random) == 0 else { return damaged }
        return Array(damaged.prefix(Int.random(in: 0...damaged.count, using: &random)))
    }
}

extension Chunk {
    fileprivate func isSound(rows: Int, columns: Int) -> Bool {
        self.rows == rows && self.columns == columns && isSound
    }
}
