import StatisticsModel
import Testing

@testable import CubeCoding

@Suite struct ChunkChecksumTests {
    @Test(
        arguments: [
            ([], 0),
            (Array("a".utf8), 0xC1D0_4330),
            (Array("123456789".utf8), 0xE306_9283),
            ([UInt8](repeating: 0, count: 32), 0x8A91_36AA),
            ([UInt8](repeating: 0xFF, count: 32), 0x62A8_AB43),
            (Array(0..<32), 0x46DD_794E),
            (Array((0..<32).reversed()), 0x113F_DB5C),
        ] as [([UInt8], UInt32)]
    )
    func `the check is that of RFC 3720`(bytes: [UInt8], expected: UInt32) {
        var check = CRC32C()

        check.update(bytes)

        #expect(check.value == expected)
    }

    @Test(arguments: 0...40)
    func `bytes may come in pieces`(cut: Int) {
        let bytes = (0..<40).map { UInt8($0 * 37 & 255) }
        var whole = CRC32C()
        whole.update(bytes)
        var first = CRC32C()
        first.update(Array(bytes[..<cut]))
        var second = CRC32C(after: first.value)

        second.update(Array(bytes[cut...]))

        #expect(second.value == whole.value)
    }

    @Test func `a checksum is that of the key's line and the blob`() {
        let key = ChunkKey(plane: .sample(), block: 3, span: 2_026)
        let line =
            "y25i01/areaByBenefitGroup/fulltimePersons/M/"
            + String(repeating: "07", count: 32) + " 3 2026 41\n"
        var expected = CRC32C()
        expected.update(Array(line.utf8) + [1, 2, 3])

        let checksum = ChunkChecksum.crc32c(of: [1, 2, 3], key: key, sequence: 41)
        let seeded = ChunkChecksum.crc32c(
            of: [1, 2, 3],
            seed: ChunkChecksum.seed(of: key),
            sequence: 41
        )

        #expect(checksum == expected.value)
        #expect(seeded == expected.value)
    }

    @Test func `another place, sequence or blob has another checksum`() {
        let plane = PlaneKey.sample()
        let key = ChunkKey(plane: plane, block: 1, span: 2_026)
        let elsewhere = [
            ChunkKey(plane: plane, block: 2, span: 2_026),
            ChunkKey(plane: plane, block: 1, span: 2_025),
            ChunkKey(plane: .sample(layout: 8), block: 1, span: 2_026),
        ]

        let checksums =
            [
                ChunkChecksum.crc32c(of: [9], key: key, sequence: 1),
                ChunkChecksum.crc32c(of: [9], key: key, sequence: 2),
                ChunkChecksum.crc32c(of: [8], key: key, sequence: 1),
            ] + elsewhere.map { ChunkChecksum.crc32c(of: [9], key: $0, sequence: 1) }

        #expect(Set(checksums).count == 6)
    }
}
