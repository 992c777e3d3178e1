import CubeCoding
import StatisticsFixtures
import StatisticsModel
import Testing

@testable import StatisticsService

@Suite struct ChunkCacheTests {
    private let chunk = Chunk(rows: 10, columns: 12)

    @Test func `what was used last stays`() {
        let cache = ChunkCache(capacityBytes: 4 * chunk.byteCount)
        let keys = (1...4).map { ContentHash.filled(with: UInt8($0)) }
        for key in keys { cache.insert(chunk, for: key) }
        _ = cache.chunk(keys[0])

        cache.insert(chunk, for: ContentHash.filled(with: 5))

        #expect(cache.chunk(keys[0]) != nil)
        #expect(cache.chunk(keys[1]) == nil)
        #expect(cache.chunk(ContentHash.filled(with: 5)) != nil)
    }

    @Test func `a chunk larger than the cache is not kept`() {
        let cache = ChunkCache(capacityBytes: chunk.byteCount - 1)

        cache.insert(chunk, for: ContentHash.filled(with: 1))

        #expect(cache.chunk(ContentHash.filled(with: 1)) == nil)
    }
}
