import PublicationFixtures
import QueryPlanning
import StatisticsFixtures
import StatisticsModel
import Testing

@testable import StatisticsService

@Suite struct EditionDirectoryTests {
    @Test func `thirty-two editions are kept, and the one used least recently goes first`()
        async throws
    {
        let (directory, _, snapshots) = try await Self.directory(of: 33)
        var editions: [Edition] = []
        for snapshot in snapshots.prefix(32) {
            editions.append(try await directory.edition(of: snapshot))
        }
        let touched = try await directory.edition(of: snapshots[0])

        _ = try await directory.edition(of: snapshots[32])

        #expect(touched === editions[0])
        for place in [0] + Array(2..<32) {
            let again = try await directory.edition(of: snapshots[place])
            #expect(again === editions[place], "edition \(place + 1)")
        }
        let reopened = try await directory.edition(of: snapshots[1])
        #expect(reopened !== editions[1])
        #expect(reopened.snapshot == snapshots[1])
    }

    @Test func `siblings share a catalogue: only the first one's is read`() async throws {
        let (directory, reader, snapshots) = try await Self.directory(of: 3)
        let first = try await directory.edition(of: snapshots[0])
        let asked = await reader.askedDocuments.count

        let second = try await directory.edition(of: snapshots[1])
        let third = try await directory.edition(of: snapshots[2])

        let further = await reader.askedDocuments.dropFirst(asked)
        #expect(Array(further) == [snapshots[1].root, snapshots[2].root])
        #expect(second.catalogue == first.catalogue)
        #expect(third.catalogue == first.catalogue)
        #expect(first.holdings.periods != third.holdings.periods)
    }

    @Test func `an edition with another catalogue reads its own`() async throws {
        let publication = Publication()
        try await publication.publish(try Self.figures(1), at: "2026-08-19T08:00")
        try await publication.publish(
            try Self.figures(2),
            at: "2026-09-17T08:00",
            under: Self.renamed()
        )
        let reader = FaultyReader(publication.store)
        let directory = Self.directory(over: reader)
        let snapshots = try await directory.snapshots()

        let first = try await directory.edition(of: snapshots[0])
        let second = try await directory.edition(of: snapshots[1])

        #expect(first.catalogue == .small())
        #expect(second.catalogue == Self.renamed())
        #expect(second.search.indicators(matching: "omdøbt") == [Code("y07a02")])
        #expect(first.search.indicators(matching: "omdøbt").isEmpty)
    }

    @Test func `an edition whose record changed has the new record and the old contents`()
        async throws
    {
        let (directory, reader, snapshots) = try await Self.directory(of: 1)
        let edition = try await directory.edition(of: snapshots[0])
        let asked = await reader.askedDocuments.count
        let old = snapshots[0]
        let withdrawn = Snapshot(
            id: old.id,
            sequence: old.sequence,
            state: .withdrawn,
            releaseAt: old.releaseAt,
            recordedAt: old.recordedAt,
            dataMonth: old.dataMonth,
            root: old.root,
            chain: old.chain,
            origin: old.origin,
            notes: old.notes,
            withdrawal: Withdrawal(at: old.releaseAt, reason: "Fejl", successor: nil)
        )

        let renewed = try await directory.edition(of: withdrawn)

        #expect(renewed.snapshot == withdrawn)
        #expect(renewed.contents === edition.contents)
        #expect(await reader.askedDocuments.count == asked)
    }

    private static func directory(
        of count: Int
    ) async throws -> (EditionDirectory, FaultyReader, [Snapshot]) {
        let publication = Publication()
        for number in 1...count {
            let date = day("2026-01-01").adding(days: number)
            try await publication.publish(try figures(number), at: "\(date)T08:00")
        }
        let reader = FaultyReader(publication.store)
        let directory = directory(over: reader)
        return (directory, reader, try await directory.snapshots())
    }

    private static func directory(over reader: FaultyReader) -> EditionDirectory {
        EditionDirectory(
            loader: ChunkLoader(reader: reader, settings: StatisticsService.Settings()),
            reader: reader
        )
    }

    /// Figures of another month for each number.
    private static func figures(_ number: Int) throws -> Figures {
        let period = Period(type: .month, ordinal: 2_020 * 12 + number)
        return try Figures("y25i01 fulltimePersons DK TOT \(period) \(number)")
    }

    private static func renamed() -> Catalogue {
        let small = Catalogue.small()
        let last = small.indicators[2]
        let renamed = Indicator(
            id: last.id,
            subject: last.subject,
            label: plain("Omdøbt"),
            definition: last.definition,
            population: nil,
            sourceTable: last.sourceTable,
            sources: last.sources,
            publicationLagDays: last.publicationLagDays,
            publicationLag: nil,
            provisionalPeriods: last.provisionalPeriods,
            periodTypes: last.periodTypes,
            dimensions: last.dimensions,
            cubes: last.cubes,
            measures: last.measures,
            breaks: last.breaks
        )
        return Catalogue(
            subjects: small.subjects,
            units: small.units,
            sources: small.sources,
            dimensions: small.dimensions,
            indicators: small.indicators.dropLast() + [renamed]
        )
    }
}
