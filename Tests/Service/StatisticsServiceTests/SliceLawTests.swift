import PublicationFixtures
import StatisticsFixtures
import StatisticsModel
import Testing

@testable import StatisticsService

/// Random questions on random figures against a plain dictionary.
@Suite struct SliceLawTests {
    @Test(arguments: [1, 2, 20_260_819] as [UInt64])
    func `every edition gives exactly the rows of the dictionary, in the stated order`(
        seed: UInt64
    ) async throws {
        var random = SeededRandom(seed: seed)
        let catalogue = try Catalogue.crossed()
        let first = Figures.random(under: catalogue, using: &random)
        let second = first.revised(using: &random)
        let publication = Publication()
        try await publication.publish(first, at: "2026-02-19T08:00", under: catalogue)
        try await publication.publish(second, at: "2026-03-19T08:00", under: catalogue)
        let sizes = [0, 200_000, 64 << 20]

        for number in 1...60 {
            let sequence = Int.random(in: 1...2, using: &random)
            let figures = sequence == 1 ? first : second
            let question = RandomQuestion(on: figures, under: catalogue, using: &random)
            let batchRows = [1, 2, 7, 100, 4_096].randomElement(using: &random) ?? 1
            let settings = StatisticsService.Settings(
                cacheBytes: sizes[number % sizes.count],
                verifyEvery: 1
            )
            let service = publication.service(settings)
            let edition = try await service.edition(.sequence(sequence))
            let expected = SliceOracle(figures: figures, catalogue: catalogue).rows(of: question)

            let slice = try await service.slice(question.query, of: edition)
            let batches = try await slice.batches(of: batchRows)

            let told: Comment = "seed \(seed), edition \(sequence): \(question.text)"
            #expect(batches.flatMap(\.self) == expected, told)
            #expect(batches.allSatisfy { !$0.isEmpty }, told)
            // One series is never cut, so a batch may be as long as that.
            let most = max(batchRows, question.sort.isEmpty ? question.periods.count : 0)
            #expect(batches.allSatisfy { $0.count <= most }, told)
        }
    }
}
