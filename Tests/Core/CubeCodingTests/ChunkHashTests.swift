import CubeCoding
import StatisticsModel
import Testing

@Suite struct ChunkHashTests {
    @Test func `a chunk's hash is that of its line, its integers and its statuses`() {
        let chunk = Chunk(columns: 2, [[Cell(scaled: 258), .suppressed], [Cell(scaled: -1)]])
        let key = ChunkKey(plane: .sample(), block: 3, span: 2_026)
        let line = "cellchunk-1 \(key.plane) 3 2026 2 2\n"
        let scaled = "0201000000000000 0000000000000000 ffffffffffffffff 0000000000000000"

        let hash = ChunkHash.hash(of: chunk, key: key)

        let content = Array(line.utf8) + [UInt8](hex: scaled) + [0, 1, 0, 255]
        #expect(hash == ContentHash(sha256: content))
    }

    @Test func `a true zero, a withheld cell and no cell are told apart`() {
        let key = ChunkKey(plane: .sample(), block: 0, span: 2_026)
        let cells = CellStatus.allCases.map { $0 == .value ? Cell(scaled: 0) : Cell(without: $0) }

        let hashes = cells.map { ChunkHash.hash(of: Chunk(columns: 4, [[$0]]), key: key) }

        #expect(Set(hashes).count == cells.count)
    }

    @Test func `a plane's hash is that of a line for each chunk`() {
        let chunks = [
            (block: 0, span: 2_025, hash: ContentHash(sha256: [1])),
            (block: 2, span: 2_026, hash: ContentHash(sha256: [2])),
        ]

        let root = PlaneRoot.hash(of: chunks)

        let text = "cellplane-1\n0 2025 \(chunks[0].hash)\n2 2026 \(chunks[1].hash)\n"
        #expect(root == ContentHash(sha256: Array(text.utf8)))
    }

    @Test func `a release's chain is that of its line, after the one before`() {
        let id = SnapshotID(date: CivilDate(daysSinceEpoch: 0), number: 2)
        let root = ContentHash(sha256: [5])
        let release = Instant(secondsSinceEpoch: 7 * 3_600)
        let zeros = String(repeating: "0", count: 64)

        let first = ReleaseChain.hash(
            after: nil,
            sequence: 1,
            id: id,
            root: root,
            releaseAt: release
        )
        let second = ReleaseChain.hash(
            after: first,
            sequence: 2,
            id: id,
            root: root,
            releaseAt: release
        )

        let tail = "1970-01-01.2 \(root) 1970-01-01T07:00:00Z"
        #expect(first == ContentHash(sha256: Array("release-chain 1 \(zeros) 1 \(tail)".utf8)))
        #expect(second == ContentHash(sha256: Array("release-chain 1 \(first) 2 \(tail)".utf8)))
    }
}
