import CubeCoding
import Foundation
import SnapshotStore
import StatisticsFixtures
import StatisticsModel
import StoreContract

/// The checked-in database of format 1, and what it must read as for ever.
enum GoldenDatabase {
    /// The folder that holds the file and its listing.
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Golden")
    /// The database, which no test may open where it lies.
    static let file = folder.appendingPathComponent("format-1.sqlite")
    /// What it reads as, a fact a line.
    static let listing = folder.appendingPathComponent("format-1.txt")

    /// A document of every snapshot.
    static let document = Array("cubelayout 1\ndecimals 0\narea DK 101\n".utf8)

    /// Stages what the file was made of: all lengths of period, long chains, every state, and
    /// cells of every status.
    static func fill(_ store: any SnapshotWriter) async throws {
        var random = SeededRandom(seed: 1)
        var builder = DraftBuilder()
        let withdrawal = Withdrawal(
            at: Instant(secondsSinceEpoch: 1_772_000_000),
            reason: "Fejl i indberetningen",
            successor: Snapshot.sample(sequence: 3).id
        )
        for sequence in 1...12 {
            var chunks: [ChunkKey: Chunk] = [:]
            for (index, key) in ChunkKey.samples.enumerated()
            where sequence == 1 || index % 6 == 0 || (sequence + index) % 12 == 0 {
                chunks[key] =
                    builder.chunk(key)?.revised(using: &random)
                    ?? .sample(for: key, using: &random)
            }
            chunks[ChunkKey.samples[0]]?[0, 0] = Cell(without: .redacted)
            chunks[ChunkKey.samples[0]]?[1, 0] = Cell(scaled: Int64(1_000 + sequence))
            let state: Snapshot.State = sequence == 12 ? .draft : .scheduled
            try await store.stage(
                builder.next(changing: chunks, documents: [document], state: state)
            )
        }
        try await store.withdraw(2, withdrawal)
        try await store.transition(12, to: .validated)
    }

    /// Lists what a store holds: each record, and each version with the hash of its decoded cells.
    static func lines(of store: any SnapshotReader) async throws -> [String] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var lines: [String] = []
        for snapshot in try await store.snapshots() {
            lines.append(String(decoding: try encoder.encode(snapshot), as: UTF8.self))
        }
        for key in try await store.changes(after: 0, through: .max) {
            for version in try await store.history(of: key, through: .max) {
                let chains = try await store.chains([key], at: version.sequence)
                let chunk = try chains[key]?
                    .decoded(
                        rows: Chunk.sampleRows,
                        columns: key.plane.periodType.columnsPerSpan,
                        verifyingContent: true
                    )
                let redacted = chunk?.statuses.count { $0 == CellStatus.redacted.rawValue } ?? -1
                lines.append(
                    "\(version.sequence) \(key.plane) \(key.block) \(key.span) \(version.hash) "
                        + "depth \(version.depth) cells \(version.cellCount) redacted \(redacted)"
                )
            }
        }
        return lines
    }
}
