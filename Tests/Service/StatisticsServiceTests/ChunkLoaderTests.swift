import CubeCoding
import MemoryStore
import PublicationFixtures
import QueryPlanning
import SnapshotStore
import StatisticsModel
import Testing

@testable import StatisticsService

/// What is not as it was published gives an error, never a number.
@Suite struct ChunkLoaderTests {
    @Test func `no bit of a keyframe or a patch can turn over unnoticed`() async throws {
        let publication = try await Self.revised()
        let sizes = try await Self.chains(in: publication).map(\.byteCount)
        #expect(sizes.count == 1)

        for place in 0..<sizes[0] {
            for bit in [0, 3, 7] {
                let reader = FaultyReader(publication.store)
                await reader.alterChains { $0.flipping(bit: bit, ofByte: place) }
                let service = publication.service(reader: reader, .init(verifyEvery: .max))
                let told = await outcome { try await service.answer("y25i01") }
                #expect(told == "damaged", "bit \(bit) of byte \(place)")
            }
        }
    }

    @Test func `the chain that is damaged has patches`() async throws {
        let publication = try await Self.revised()

        let chains = try await Self.chains(in: publication)

        #expect(chains.map(\.patches.count) == [1])
    }

    @Test func `checksums are checked at every reading`() async throws {
        let publication = try await Self.years(1...6)
        let reader = FaultyReader(publication.store)
        await reader.alterChains { $0.flipping(bit: 0, ofByte: $0.byteCount - 1) }
        let service = publication.service(reader: reader, .init(verifyEvery: .max))

        for year in 1...6 {
            let told = await outcome {
                try await service.answer("y25i01?period=202\(year)M01")
            }
            #expect(told == "damaged", "reading \(year)")
        }
    }

    @Test(arguments: [
        (1, [1, 2, 3, 4, 5, 6]), (2, [2, 4, 6]), (3, [3, 6]), (4, [4]), (0, [1, 2, 3, 4, 5, 6]),
    ])
    func `content hashes are checked at every so manieth reading`(
        every: Int,
        refused: [Int]
    ) async throws {
        let publication = try await Self.years(1...6)
        let rows = try await Self.rowCount(in: publication)
        let reader = FaultyReader(publication.store)
        await reader.alterChains { $0.emptied(rows: rows) }
        let service = publication.service(reader: reader, .init(verifyEvery: every))

        var damaged: [Int] = []
        for year in 1...6 {
            let told = await outcome {
                try await service.answer("y25i01?period=202\(year)M01")
            }
            if told == "damaged" { damaged.append(year) }
        }

        #expect(damaged == refused)
    }

    @Test func `what was refused is not kept, and is right when the disk is`() async throws {
        let publication = try await Self.revised()
        let reader = FaultyReader(publication.store)
        let service = publication.service(reader: reader, .init(verifyEvery: 1))
        await reader.alterChains { $0.flipping(bit: 0, ofByte: 9) }

        let told = await outcome { try await service.answer("y25i01") }
        await reader.alterChains { $0 }
        let mended = try await service.answer("y25i01")

        #expect(told == "damaged")
        #expect(mended == ["DK 2026M06 5", "DK 2026M07 7"])
    }

    @Test func `a chunk that is gone is damage`() async throws {
        let publication = try await Self.revised()
        let reader = FaultyReader(publication.store)
        await reader.alterChains { _ in nil }

        let told = await outcome { try await publication.service(reader: reader).answer("y25i01") }

        #expect(told == "damaged")
    }

    @Test func `a chain of another snapshot is damage`() async throws {
        let publication = try await Self.revised()
        let old = try await Self.chains(in: publication, at: 1)
        let reader = FaultyReader(publication.store)
        await reader.alterChains { _ in old[0] }

        let told = await outcome { try await publication.service(reader: reader).answer("y25i01") }

        #expect(told == "damaged")
    }

    @Test func `a chunk in the cache is not read again`() async throws {
        let publication = try await Self.revised()
        let reader = FaultyReader(publication.store)
        let service = publication.service(reader: reader)
        let first = try await service.answer("y25i01?period=2026M07")
        await reader.alterChains { _ in nil }

        let second = try await service.answer("y25i01")

        #expect(first == ["DK 2026M07 7"])
        #expect(second == ["DK 2026M06 5", "DK 2026M07 7"])
        #expect(await reader.askedChunks.count == 1)
    }

    @Test func `a batch that could not be read is read by the next call`() async throws {
        let publication = try await Self.revised()
        let reader = FaultyReader(publication.store)
        let service = publication.service(reader: reader)
        let query = ObservationQuery(reading: "y25i01")
        let slice = try await service.slice(query, of: try await service.edition(.latest))
        var cursor = slice.rows()
        await reader.fail(.chains, with: .unavailable(cause: "the disk is gone"))

        let told = await outcome { try await cursor.next() }
        await reader.fail(.chains, with: nil)
        let batch = try #require(try await cursor.next())

        #expect(told == "unavailable")
        #expect(slice.rows(in: batch).map(\.description) == ["DK 2026M06 5", "DK 2026M07 7"])
    }

    /// Two releases, so that the second one's chunk is a keyframe and a patch.
    private static func revised() async throws -> Publication {
        let publication = Publication()
        let first = """
            y25i01 fulltimePersons DK TOT 2026M06 4
            y25i01 fulltimePersons DK TOT 2026M07 6

            """
        // A patch pays only where the keyframe is not tiny.
        let others = ["1084", "1085", "1081", "101", "147", "155", "185", "330", "851"]
            .flatMap { area in
                (1...7).map { "y25i01 fulltimePersons \(area) TOT 2026M0\($0) 1\(area)\($0)" }
            }
            .joined(separator: "\n")
        let figures = try Figures(first + others)
        try await publication.publish(figures, at: "2026-08-19T08:00")
        let news = try Figures(
            """
            y25i01 fulltimePersons DK TOT 2026M06 5
            y25i01 fulltimePersons DK TOT 2026M07 7
            """
        )
        let cells = figures.cells.merging(news.cells) { $1 }
        let revised = Figures(cells: cells, dataMonth: "2026M07")
        try await publication.publish(revised, at: "2026-09-17T08:00")
        return publication
    }

    /// A release with a chunk for each of some years of the twenties.
    private static func years(_ years: ClosedRange<Int>) async throws -> Publication {
        let lines = years.map { "y25i01 fulltimePersons DK TOT 202\($0)M01 \($0)" }
        return try await .single(try Figures(lines.joined(separator: "\n")))
    }

    private static func chains(
        in publication: Publication,
        at sequence: Int? = nil
    ) async throws -> [ChunkChain] {
        let count = try await publication.store.snapshots().count
        let keys = try await publication.store.changes(after: 0, through: sequence ?? count)
        let chains = try await publication.store.chains(keys, at: sequence ?? count)
        return keys.compactMap { chains[$0] }
    }

    private static func rowCount(in publication: Publication) async throws -> Int {
        let plane = try #require(try await chains(in: publication).first?.version.key.plane)
        let bytes = try await publication.store.documents([plane.layout])[plane.layout] ?? []
        let layout = CubeLayout(parsing: String(decoding: bytes, as: UTF8.self))
        return try #require(layout).rows(inBlock: 0)
    }
}
