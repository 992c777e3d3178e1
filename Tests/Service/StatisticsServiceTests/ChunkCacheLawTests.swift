import CubeCoding
import StatisticsFixtures
import StatisticsModel
import Testing

@testable import StatisticsService

@Suite struct ChunkCacheLawTests {
    @Test(arguments: [1, 2, 3] as [UInt64])
    func `however it is used, it keeps no more bytes than it may`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let capacity = Int.random(in: 0...40_000, using: &random)
        let cache = ChunkCache(capacityBytes: capacity)
        let keys = (0..<60).map { ContentHash.filled(with: UInt8($0)) }
        let chunks = keys.map { _ in
            Chunk(rows: Int.random(in: 1...400, using: &random), columns: 12)
        }

        for _ in 0..<400 {
            let place = Int.random(in: keys.indices, using: &random)
            if Bool.random(using: &random) {
                cache.insert(chunks[place], for: keys[place])
            } else if let found = cache.chunk(keys[place]) {
                #expect(found == chunks[place], "seed \(seed)")
            }
            let kept = keys.compactMap(cache.chunk).reduce(0) { $0 + $1.byteCount }
            #expect(kept <= capacity, "seed \(seed)")
        }
    }

    @Test func `what was used least recently goes first, and no more than needed`() {
        let chunk = Chunk(rows: 10, columns: 12)
        let cache = ChunkCache(capacityBytes: 16 * chunk.byteCount)
        let keys = (0..<17).map { ContentHash.filled(with: UInt8($0)) }
        for key in keys.prefix(16) { cache.insert(chunk, for: key) }
        for place in [0, 2, 4] { _ = cache.chunk(keys[place]) }

        cache.insert(chunk, for: keys[16])

        let kept = keys.indices.filter { cache.chunk(keys[$0]) != nil }
        #expect(kept == [0, 2, 4] + Array(6...16))
    }

    @Test func `what fits exactly is kept whole`() {
        let chunk = Chunk(rows: 10, columns: 12)
        let cache = ChunkCache(capacityBytes: 4 * chunk.byteCount)
        let keys = (0..<4).map { ContentHash.filled(with: UInt8($0)) }

        for key in keys { cache.insert(chunk, for: key) }

        #expect(keys.allSatisfy { cache.chunk($0) == chunk })
    }

    @Test func `a chunk bigger than the cache drives nothing out`() {
        let small = Chunk(rows: 10, columns: 12)
        let cache = ChunkCache(capacityBytes: 2 * small.byteCount)
        let keys = (0..<3).map { ContentHash.filled(with: UInt8($0)) }
        for key in keys.prefix(2) { cache.insert(small, for: key) }

        cache.insert(Chunk(rows: 1_000, columns: 12), for: keys[2])

        #expect(keys.map { cache.chunk($0) != nil } == [true, true, false])
    }

    @Test func `a chunk that is put in again counts once`() {
        let chunk = Chunk(rows: 10, columns: 12)
        let cache = ChunkCache(capacityBytes: 2 * chunk.byteCount)
        let keys = (0..<2).map { ContentHash.filled(with: UInt8($0)) }

        cache.insert(chunk, for: keys[0])
        for _ in 0..<10 { cache.insert(chunk, for: keys[1]) }

        #expect(keys.allSatisfy { cache.chunk($0) != nil })
    }

    @Test func `a cache without room keeps nothing`() {
        let cache = ChunkCache(capacityBytes: 0)

        cache.insert(Chunk(rows: 1, columns: 1), for: .filled(with: 1))

        #expect(cache.chunk(.filled(with: 1)) == nil)
    }
}
