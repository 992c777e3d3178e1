import PublicationFixtures
import QueryPlanning
import StatisticsFixtures
import StatisticsModel
import Testing

@testable import StatisticsService

@Suite struct SliceTests {
    @Test func `a cell that is absent beside a present one is not available`() async throws {
        let figures = try Figures(
            """
            y25i01 fulltimePersons DK TOT 2026M06 10
            y25i01 pctWorkforce DK TOT 2026M07 31
            """
        )
        let service = try await Publication.single(figures).service()

        let rows = try await service.answer("y25i01?period=M:*")

        #expect(rows == ["DK 2026M06 10 notAvailable", "DK 2026M07 notAvailable 31"])
    }

    @Test func `a row without any cell is left out, however its neighbours are`() async throws {
        let figures = try Figures(
            """
            y25i01 fulltimePersons DK TOT 2026M05 10
            y25i01 fulltimePersons DK TOT 2026M07 0
            y25i01 fulltimePersons 101 TOT 2026M06 suppressed
            """
        )
        let service = try await Publication.single(figures).service()

        let rows = try await service.answer("y25i01?area=DK,147,101&period=M:*")

        #expect(rows == ["DK 2026M05 10", "DK 2026M07 0", "101 2026M06 suppressed"])
    }

    @Test func `every status is told apart`() async throws {
        let figures = try Figures(
            """
            y25i01 fulltimePersons DK TOT 2026M04 suppressed
            y25i01 fulltimePersons DK TOT 2026M05 notAvailable
            y25i01 fulltimePersons DK TOT 2026M06 notApplicable
            y25i01 fulltimePersons DK TOT 2026M07 -7
            """
        )
        let service = try await Publication.single(figures).service()

        let rows = try await service.answer("y25i01")

        #expect(
            rows == [
                "DK 2026M04 suppressed", "DK 2026M05 notAvailable", "DK 2026M06 notApplicable",
                "DK 2026M07 -7",
            ]
        )
    }

    @Test func `a job centre of one municipality shows that one's cell`() async throws {
        let figures = try Figures(
            """
            y25i01 fulltimePersons 101 TOT 2026M07 16702
            y25i01 fulltimePersons 18500 TOT 2026M07 900
            y25i01 fulltimePersons 185 TOT 2026M07 600
            """
        )
        let service = try await Publication.single(figures).service()

        let rows = try await service.answer("y25i01?area=10100,101,18500,185,14700")

        #expect(
            rows == [
                "10100 2026M07 16702", "18500 2026M07 900", "101 2026M07 16702", "185 2026M07 600",
            ]
        )
    }

    @Test func `dimensions that are no columns stand at their totals in any cube`() async throws {
        let figures = try Figures(
            """
            y01a02 persons DK TOT TOT 2026M07 100
            y01a02 persons DK K TOT 2026M07 40
            y01a02 persons DK TOT 16-24 2026M07 9
            y01a02 persons DK K 16-24 2026M07 3
            y01a02 persons 101 K TOT 2026M07 20
            """
        )
        let service = try await Publication.single(figures).service()

        let areas = try await service.answer("y01a02?area=DK,101")
        let women = try await service.answer("y01a02?area=DK,101&gender=K")
        let young = try await service.answer("y01a02?age=TOT,16-24")
        let both = try await service.answer("y01a02?gender=K&age=16-24")

        #expect(areas == ["DK 2026M07 100"])
        #expect(women == ["DK K 2026M07 40", "101 K 2026M07 20"])
        #expect(young == ["DK TOT 2026M07 100", "DK 16-24 2026M07 9"])
        #expect(both == ["DK K 16-24 2026M07 3"])
    }

    @Test func `a joined table has each indicator's own cells`() async throws {
        let figures = try Figures(
            """
            y01a02 persons DK TOT TOT 2026M07 100
            y07a02 fulltimePersons DK TOT 2026M07 70
            y07a02 fulltimePersons DK TOT 2026M06 71
            """
        )
        let service = try await Publication.single(figures).service()

        let rows = try await service.answer("y07a02,y01a02")

        #expect(rows == ["DK 2026M06 71 notAvailable", "DK 2026M07 70 100"])
    }

    @Test func `rows without a number come last whichever way numbers run`() async throws {
        let figures = try Figures(
            """
            y25i01 fulltimePersons DK TOT 2026M07 suppressed
            y25i01 fulltimePersons DK DP 2026M07 2
            y25i01 fulltimePersons DK KTH 2026M07 5
            """
        )
        let service = try await Publication.single(figures).service()

        let up = try await service.answer("y25i01?benefitGroup=*&sort=fulltimePersons")
        let down = try await service.answer("y25i01?benefitGroup=*&sort=-fulltimePersons")

        #expect(up == ["DK DP 2026M07 2", "DK KTH 2026M07 5", "DK TOT 2026M07 suppressed"])
        #expect(down == ["DK KTH 2026M07 5", "DK DP 2026M07 2", "DK TOT 2026M07 suppressed"])
    }

    @Test func `a series over more chunks than one reading takes is whole`() async throws {
        let areas = ["DK", "1084", "101", "851"]
        let lines = (1_905...2_026)
            .flatMap { year in areas.map { "y25i01 fulltimePersons \($0) TOT \(year)M01 \(year)" } }
        let figures = try Figures(lines.joined(separator: "\n"), dataMonth: "2026M01")
        let service = try await Publication.single(figures).service()

        let rows = try await service.answer("y25i01?area=DK,1084,101,851&period=M:*")

        let expected = areas.flatMap { area in
            (1_905...2_026).map { "\(area) \($0)M01 \($0)" }
        }
        #expect(rows == expected)
    }

    @Test func `walking a slice twice gives the same rows`() async throws {
        let figures = try Figures(
            """
            y25i01 fulltimePersons DK TOT 2026M05 3
            y25i01 fulltimePersons DK TOT 2026M06 1
            y25i01 fulltimePersons DK TOT 2026M07 2
            y25i01 fulltimePersons 101 TOT 2026M07 3
            """
        )
        let service = try await Publication.single(figures).service()
        let edition = try await service.edition(.latest)
        let query = ObservationQuery(reading: "y25i01?area=*&sort=-fulltimePersons")
        let slice = try await service.slice(query, of: edition)

        let first = try await slice.batches(of: 3)
        let second = try await slice.batches(of: 3)

        #expect(first == second)
        #expect(first.map(\.count) == [3, 1])
    }

    @Test func `an indicator without figures has no rows`() async throws {
        let figures = try Figures("y25i01 fulltimePersons DK TOT 2026M07 1")
        let service = try await Publication.single(figures).service()

        let natural = try await service.answer("y07a02")
        let sorted = try await service.answer("y07a02?sort=-fulltimePersons")

        #expect(natural.isEmpty)
        #expect(sorted.isEmpty)
    }

    @Test func `a question that can't be planned says everything that is wrong`() async throws {
        let service = try await Publication.threeReleases().service()
        let edition = try await service.edition(.latest)
        let query = ObservationQuery(reading: "y25i01?area=Atlantis&measure=joy")

        let error = await #expect(throws: ServiceError.self) {
            try await service.slice(query, of: edition)
        }

        guard case .unanswerable(let planning) = error else {
            Issue.record("\(String(describing: error)) was thrown")
            return
        }
        #expect(planning.problems.map(\.kind) == [.unknownMember, .unknownMeasure])
    }
}
