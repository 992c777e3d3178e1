internal import CubeCoding
internal import SnapshotStore
internal import StatisticsModel
internal import Synchronization

/// Gets decoded, verified chunks: from the cache, else from the store.
///
/// A stored blob's checksum is checked every time, the content's hash every so often.
final class ChunkLoader: Sendable {
    private let reader: any SnapshotReader
    private let cache: ChunkCache
    private let verifyEvery: Int
    private let decoded = Atomic<Int>(0)
    private let layouts = Mutex<[ContentHash: CubeLayout]>([:])

    init(reader: any SnapshotReader, settings: StatisticsService.Settings) {
        self.reader = reader
        cache = ChunkCache(capacityBytes: settings.cacheBytes)
        verifyEvery = max(1, settings.verifyEvery)
    }

    func cached(_ version: ChunkVersion) -> Chunk? { cache.chunk(version.hash) }

    /// Reads versions of chunks of one plane; all of them, or an error.
    func chunks(
        _ versions: [ChunkVersion],
        of index: PlaneIndex,
        at sequence: Int
    ) async throws(ServiceError) -> [Chunk] {
        let chains: [ChunkKey: ChunkChain]
        do {
            chains = try await reader.chains(versions.map(\.key), at: sequence)
        } catch {
            throw ServiceError(error)
        }
        var chunks: [Chunk] = []
        chunks.reserveCapacity(versions.count)
        for version in versions {
            guard let chain = chains[version.key], chain.version.hash == version.hash else {
                throw .damaged(cause: "chunk \(version.key) has no chain at \(sequence)")
            }
            chunks.append(try decode(chain, rows: index.layout.rows(inBlock: version.key.block)))
        }
        return chunks
    }

    func layout(_ hash: ContentHash) async throws(ServiceError) -> CubeLayout {
        if let known = layouts.withLock({ $0[hash] }) { return known }
        let bytes: [UInt8]?
        do {
            bytes = try await reader.documents([hash])[hash]
        } catch {
            throw ServiceError(error)
        }
        guard let layout = CubeLayout(parsing: String(decoding: bytes ?? [], as: UTF8.self)) else {
            throw .damaged(cause: "layout \(hash) can't be parsed")
        }
        layouts.withLock { $0[hash] = layout }
        return layout
    }

    func versions(
        of plane: PlaneKey,
        at sequence: Int
    ) async throws(ServiceError) -> [ChunkVersion] {
        do {
            return try await reader.versions(of: plane, at: sequence)
        } catch {
            throw ServiceError(error)
        }
    }

    private func decode(_ chain: ChunkChain, rows: Int) throws(ServiceError) -> Chunk {
        let count = decoded.wrappingAdd(1, ordering: .relaxed).newValue
        do {
            let chunk = try chain.decoded(
                rows: rows,
                columns: chain.version.key.plane.periodType.columnsPerSpan,
                verifyingContent: count % verifyEvery == 0
            )
            cache.insert(chunk, for: chain.version.hash)
            return chunk
        } catch {
            throw .damaged(cause: "chunk \(chain.version.key): \(error)")
        }
    }
}
