import CubeCoding
import StatisticsFixtures
import StatisticsModel
import Testing

@Suite struct PatchPolicyTests {
    @Test func `the first version is a keyframe`() {
        let chunk = Chunk(columns: 4, [[Cell(scaled: 1)]])

        let encoding = PatchPolicy.encoding(of: chunk, after: nil, depth: 0)

        #expect(encoding.depth == 0)
        #expect(encoding.bytes == ChunkCodec.keyframe(of: chunk))
    }

    @Test(arguments: 0...10)
    func `a small change is a patch until eight of them stand behind a keyframe`(depth: Int) {
        var random = SeededRandom(seed: 3)
        let line = { (0..<12).map { _ in Cell(scaled: .random(in: 0...999, using: &random)) } }
        let previous = Chunk(columns: 12, (0..<100).map { _ in line() })
        var current = previous
        current[50, 5] = .suppressed

        let encoding = PatchPolicy.encoding(of: current, after: previous, depth: depth)

        #expect(encoding.depth == (depth < 8 ? depth + 1 : 0))
    }

    @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
    func `a patch is chosen when it is below seven tenths of the keyframe`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        for round in 0..<100 {
            let rows = Int.random(in: 1...100, using: &random)
            let previous = Chunk.random(rows: rows, columns: 12, using: &random)
            let current =
                round.isMultiple(of: 4)
                ? Chunk.random(rows: rows, columns: 12, using: &random)
                : previous.revised(using: &random)
            let keyframe = ChunkCodec.keyframe(of: current)
            let patch = ChunkCodec.patch(from: previous, to: current)

            let encoding = PatchPolicy.encoding(of: current, after: previous, depth: 2)

            let isPatch = patch.count * 10 < keyframe.count * 7
            #expect(encoding.depth == (isPatch ? 3 : 0), "seed \(seed), round \(round)")
            #expect(encoding.bytes == (isPatch ? patch : keyframe), "seed \(seed), round \(round)")
        }
    }
}
