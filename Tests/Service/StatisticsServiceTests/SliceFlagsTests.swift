import PublicationFixtures
import QueryPlanning
import StatisticsFixtures
import StatisticsModel
import Testing

@testable import StatisticsService

@Suite struct SliceFlagsTests {
    @Test(
        arguments: [
            (3, "2025M08..2025M12", "--PPP"), (1, "2025M08..2025M12", "----P"),
            (0, "2025M08..2025M12", "-----"), (14, "2024M09..2025M02", "--PPPP"),
            (3, "2025Q01..2025Q04", "---P"), (4, "2025Q01..2025Q04", "--PP"),
            (3, "2025QMAT02..2025QMAT04", "--P"), (3, "Y:2023..2025", "--P"),
            (13, "Y:2023..2025", "-PP"), (0, "Y:2023..2025", "---"),
        ]
    )
    func `a period is provisional when its last month is among the newest`(
        newest: Int,
        periods: String,
        flags: String
    ) async throws {
        let catalogue = try Catalogue.crossed(provisionalPeriods: newest)
        let publication = try await Publication.single(try Self.figures(), under: catalogue)

        let slice = try await Self.slice("y01a02?period=\(periods)", of: publication)

        #expect(Self.text(.provisional, "P", of: slice) == flags)
    }

    @Test(
        arguments: [
            ("2025M07", "2025M06..2025M08", "-B-"), ("2025M07", "2025Q01..2025Q04", "--B-"),
            ("2025M08", "2025Q01..2025Q04", "--B-"), ("2025M07", "Y:2023..2025", "--B"),
            ("2024M12", "Y:2023..2025", "-B-"), ("2025M07", "2025QMAT01..2025QMAT04", "--BB"),
            ("2024M10", "2024QMAT03..2025QMAT04", "-BBBB-"),
            ("2025Q02", "2025M03..2025M06", "-B--"),
            ("2025Q02", "2025Q01..2025Q04", "-B--"), ("2025Y01", "2024M12..2025M02", "-B-"),
            ("2025Y01", "2024Q04..2025Q02", "-B-"), ("2025Y01", "Y:2023..2025", "--B"),
        ]
    )
    func `a period is flagged when the series breaks in it`(
        first: String,
        periods: String,
        flags: String
    ) async throws {
        let seriesBreak = SeriesBreak(
            period: try #require(Period(parsing: first)),
            kind: .legislation,
            label: plain("Reform"),
            source: nil
        )
        let catalogue = try Catalogue.crossed(breaks: [seriesBreak])
        let publication = try await Publication.single(try Self.figures(), under: catalogue)

        let slice = try await Self.slice("y01a02?period=\(periods)", of: publication)

        #expect(Self.text(.seriesBreak, "B", of: slice) == flags)
    }

    @Test func `each column of a joined table has the flags of its indicator`() async throws {
        let catalogue = try Catalogue.crossed(provisionalPeriods: 3)
        let publication = try await Publication.single(try Self.figures(), under: catalogue)
        let question =
            "y01a02,y25i01?period=2025M09..2025M12&measure=fulltimePersons,pctWorkforce,persons"

        let slice = try await Self.slice(question, of: publication)

        let columns = (0..<3).map { Self.text(.provisional, "P", of: slice, column: $0) }
        #expect(columns == ["---P", "-PPP", "-PPP"])
    }

    @Test func `an old edition's flags are those of its own newest month`() async throws {
        let publication = Publication()
        let catalogue = try Catalogue.crossed(provisionalPeriods: 2)
        let old = try Self.figures(dataMonth: "2025M11")
        try await publication.publish(old, at: "2025-12-18T08:00", under: catalogue)
        let new = try Self.figures(dataMonth: "2025M12")
        try await publication.publish(new, at: "2026-01-20T08:00", under: catalogue)
        let question = "y01a02?period=2025M09..2025M12"

        let first = try await Self.slice(question, of: publication, .sequence(1))
        let second = try await Self.slice(question, of: publication, .sequence(2))

        #expect(Self.text(.provisional, "P", of: first) == "-PPP")
        #expect(Self.text(.provisional, "P", of: second) == "--PP")
    }

    /// Figures from 2023 to 2025 in all lengths of period.
    private static func figures(dataMonth: String = "2025M12") throws -> Figures {
        let periods = [
            "2023M01", "2025M12", "2023Q01", "2025Q04", "2023QMAT04", "2025QMAT04", "2023Y01",
            "2025Y01",
        ]
        let lines = periods.flatMap { period in
            [
                "y01a02 persons DK TOT TOT \(period) 1",
                "y01a02 pctWorkforce DK TOT TOT \(period) 1",
            ]
        }
        let others = ["2023M01", "2025M12"].map { "y25i01 fulltimePersons DK TOT TOT \($0) 1" }
        return try Figures((lines + others).joined(separator: "\n"), dataMonth: dataMonth)
    }

    private static func slice(
        _ question: String,
        of publication: Publication,
        _ selector: SnapshotSelector = .latest
    ) async throws -> Slice {
        let service = publication.service()
        let edition = try await service.edition(selector)
        return try await service.slice(ObservationQuery(reading: question), of: edition)
    }

    /// One letter a period: whether a flag stands there.
    private static func text(
        _ flag: Slice.Flags,
        _ letter: String,
        of slice: Slice,
        column: Int = 0
    ) -> String {
        slice.plan.periods.indices
            .map { slice.flags(column: column, period: $0).contains(flag) ? letter : "-" }
            .joined()
    }
}
