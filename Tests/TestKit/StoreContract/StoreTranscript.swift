internal import CubeCoding
internal import Foundation
public import SnapshotStore
internal import StatisticsModel

/// All that a store tells, as text: equal texts mean that two stores hold the same.
public enum StoreTranscript {
    /// Returns the text of a store.
    ///
    /// - Parameter store: The store; it must not change meanwhile.
    /// - Returns: A line a record, then for each sequence what changed, and each chunk's chain.
    /// - Throws: What the store throws.
    public static func text(of store: any SnapshotReader) async throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        var lines: [String] = []
        let snapshots = try await store.snapshots()
        for snapshot in snapshots {
            lines.append(String(decoding: try encoder.encode(snapshot), as: UTF8.self))
        }
        let keys = try await store.changes(after: 0, through: .max)
        for sequence in snapshots.map(\.sequence) {
            let changes = try await store.changes(after: sequence - 1, through: sequence)
            lines += changes.map { "\(sequence) changed \(word(for: $0))" }
            let chains = try await store.chains(keys, at: sequence)
            for key in keys {
                guard let chain = chains[key] else { continue }
                lines.append("\(sequence) \(line(of: chain))")
            }
            for plane in Set(keys.map(\.plane)).sorted() {
                let versions = try await store.versions(of: plane, at: sequence)
                lines += versions.map { "\(sequence) version \(words(for: $0))" }
            }
        }
        for key in keys {
            let history = try await store.history(of: key, through: .max)
            lines += history.map { "history \(words(for: $0))" }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func word(for key: ChunkKey) -> String {
        "\(key.plane)/\(key.block)/\(key.span)"
    }

    private static func words(for version: ChunkVersion) -> String {
        "\(word(for: version.key)) \(version.sequence) \(version.hash) \(version.cellCount) "
            + "\(version.columns) \(version.depth)"
    }

    private static func line(of chain: ChunkChain) -> String {
        let blobs = [chain.keyframe] + chain.patches
        let parts = blobs.map { "\($0.sequence):\($0.checksum):\($0.bytes)" }
        return "chain \(words(for: chain.version)) \(parts.joined(separator: " "))"
    }
}
