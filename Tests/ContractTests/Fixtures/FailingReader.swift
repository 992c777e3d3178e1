import CubeCoding
import SnapshotStore
import StatisticsModel

/// A store whose disk is gone.
struct FailingReader: SnapshotReader {
    /// What only the log may say.
    static let cause = "no such file: /var/lib/figures.sqlite"

    private static let error = StoreError.unavailable(cause: cause)

    func snapshots() async throws(StoreError) -> [Snapshot] { throw Self.error }

    func documents(_ hashes: [ContentHash]) async throws(StoreError) -> [ContentHash: [UInt8]] {
        throw Self.error
    }

    func versions(of plane: PlaneKey, at sequence: Int) async throws(StoreError) -> [ChunkVersion] {
        throw Self.error
    }

    func chains(
        _ keys: [ChunkKey],
        at sequence: Int
    ) async throws(StoreError) -> [ChunkKey: ChunkChain] {
        throw Self.error
    }

    func history(of key: ChunkKey, through last: Int) async throws(StoreError) -> [ChunkVersion] {
        throw Self.error
    }

    func changes(after first: Int, through last: Int) async throws(StoreError) -> [ChunkKey] {
        throw Self.error
    }
}
