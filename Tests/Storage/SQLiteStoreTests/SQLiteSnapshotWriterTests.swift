import CubeCoding
import Foundation
import GRDB
import SnapshotStore
import StatisticsFixtures
import StatisticsModel
import StoreContract
import Testing

@testable import SQLiteStore

@Suite struct SQLiteSnapshotWriterTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `a second writer is refused until the first has closed`() async throws {
        let path = folder.file()
        let first = try SQLiteSnapshotWriter(path: path)

        let error = #expect(throws: StoreError.self) { try SQLiteSnapshotWriter(path: path) }
        first.close()

        #expect(error?.isLocked == true)
        let second = try SQLiteSnapshotWriter(path: path)
        #expect(try await second.snapshots().isEmpty)
    }

    @Test func `a link to the file finds the same lock`() throws {
        let first = try SQLiteSnapshotWriter(path: folder.file())
        try FileManager.default.createSymbolicLink(
            atPath: folder.file("link.sqlite"),
            withDestinationPath: first.path
        )

        let error = #expect(throws: StoreError.self) {
            try SQLiteSnapshotWriter(path: folder.file("link.sqlite"))
        }

        #expect(error?.isLocked == true)
        first.close()
    }

    @Test func `the lock goes with the writer`() async throws {
        let path = folder.file()
        var builder = DraftBuilder()
        let draft = builder.next(changing: [:])

        for writer in [try SQLiteSnapshotWriter(path: path)] { try await writer.stage(draft) }

        let next = try SQLiteSnapshotWriter(path: path)
        #expect(try await next.snapshots() == [draft.snapshot])
    }

    @Test func `a closed writer refuses everything`() async throws {
        let writer = try SQLiteSnapshotWriter(path: folder.file())
        writer.close()
        var builder = DraftBuilder()
        let draft = builder.next(changing: [:])

        let staging = await #expect(throws: StoreError.self) { try await writer.stage(draft) }
        let reading = await #expect(throws: StoreError.self) { try await writer.snapshots() }

        #expect(staging?.isUnavailable == true)
        #expect(reading?.isUnavailable == true)
    }

    @Test func `the file has the settings that its safety rests on`() async throws {
        let writer = try SQLiteSnapshotWriter(path: folder.file())
        var builder = DraftBuilder()
        try await writer.stage(builder.next(changing: [:]))

        let log = try FileManager.default.attributesOfItem(atPath: folder.file() + "-wal")
        let settings = try RawDatabase.integers(
            at: folder.file(),
            ["PRAGMA application_id", "PRAGMA user_version", "PRAGMA page_size"]
        )

        #expect(log[.size] as? Int == 0, "the log is moved into the file after each commit")
        #expect(settings == [0x4A_4F_42_49, 1, 8_192])
    }

    @Test func `a full disk changes nothing and stops nothing`() async throws {
        let path = folder.file()
        var random = SeededRandom(seed: 31)
        var builder = DraftBuilder()
        let key = ChunkKey.samples[0]
        let small = builder.next(changing: [key: .sample(for: key, using: &random)])
        var other = builder
        let large = other.next(
            changing: [:],
            documents: [(0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }]
        )
        let writer = try SQLiteSnapshotWriter(path: path, pageLimit: 60)
        try await writer.stage(small)
        let before = try await StoreTranscript.text(of: writer)

        let error = await #expect(throws: StoreError.self) { try await writer.stage(large) }

        #expect(error?.isFull == true)
        #expect(try await StoreTranscript.text(of: writer) == before)
        let next = builder.next(changing: [key: .sample(for: key, using: &random)])
        try await writer.stage(next)
        #expect(try await writer.snapshots() == [small.snapshot, next.snapshot])
    }

    /// Needs a folder on a disk of its own with 300 to 500 kB of room.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["SMALL_DISK"] != nil))
    func `a disk that fills up while committing changes nothing`() async throws {
        let disk = try #require(ProcessInfo.processInfo.environment["SMALL_DISK"])
        let writer = try SQLiteSnapshotWriter(path: disk + "/\(UUID().uuidString).sqlite")
        var builder = DraftBuilder()
        let first = builder.next(changing: [:], documents: [[1]])
        var other = builder
        let large = other.next(
            changing: [:],
            documents: [(0..<600_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }]
        )
        try await writer.stage(first)

        let error = await #expect(throws: StoreError.self) { try await writer.stage(large) }

        #expect(error?.isFull == true)
        #expect(try await writer.snapshots() == [first.snapshot])
        let next = builder.next(changing: [:])
        try await writer.stage(next)
        writer.close()
        let reopened = try SQLiteSnapshotWriter(path: writer.path)
        #expect(try await reopened.snapshots() == [first.snapshot, next.snapshot])
        reopened.close()
        for suffix in ["", ".lock"] {
            try FileManager.default.removeItem(atPath: writer.path + suffix)
        }
    }

    @Test func `a log that a reader holds is no failure`() async throws {
        let writer = try SQLiteSnapshotWriter(path: folder.file())
        var builder = DraftBuilder()
        try await writer.stage(builder.next(changing: [:]))
        let raw = try RawDatabase.open(folder.file())
        try await raw.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN; SELECT * FROM snapshot")
        }

        try await writer.stage(builder.next(changing: [:]))

        let log = try FileManager.default.attributesOfItem(atPath: folder.file() + "-wal")
        #expect(log[.size] as? Int ?? 0 > 0, "the old reader still needs the pages as they were")
        #expect(try await writer.snapshots().count == 2)
        try await raw.writeWithoutTransaction { database in try database.execute(sql: "COMMIT") }
        try await writer.stage(builder.next(changing: [:]))
        #expect(try await writer.snapshots().count == 3)
    }

    @Test func `a foreign writer in the way is told`() async throws {
        let path = folder.file()
        let writer = try SQLiteSnapshotWriter(path: path)
        var builder = DraftBuilder()
        let draft = builder.next(changing: [:])
        let raw = try RawDatabase.open(path)
        try await raw.writeWithoutTransaction { database in
            try database.execute(sql: "BEGIN IMMEDIATE")
        }

        let error = await #expect(throws: StoreError.self) { try await writer.stage(draft) }

        #expect(error?.isLocked == true)
        try await raw.writeWithoutTransaction { database in try database.execute(sql: "ROLLBACK") }
        try await writer.stage(draft)
    }

    @Test func `after a failed commit the writer takes nothing more`() async throws {
        let connection = try WriterConnection(path: folder.file(), pageLimit: nil)

        // Deferred foreign keys are checked by the commit itself.
        let first = await #expect(throws: StoreError.self) {
            try await connection.transaction { database in
                try database.execute(
                    sql: """
                        PRAGMA defer_foreign_keys = ON;
                        INSERT INTO chunk VALUES (1, 0, 0, 1, zeroblob(32), 0, 0, 0, 1);
                        """
                )
            }
        }
        let second = await #expect(throws: StoreError.self) {
            try await connection.transaction { _ in }
        }

        #expect(first?.isCommitUnknown == true)
        #expect(second?.isCommitUnknown == true)
    }

    @Test func `a withdrawal without a reason can't be written`() async throws {
        let path = folder.file()
        let writer = try SQLiteSnapshotWriter(path: path)
        var builder = DraftBuilder()
        try await writer.stage(builder.next(changing: [:]))
        writer.close()

        await #expect(throws: DatabaseError.self) {
            try await RawDatabase.open(path)
                .writeWithoutTransaction { database in
                    try database.execute(sql: "UPDATE snapshot SET state = 'withdrawn'")
                }
        }
    }
}

extension StoreError {
    var isLocked: Bool { if case .locked = self { true } else { false } }
    var isFull: Bool { if case .full = self { true } else { false } }
    var isUnavailable: Bool { if case .unavailable = self { true } else { false } }
    var isCommitUnknown: Bool { if case .commitUnknown = self { true } else { false } }
    var isUnsupportedFormat: Bool { if case .unsupportedFormat = self { true } else { false } }
}
