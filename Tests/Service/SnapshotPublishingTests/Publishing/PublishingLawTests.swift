import SnapshotPublishing
import StatisticsModel
import Testing

/// Random deliveries against a plain dictionary that knows nothing of chunks or layouts.
@Suite struct PublishingLawTests {
    @Test(arguments: [1, 2, 3, 20_260_401] as [UInt64])
    func `whatever is delivered, every snapshot holds exactly what the dictionary holds`(
        _ seed: UInt64
    ) async throws {
        var random = SeededGenerator(seed: seed)
        let fixture = try PublishingFixture()
        let catalogues = try Self.variants.map { try $0.catalogue() }
        var oracle = CellOracle(catalogue: catalogues[0])
        var expected: [[String: [CellName: Cell]]] = []
        for day in 1...25 {
            if Int.random(in: 0..<4, using: &random) == 0 {
                oracle.move(to: catalogues[Int.random(in: catalogues.indices, using: &random)])
            }
            let before = oracle.cells
            let round = oracle.delivery(using: &random, month: day)
            oracle.apply(round)

            let report = try await fixture.publish(
                round.fixture,
                onDay: day,
                under: oracle.catalogue
            )

            let changes = CellOracle.changes(from: before, to: oracle.cells)
            let removed = oracle.takeWithoutPlace()
            let counted = report.snapshot.origin.changes
            let cells = try await fixture.cells()
            let cubes = oracle.cubes
            expected.append(cubes)
            #expect(cells == cubes, "seed \(seed), day \(day), \(round.mode)")
            #expect(counted.added == changes.added, "seed \(seed), day \(day)")
            #expect(counted.revised == changes.revised, "seed \(seed), day \(day)")
            #expect(counted.removed == changes.removed + removed, "seed \(seed), day \(day)")
            #expect(counted.status == changes.status, "seed \(seed), day \(day)")
        }
        for (index, cubes) in expected.enumerated() {
            let cells = try await fixture.cells(at: index + 1)
            #expect(cells == cubes, "seed \(seed): snapshot \(index + 1) did not stay")
        }
        let verified = await SnapshotVerifier.verify(store: fixture.store, scope: .everySnapshot)
        #expect(verified.damages == [], "seed \(seed)")
    }

    /// Catalogues that give cells other places, another cube, or none.
    private static let variants: [CatalogueFixture] = {
        let plain = CatalogueFixture()
        let indicators = "indicators/unemployment.yaml"
        return [
            plain,
            plain.replacing(
                "151,1084,municipality",
                with: "147,1084,municipality,Frederiksberg,,,,,,,,S,star\n151,1084,municipality",
                in: "dimensions/area.csv"
            ),
            plain.replacing(
                "    - {id: byAge, dimensions: [area, age], levels: [country, municipality]}\n",
                with: "",
                in: indicators
            ),
            plain.replacing(
                "levels: [country]}",
                with: "levels: [country, region]}",
                in: indicators
            ),
            plain.replacing(
                "K,TOT,,Kvinder,Women,,,,,,,S,star\n",
                with: "",
                in: "dimensions/gender.csv"
            ),
        ]
    }()
}

/// A generator of which a seed tells all.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
