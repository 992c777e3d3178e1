import CubeCoding
import Databank
import DatabankStore
import Foundation
import MemoryStore
import SnapshotPublishing
import SnapshotStore
import StatisticsModel
import StatisticsProduction
import Testing

/// What is computed month by month is what a full recount gives.
@Suite struct IncrementTests {
    private static let indicators: Set<String> = [
        "y08a02", "y10a02", "y01dia02",
    ]

    @Test(arguments: [1, 2])
    func `an increment has the root of a full recount`(seed: UInt64) async throws {
        let folder = NSTemporaryDirectory() + "production-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let databank = try DatabankFile(path: folder + "/databank.sqlite", readOnly: false)
        let catalogue = try Self.catalogue()
        let first = Period(type: .month, ordinal: 2024 * 12)
        var world = RegisterWorld(seed: seed, persons: 400)
        try world.deliverPopulation(to: databank, month: Int32(first.ordinal))
        var producer = StatisticsProducer(
            catalogue: catalogue,
            settings: StatisticsProducer.Settings(
                firstMonth: first,
                workers: 2,
                reform: MunicipalityReform()
            )
        )
        let (step, whole) = (MemorySnapshotStore(), MemorySnapshotStore())

        for month in first.ordinal..<first.ordinal + 4 {
            try world.deliver(Int32(month), to: databank)
            var recount = producer
            recount.forgetCounts()
            let order = try databank.deliveries().count
            let dataMonth = Period(type: .month, ordinal: month)

            let increment = try await producer.produce(
                from: databank,
                upTo: order,
                dataMonth: dataMonth
            )
            let full = try await recount.produce(
                from: databank,
                upTo: order,
                dataMonth: dataMonth
            )

            let one = try await Self.publish(increment, catalogue, to: step)
            let other = try await Self.publish(full, catalogue, to: whole)
            #expect(one.root == other.root, "seed \(seed), \(dataMonth)")
            #expect(one.origin.changes.added > 0)
        }
    }

    private static func publish(
        _ production: Production,
        _ catalogue: Catalogue,
        to store: MemorySnapshotStore
    ) async throws -> Snapshot {
        let releaseAt = Instant(secondsSinceEpoch: 1_700_000_000 + production.dataMonth.ordinal)
        let report = try await SnapshotPublisher(store: store)
            .publish(
                production.delivery(
                    catalogue: catalogue,
                    sender: "test",
                    reason: .routine,
                    notes: []
                ),
                request: ReleaseRequest(releaseAt: releaseAt),
                now: releaseAt
            )
        return report.snapshot
    }

    private static func catalogue() throws -> Catalogue {
        let whole = try CatalogueFolder.read(path: "seeds/catalogue")
        return Catalogue(
            subjects: whole.subjects,
            units: whole.units,
            sources: whole.sources,
            dimensions: whole.dimensions,
            indicators: whole.indicators.filter { indicators.contains($0.id.text) }
        )
    }
}
