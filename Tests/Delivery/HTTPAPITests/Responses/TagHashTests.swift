import StatisticsFixtures
import StatisticsModel
import Testing

@testable import HTTPAPI

@Suite struct TagHashTests {
    @Test func `a hash is 32 digits, the same for the same parts`() {
        let hash = TagHash.hex(of: ["area", "DK"])

        #expect(hash.count == 32)
        #expect(hash.allSatisfy { $0.isHexDigit && !$0.isUppercase })
        #expect(hash == TagHash.hex(of: ["area", "DK"]))
    }

    @Test func `order, content and where a part ends count`() {
        let all: [[String]] = [
            ["area", "DK"], ["DK", "area"], ["areaDK"], ["are", "aDK"], ["area", "DK", ""],
            ["", "area", "DK"], [], [""], ["area", "dk"],
        ]

        #expect(Set(all.map { TagHash.hex(of: $0) }).count == all.count)
    }

    @Test func `one other bit makes another hash`() {
        var random = SeededRandom(seed: 20_261_119)
        let bytes = (0..<512).map { _ in UInt8.random(in: 0...255, using: &random) }
        var hashes: Set = [TagHash.hex(of: [bytes])]

        for bit in 0..<(bytes.count * 8) {
            var changed = bytes
            changed[bit / 8] ^= 1 << UInt8(bit % 8)
            hashes.insert(TagHash.hex(of: [changed]))
        }

        #expect(hashes.count == bytes.count * 8 + 1, "seed 20261119")
    }
}
