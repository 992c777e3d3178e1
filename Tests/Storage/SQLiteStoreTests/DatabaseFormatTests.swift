import Foundation
import GRDB
import SnapshotStore
import StoreContract
import Testing

@testable import SQLiteStore

@Suite struct DatabaseFormatTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test(arguments: [
        "CREATE TABLE note(text TEXT)",
        "PRAGMA application_id = 1",
        "PRAGMA application_id = 1246708297; PRAGMA user_version = 2",
        "PRAGMA application_id = 1246708297",
        "PRAGMA user_version = 1",
    ])
    func `a file of another kind is refused and left alone`(statements: String) throws {
        try RawDatabase.run(statements, at: folder.file())
        let before = try folder.contents()

        let reading = #expect(throws: StoreError.self) {
            try SQLiteSnapshotReader(path: folder.file())
        }
        let writing = #expect(throws: StoreError.self) {
            try SQLiteSnapshotWriter(path: folder.file())
        }

        #expect(reading?.isUnsupportedFormat == true)
        #expect(writing?.isUnsupportedFormat == true)
        #expect(try folder.contents()["snapshots.sqlite"] == before["snapshots.sqlite"])
    }

    @Test func `a file that is no database is refused and left alone`() throws {
        let text = Data(String(repeating: "no database at all\n", count: 900).utf8)
        try text.write(to: URL(fileURLWithPath: folder.file()))

        let reading = #expect(throws: StoreError.self) {
            try SQLiteSnapshotReader(path: folder.file())
        }
        let writing = #expect(throws: StoreError.self) {
            try SQLiteSnapshotWriter(path: folder.file())
        }

        #expect(reading?.isUnsupportedFormat == true)
        #expect(writing?.isUnsupportedFormat == true)
        #expect(try folder.contents()["snapshots.sqlite"] == text)
    }

    @Test func `a missing file is not made by a reader`() throws {
        let error = #expect(throws: StoreError.self) {
            try SQLiteSnapshotReader(path: folder.file())
        }

        #expect(error?.isUnavailable == true)
        #expect(try folder.contents().isEmpty)
    }

    @Test func `a missing folder is told`() throws {
        let path = folder.file("missing/snapshots.sqlite")

        let error = #expect(throws: StoreError.self) { try SQLiteSnapshotWriter(path: path) }

        #expect(error?.isUnavailable == true)
    }

    @Test func `an empty file is a new database for a writer, and none for a reader`() async throws
    {
        try Data().write(to: URL(fileURLWithPath: folder.file()))

        let error = #expect(throws: StoreError.self) {
            try SQLiteSnapshotReader(path: folder.file())
        }
        let writer = try SQLiteSnapshotWriter(path: folder.file())

        #expect(error?.isUnsupportedFormat == true)
        #expect(try await writer.snapshots().isEmpty)
    }
}
