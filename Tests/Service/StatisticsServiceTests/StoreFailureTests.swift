import CubeCoding
import PublicationFixtures
import SnapshotStore
import StatisticsModel
import StatisticsService
import Testing

/// Whose turn it is when a store fails.
@Suite struct StoreFailureTests {
    @Test(arguments: FaultyReader.Call.allCases)
    func `whatever can't be read just now makes the service unavailable, and no longer than that`(
        call: FaultyReader.Call
    ) async throws {
        let (service, reader) = try await Self.service()
        await reader.fail(call, with: .unavailable(cause: "the disk is gone"))

        let told = await outcome { try await service.answer("y25i01") }
        await reader.fail(call, with: nil)
        let mended = try await service.answer("y25i01")

        #expect(told == "unavailable")
        #expect(mended == ["DK 2026M07 1"])
    }

    @Test(
        arguments: [
            (StoreError.missingDocument(Self.hash), "damaged"),
            (.corruptDocument(Self.hash), "damaged"),
            (.brokenChain(Self.key, sequence: 1), "damaged"),
            (.unsupportedFormat(cause: "a newer one"), "unavailable"),
            (.locked(cause: "another process"), "unavailable"),
            (.unavailable(cause: "no such file"), "unavailable"),
        ]
    )
    func `what is wrong with the data is told from what is wrong with the store`(
        error: StoreError,
        word: String
    ) async throws {
        for call in FaultyReader.Call.allCases {
            let (service, reader) = try await Self.service()
            await reader.fail(call, with: error)

            let told = await outcome { try await service.answer("y25i01") }

            #expect(told == word, "\(call)")
        }
    }

    @Test(arguments: ["snapshot-manifest", "cubelayout", "{"])
    func `a document that can't be read as what it is gives damage`(
        beginning: String
    ) async throws {
        let (service, reader) = try await Self.service()
        await reader.alterDocuments { $0.hasPrefix(beginning) ? "?" + $0 : $0 }

        let told = await outcome { try await service.answer("y25i01") }
        await reader.alterDocuments { $0 }
        let mended = try await service.answer("y25i01")

        #expect(told == "damaged")
        #expect(mended == ["DK 2026M07 1"])
    }

    private static let hash = ContentHash(sha256: [1])
    private static let key = ChunkKey(
        plane: PlaneKey(
            indicator: Code("y25i01"),
            cube: Code("areaByBenefitGroup"),
            measure: Code("fulltimePersons"),
            periodType: .month,
            layout: hash
        ),
        block: 0,
        span: 2_026
    )

    private static func service() async throws -> (StatisticsService, FaultyReader) {
        let figures = try Figures("y25i01 fulltimePersons DK TOT 2026M07 1")
        let publication = try await Publication.single(figures)
        let reader = FaultyReader(publication.store)
        return (publication.service(reader: reader), reader)
    }
}
