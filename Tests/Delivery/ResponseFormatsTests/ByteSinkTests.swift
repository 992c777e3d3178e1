import StatisticsFixtures
import Testing

@testable import ResponseFormats

/// That pieces are the bytes, wherever they are cut.
@Suite struct ByteSinkTests {
    private static let largestPiece = 64 << 10

    @Test(arguments: 1...6)
    func `pieces together are what was written`(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        var sink = ByteSink()
        var (written, pieces): ([UInt8], [[UInt8]]) = ([], [])

        for _ in 0..<40 {
            let count = Int.random(
                in: 0..<(1 << Int.random(in: 1...18, using: &random)),
                using: &random
            )
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ count) }
            written += bytes
            sink.bytes += bytes
            let isDue = sink.isFull || Bool.random(using: &random)
            if isDue { try await sink.flush { pieces.append($0) } }
        }
        try await sink.flush { pieces.append($0) }

        #expect(pieces.flatMap(\.self) == written, "seed \(seed)")
        #expect(pieces.allSatisfy { (1...Self.largestPiece).contains($0.count) }, "seed \(seed)")
        #expect(sink.bytes.isEmpty)
    }

    @Test func `nothing is no piece`() async throws {
        var sink = ByteSink()
        var count = 0

        try await sink.flush { _ in count += 1 }

        #expect(count == 0)
        #expect(!sink.isFull)
    }

    @Test func `a reader's error comes through`() async {
        struct Gone: Error {}
        var sink = ByteSink()
        sink.bytes = [1]

        await #expect(throws: Gone.self) {
            try await sink.flush { _ in throw Gone() }
        }
    }
}
