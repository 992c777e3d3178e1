import CubeCoding
import Foundation
import GRDB
import SnapshotStore
import StatisticsFixtures
import StatisticsModel
import StoreContract
import Testing

@testable import SQLiteStore

@Suite struct SQLiteSnapshotReaderTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `no statement walks through a table of chunks`() async throws {
        let (path, key) = try await stagedFile()
        let keys = [(key: key, plane: 1)]

        let chains = try plan(of: ChunkTable.chains(of: keys, at: 1), at: path)
        let versions = try plan(
            of: ChunkTable.versions(of: key.plane, numbered: 1, at: 1),
            at: path
        )
        let history = try plan(of: ChunkTable.history(of: key, plane: 1, through: 1), at: path)
        let changes = try plan(of: ChunkTable.changes(after: 0, through: 1), at: path)
        let document = try plan(of: DocumentTable.bytes(of: .filled(with: 1)), at: path)

        let seek = "(plane=? AND block=? AND span=? AND sequence"
        #expect(chains.contains { $0.hasPrefix("SEARCH chunk") && $0.contains(seek) }, "\(chains)")
        #expect(chains.contains { $0.hasPrefix("SEARCH keyframe") && $0.contains(seek) })
        #expect(chains.contains { $0.hasPrefix("SEARCH blob USING INTEGER PRIMARY KEY") })
        #expect(!chains.contains { $0.contains("TEMP B-TREE") })
        #expect(versions == ["SEARCH chunk USING PRIMARY KEY (plane=?)"])
        #expect(history.count == 1 && history[0].contains(seek))
        #expect(changes.first?.contains("(sequence>? AND sequence<?)") == true, "\(changes)")
        #expect(document.count == 1 && document[0].contains("(hash=?)"))
        let scans = (chains + changes).filter { $0.hasPrefix("SCAN") }
        #expect(scans.allSatisfy { $0.contains("json_each") || $0.contains("wanted") })
    }

    @Test func `a reader sees at once what another object has staged`() async throws {
        let writer = try SQLiteSnapshotWriter(path: folder.file())
        let reader = try SQLiteSnapshotReader(path: writer.path)
        var builder = DraftBuilder()

        for count in 1...5 {
            try await writer.stage(builder.next(changing: [:]))
            #expect(try await reader.snapshots().count == count)
        }
    }

    @Test func `a reader changes no byte, not even of a log left by a crash`() async throws {
        let image = try await crashImage()
        let name = "snapshots.sqlite"
        let before = try image.contents()

        let reader = try SQLiteSnapshotReader(path: image.file())
        let text = try await StoreTranscript.text(of: reader)
        let count = try await reader.snapshots().count
        reader.close()

        let after = try image.contents()
        #expect(count == 2, "the second snapshot is in the log only")
        #expect(!text.isEmpty)
        #expect(before["\(name)-wal"]?.isEmpty == false)
        #expect(after[name] == before[name])
        #expect(after["\(name)-wal"] == before["\(name)-wal"])
    }

    @Test func `a writer takes over what a crash has left`() async throws {
        let image = try await crashImage()
        let expected = try await StoreTranscript.text(
            of: try SQLiteSnapshotReader(path: image.file())
        )

        let writer = try SQLiteSnapshotWriter(path: image.file())

        #expect(try await StoreTranscript.text(of: writer) == expected)
    }

    @Test func `a damaged blob is handed on, and refused by the decoder`() async throws {
        let (path, key) = try await stagedFile()
        try RawDatabase.run("UPDATE blob SET bytes = CAST(bytes || x'00' AS BLOB)", at: path)

        let reader = try SQLiteSnapshotReader(path: path)
        let chain = try #require(try await reader.chains([key], at: 1)[key])

        #expect(throws: ChunkError.checksumMismatch) {
            try chain.decoded(rows: Chunk.sampleRows, columns: 12, verifyingContent: false)
        }
    }

    @Test func `a blob that is gone breaks its chain alone`() async throws {
        let (path, key) = try await stagedFile()
        try RawDatabase.run("DELETE FROM blob WHERE number = 1", at: path)
        let reader = try SQLiteSnapshotReader(path: path)

        let error = await #expect(throws: StoreError.self) {
            try await reader.chains([key], at: 1)
        }

        guard case .brokenChain(key, sequence: 1) = error else {
            Issue.record("not the broken chain: \(String(describing: error))")
            return
        }
        #expect(try await reader.versions(of: key.plane, at: 1).map(\.key) == [key])
    }

    @Test func `values that nobody wrote are an error`() async throws {
        let (path, _) = try await stagedFile()
        try RawDatabase.run("UPDATE snapshot SET data_month = 'soon'", at: path)
        let reader = try SQLiteSnapshotReader(path: path)

        let error = await #expect(throws: StoreError.self) { try await reader.snapshots() }

        #expect(error?.isUnavailable == true)
    }

    @Test(arguments: UInt64(41)...60)
    func `a corrupt file gives an error or the truth, never a crash`(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let (path, key) = try await stagedFile()
        var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        for _ in 0..<Int.random(in: 1...40, using: &random) {
            let start = Int.random(in: 100..<bytes.count - 64, using: &random)
            for index in start..<start + 64 { bytes[index] = .random(in: 0...255, using: &random) }
        }
        if seed.isMultiple(of: 4) { bytes = bytes.prefix(bytes.count / 2) }
        try bytes.write(to: URL(fileURLWithPath: path))

        do {
            let reader = try SQLiteSnapshotReader(path: path)
            _ = try await reader.snapshots()
            _ = try await reader.versions(of: key.plane, at: 1)
            let chains = try await reader.chains([key], at: 1)
            for chain in chains.values {
                _ = try chain.decoded(
                    rows: Chunk.sampleRows,
                    columns: 12,
                    verifyingContent: true
                )
            }
        } catch {
            #expect(error is StoreError || error is ChunkError, "seed \(seed)")
        }
    }

    /// Returns the steps by which SQLite will find the rows of a query.
    private func plan(of query: SQLQuery<some Any>, at path: String) throws -> [String] {
        let explained = SQLQuery("EXPLAIN QUERY PLAN " + query.text, query.arguments) { row in
            try row.text(3)
        }
        return try RawDatabase.open(path).read { database in try explained.all(in: database) }
    }

    /// Stages one chunk, and closes the file.
    private func stagedFile() async throws -> (path: String, key: ChunkKey) {
        var random = SeededRandom(seed: 32)
        let key = ChunkKey.samples[0]
        var builder = DraftBuilder()
        let writer = try SQLiteSnapshotWriter(path: folder.file())
        try await writer.stage(
            builder.next(
                changing: [key: .sample(for: key, using: &random)],
                documents: [Array("label".utf8)]
            )
        )
        writer.close()
        return (writer.path, key)
    }

    /// Copies a database whose second snapshot stands in the log only, as after a crash.
    private func crashImage() async throws -> TemporaryFolder {
        var random = SeededRandom(seed: 33)
        let writer = try SQLiteSnapshotWriter(path: folder.file())
        var builder = DraftBuilder()
        let key = ChunkKey.samples[0]
        try await writer.stage(builder.next(changing: [key: .sample(for: key, using: &random)]))
        let raw = try RawDatabase.open(folder.file())
        try await raw.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN; SELECT * FROM snapshot")
        }
        try await writer.stage(builder.next(changing: [key: .sample(for: key, using: &random)]))
        let image = try TemporaryFolder()
        for suffix in ["", "-wal"] {
            try FileManager.default.copyItem(
                atPath: folder.file() + suffix,
                toPath: image.file() + suffix
            )
        }
        try await raw.writeWithoutTransaction { database in try database.execute(sql: "COMMIT") }
        return image
    }
}
