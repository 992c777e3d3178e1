import CubeCoding
import PublicationFixtures
import StatisticsFixtures
import StatisticsModel
import Testing

@testable import StatisticsService

/// Many readers at once get what one gets alone.
@Suite struct ConcurrentReadingTests {
    @Test(arguments: [0, 60_000])
    func `the same and different questions at once give the same answers`(
        cacheBytes: Int
    ) async throws {
        var random = SeededRandom(seed: 77)
        let catalogue = try Catalogue.crossed()
        let first = Figures.random(under: catalogue, using: &random)
        let second = first.revised(using: &random)
        let publication = Publication()
        try await publication.publish(first, at: "2026-02-19T08:00", under: catalogue)
        try await publication.publish(second, at: "2026-03-19T08:00", under: catalogue)
        let asked = (0..<12)
            .map { number in
                let figures = number % 2 == 0 ? first : second
                let question = RandomQuestion(on: figures, under: catalogue, using: &random)
                return (
                    sequence: number % 2 + 1, question: question,
                    rows: SliceOracle(figures: figures, catalogue: catalogue).rows(of: question)
                )
            }
        let settings = StatisticsService.Settings(cacheBytes: cacheBytes, verifyEvery: 1)
        let service = publication.service(settings)

        let wrong = try await withThrowingTaskGroup(of: String?.self) { group in
            for round in 0..<36 {
                let (sequence, question, rows) = asked[round * 7 % asked.count]
                group.addTask {
                    let edition = try await service.edition(.sequence(sequence))
                    let slice = try await service.slice(question.query, of: edition)
                    let answer = try await slice.batches(of: 50 + round).flatMap(\.self)
                    return answer == rows ? nil : question.text
                }
            }
            return try await group.reduce(into: [String]()) { wrong, question in
                if let question { wrong.append(question) }
            }
        }

        #expect(wrong.isEmpty)
    }

    @Test func `all who open an edition at once read the same one`() async throws {
        let publication = try await Publication.threeReleases()
        let service = publication.service()

        let roots = try await withThrowingTaskGroup(of: ContentHash.self) { group in
            for _ in 0..<64 {
                group.addTask {
                    let edition = try await service.edition(.latest)
                    return ContentHash(sha256: Array(edition.manifestText.utf8))
                }
            }
            return try await group.reduce(into: Set<ContentHash>()) { $0.insert($1) }
        }

        let newest = try await service.edition(.latest).snapshot.root
        #expect(roots == [newest])
    }
}
