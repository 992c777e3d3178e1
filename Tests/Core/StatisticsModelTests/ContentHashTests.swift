import StatisticsFixtures
import StatisticsModel
import Testing

@Suite struct ContentHashTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `a hash's bytes and text lead back to it, in order`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let hashes = try (0..<50)
            .map { _ in
                let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
                let hash = try #require(ContentHash(bytes: bytes))
                #expect(hash.bytes == bytes, "seed \(seed)")
                #expect(ContentHash(hex: hash.description) == hash, "seed \(seed)")
                #expect(ContentHash(hex: hash.description.uppercased()) == hash, "seed \(seed)")
                return hash
            }

        let texts = hashes.sorted().map(\.description)

        #expect(texts == texts.sorted(), "seed \(seed)")
    }

    @Test(arguments: [0, 31, 33])
    func `other numbers of bytes are no hash`(count: Int) {
        #expect(ContentHash(bytes: [UInt8](repeating: 1, count: count)) == nil)
    }

    @Test(arguments: [
        "", String(repeating: "a", count: 63), String(repeating: "a", count: 65),
        String(repeating: "a", count: 63) + "g", String(repeating: "é", count: 32),
        " " + String(repeating: "a", count: 63),
    ])
    func `other text is no hash`(text: String) {
        #expect(ContentHash(hex: text) == nil)
    }
}
