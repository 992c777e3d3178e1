import CubeCoding
import Foundation
import StatisticsModel
import Testing

@testable import SQLiteStore

@Suite struct GoldenDatabaseTests {
    let folder: TemporaryFolder

    init() throws {
        folder = try TemporaryFolder()
    }

    @Test func `a database of format 1 reads as ever`() async throws {
        try FileManager.default.copyItem(
            atPath: GoldenDatabase.file.path,
            toPath: folder.file()
        )
        let reader = try SQLiteSnapshotReader(path: folder.file())

        let lines = try await GoldenDatabase.lines(of: reader)

        let listing = try String(contentsOf: GoldenDatabase.listing, encoding: .utf8)
        #expect(lines == listing.split(separator: "\n").map(String.init))
        let hash = ContentHash(sha256: GoldenDatabase.document)
        #expect(try await reader.documents([hash]) == [hash: GoldenDatabase.document])
    }

    @Test func `nobody has touched the golden files`() throws {
        let database = ContentHash(sha256: Array(try Data(contentsOf: GoldenDatabase.file)))
        let listing = ContentHash(sha256: Array(try Data(contentsOf: GoldenDatabase.listing)))

        #expect(
            database.description
                == "631de5f34f9e94aefea71a2bb7be10a4dfdb1a3f501cf89b1087146808842b97"
        )
        #expect(
            listing.description
                == "a3148365fa9028b9e1c87ab1604da14a724efbe1a834600bf3867a56685c3e3f"
        )
    }

    @Test func `the golden file holds what a long history needs`() throws {
        let listing = try String(contentsOf: GoldenDatabase.listing, encoding: .utf8)

        let parts = ["/M/", "/Q/", "/QMAT/", "/Y/", "depth 8", "withdrawn", "validated"]
        #expect(parts.filter { !listing.contains($0) } == [])
        #expect(listing.contains(/redacted [1-9]/))
        #expect(listing.contains("areaByGender") && listing.contains("countryByGenderAge"))
    }

    @Test func `a new writer can go on with the golden file`() async throws {
        try FileManager.default.copyItem(
            atPath: GoldenDatabase.file.path,
            toPath: folder.file()
        )
        let writer = try SQLiteSnapshotWriter(path: folder.file())

        try await writer.transition(12, to: .scheduled)

        #expect(try await writer.snapshots().last?.state == .scheduled)
    }

    @Test func `today's writer makes a file that reads the same`() async throws {
        let writer = try SQLiteSnapshotWriter(path: folder.file())

        try await GoldenDatabase.fill(writer)

        // Another choice of keyframes would be as good.
        let listing = try String(contentsOf: GoldenDatabase.listing, encoding: .utf8)
        let lines = try await GoldenDatabase.lines(of: writer)
            .map { $0.replacing(/depth \d/, with: "") }
        let expected = listing.replacing(/depth \d/, with: "").split(separator: "\n")
        #expect(lines == expected.map(String.init))
    }

    /// Makes the golden files anew; only for a new format, which then gets files of its own.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["MAKE_GOLDEN_DATABASE"] != nil))
    func `the golden files are made`() async throws {
        let writer = try SQLiteSnapshotWriter(path: folder.file())
        try await GoldenDatabase.fill(writer)
        let lines = try await GoldenDatabase.lines(of: writer)
        writer.close()

        try Data(contentsOf: URL(fileURLWithPath: folder.file())).write(to: GoldenDatabase.file)
        try Data(lines.map { $0 + "\n" }.joined().utf8).write(to: GoldenDatabase.listing)
    }
}
