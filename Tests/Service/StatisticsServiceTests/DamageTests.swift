import CubeCoding
import PublicationFixtures
import QueryPlanning
import SnapshotStore
import StatisticsFixtures
import StatisticsModel
import Testing

@testable import StatisticsService

/// What is damaged is never shown as a number.
@Suite struct DamageTests {
    @Test func `a flipped bit refuses the slice, and others are answered`() async throws {
        let publication = try await Publication.threeReleases()
        let reader = DamagedReader(base: publication.store, measure: Code("fulltimePersons"))
        let service = publication.service(reader: reader)
        let edition = try await service.edition(.latest)

        let damaged = try await service.slice(
            ObservationQuery(reading: "y25i01?measure=fulltimePersons"),
            of: edition
        )
        let sound = try await service.slice(
            ObservationQuery(reading: "y25i01?measure=pctWorkforce"),
            of: edition
        )
        var (first, second) = (damaged.rows(), sound.rows())
        var isRefused = false
        do {
            _ = try await first.next()
        } catch {
            if case .damaged = error { isRefused = true }
        }
        let rows = try await second.next()

        #expect(isRefused)
        #expect(rows?.count == 4)
    }

    @Test func `other content under a right checksum is found out`() async throws {
        let publication = try await Publication.threeReleases()
        let reader = ForgedReader(base: publication.store)
        let service = publication.service(
            reader: reader,
            StatisticsService.Settings(verifyEvery: 1)
        )
        let edition = try await service.edition(.latest)
        let slice = try await service.slice(ObservationQuery(reading: "y25i01"), of: edition)
        var cursor = slice.rows()

        await #expect(throws: ServiceError.self) { try await cursor.next() }
    }

    @Test func `a store that can't be read is unavailable, not damaged`() async throws {
        let service = Publication().service(reader: AbsentReader())

        do {
            _ = try await service.edition(.latest)
            Issue.record("an edition came out of nowhere")
        } catch {
            guard case .unavailable = error else {
                Issue.record("the store's failure gives \(error)")
                return
            }
        }
    }
}

/// Flips a bit in every blob of a measure.
private struct DamagedReader: ForwardingReader {
    let base: any SnapshotReader
    let measure: Code<Measure>

    func altered(_ chain: ChunkChain) -> ChunkChain {
        guard chain.version.key.plane.measure == measure else { return chain }
        var bytes = chain.keyframe.bytes
        bytes[bytes.count / 2] ^= 1
        return ChunkChain(
            version: chain.version,
            keyframe: StoredBlob(
                bytes: bytes,
                checksum: chain.keyframe.checksum,
                sequence: chain.keyframe.sequence
            ),
            patches: chain.patches
        )
    }
}

/// Gives cells that nobody published, with a checksum that fits them.
private struct ForgedReader: ForwardingReader {
    let base: any SnapshotReader

    func altered(_ chain: ChunkChain) -> ChunkChain {
        let key = chain.version.key
        guard let indicator = Catalogue.small().indicator(key.plane.indicator),
            let measure = indicator.measures.first(where: { $0.id == key.plane.measure })
        else { preconditionFailure("the fixture publishes figures of its catalogue") }
        let layout = CubeLayout(
            of: indicator.cubes[0],
            measure: measure,
            indicator: indicator,
            in: .small()
        )
        var chunk = Chunk(rows: layout.rows(inBlock: key.block), columns: 12)
        chunk[0, 0] = Cell(scaled: 1)
        let bytes = ChunkCodec.keyframe(of: chunk)
        let sequence = chain.version.sequence
        let checksum = ChunkChecksum.crc32c(of: bytes, key: key, sequence: sequence)
        let version = ChunkVersion(
            key: key,
            sequence: sequence,
            hash: chain.version.hash,
            cellCount: chain.version.cellCount,
            columns: chain.version.columns,
            depth: 0
        )
        return ChunkChain(
            version: version,
            keyframe: StoredBlob(bytes: bytes, checksum: checksum, sequence: sequence),
            patches: []
        )
    }
}

/// A reader that changes the chunks of another on their way.
private protocol ForwardingReader: SnapshotReader {
    var base: any SnapshotReader { get }
    func altered(_ chain: ChunkChain) -> ChunkChain
}

extension ForwardingReader {
    func snapshots() async throws(StoreError) -> [Snapshot] { try await base.snapshots() }

    func documents(
        _ hashes: [ContentHash]
    ) async throws(StoreError) -> [ContentHash: [UInt8]] {
        try await base.documents(hashes)
    }

    func versions(
        of plane: PlaneKey,
        at sequence: Int
    ) async throws(StoreError) -> [ChunkVersion] {
        try await base.versions(of: plane, at: sequence)
    }

    func chains(
        _ keys: [ChunkKey],
        at sequence: Int
    ) async throws(StoreError) -> [ChunkKey: ChunkChain] {
        try await base.chains(keys, at: sequence).mapValues(altered)
    }

    func history(
        of key: ChunkKey,
        through sequence: Int
    ) async throws(StoreError) -> [ChunkVersion] {
        try await base.history(of: key, through: sequence)
    }

    func changes(
        after first: Int,
        through last: Int
    ) async throws(StoreError) -> [ChunkKey] {
        try await base.changes(after: first, through: last)
    }
}

/// A store whose file is gone.
private struct AbsentReader: ForwardingReader {
    var base: any SnapshotReader { self }

    func altered(_ chain: ChunkChain) -> ChunkChain { chain }

    func snapshots() async throws(StoreError) -> [Snapshot] {
        throw .unavailable(cause: "the file is gone")
    }
}
