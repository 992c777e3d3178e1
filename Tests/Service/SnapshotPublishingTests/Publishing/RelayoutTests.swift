import CubeCoding
import SnapshotPublishing
import StatisticsModel
import Testing

@Suite struct RelayoutTests {
    private let rows =
        "area,period,gender,persons\nDK,2026M01,TOT,9\nDK,2026M01,M,5\n"
        + "101,2025M12,K,4\n259,2026M01,TOT,2\n1085,2026M01,TOT,3\n"
    private let indicators = "indicators/unemployment.yaml"
    /// A delivery of another indicator, so that only the catalogue moves the cells.
    private let other = DeliveryFixture("area,period,persons\nDK,2026M01,1\n", indicator: "y02a01")

    @Test func `a member put in between moves every cell to its new place`() async throws {
        let fixture = try PublishingFixture()
        try await fixture.publish(DeliveryFixture(rows), onDay: 1)
        let before = try await fixture.cells()
        let wider = try CatalogueFixture()
            .replacing(
                "151,1084,municipality",
                with: "147,1084,municipality,Frederiksberg,,,,,,,,S,star\n151,1084,municipality",
                in: "dimensions/area.csv"
            )
            .catalogue()

        let report = try await fixture.publish(other, onDay: 2, under: wider)

        let after = try await fixture.cells().filter { $0.key.hasPrefix("y01a01") }
        #expect(after == before)
        #expect(report.snapshot.origin.changedIndicators.map(\.text) == ["y02a01"])
        let planes = Set(
            await fixture.store.keys.map(\.plane).filter { $0.indicator.text == "y01a01" }
        )
        #expect(planes.count == 6)
        let verified = await SnapshotVerifier.verify(store: fixture.store, scope: .everySnapshot)
        #expect(verified.damages == [])
    }

    @Test func `the root after a move is that of a store that never had the old places`()
        async throws
    {
        let wider = CatalogueFixture()
            .replacing(
                "M,TOT,,Mænd,Men",
                with: "X,TOT,,Uoplyst,Unknown,,,,,,,S,star\nM,TOT,,Mænd,Men",
                in: "dimensions/gender.csv"
            )
        let moved = try PublishingFixture()
        try await moved.publish(DeliveryFixture(rows), onDay: 1)
        try await moved.publish(other, onDay: 2, under: try wider.catalogue())
        let fresh = try PublishingFixture(wider)
        try await fresh.publish(DeliveryFixture(rows), onDay: 1)
        try await fresh.publish(other, onDay: 2)

        let roots = [
            try await moved.store.snapshots()[1].root, try await fresh.store.snapshots()[1].root,
        ]

        #expect(roots[0] == roots[1])
    }

    @Test func `a new cube is filled from the others, and a move back writes nothing anew`()
        async throws
    {
        let narrow = CatalogueFixture()
            .replacing(
                "    - {id: byAge, dimensions: [area, age], levels: [country, municipality]}\n",
                with: "",
                in: indicators
            )
        let fixture = try PublishingFixture(narrow)
        try await fixture.publish(DeliveryFixture(rows), onDay: 1)

        let report = try await fixture.publish(
            other,
            onDay: 2,
            under: try CatalogueFixture().catalogue()
        )

        let filled = try await fixture.cells()["y01a01/byAge"] ?? [:]
        #expect(Set(filled.values.map(\.scaled)) == [9, 2])
        #expect(report.snapshot.origin.changes == ChangeCounts(added: 1))
        var third = other
        third.month = "2026M04"
        let back = try await fixture.publish(third, onDay: 3, under: fixture.catalogue)
        #expect(back.published?.chunksWritten == 0)
        #expect(
            try await fixture.cells(at: 3)["y01a01/byGender"]
                == fixture.cells(at: 1)["y01a01/byGender"]
        )
    }

    @Test func `cells without a place are counted and told, and older snapshots keep them`()
        async throws
    {
        let fixture = try PublishingFixture()
        try await fixture.publish(DeliveryFixture(rows), onDay: 1)
        let fewer = try CatalogueFixture()
            .replacing("K,TOT,,Kvinder,Women,,,,,,,S,star\n", with: "", in: "dimensions/gender.csv")
            .catalogue()

        let report = try await fixture.publish(other, onDay: 2, under: fewer)

        #expect(
            report.published?.warnings.map(\.description) == [
                "1 cells of y01a01/persons have no place in the catalogue any more"
            ]
        )
        #expect(report.snapshot.origin.changes == ChangeCounts(added: 1, removed: 1))
        #expect(
            try await fixture.cell("y01a01/byGender", "2025M12", ["area=101", "gender=K"])
                == .absent
        )
        let old = try await fixture.cell(
            "y01a01/byGender",
            "2025M12",
            ["area=101", "gender=K"],
            at: 1
        )
        #expect(old.scaled == 4)
    }

    @Test func `more decimals keep the numbers, fewer are refused`() async throws {
        let fixture = try PublishingFixture()
        try await fixture.publish(DeliveryFixture(rows), onDay: 1)
        let finer = CatalogueFixture()
            .replacing(
                "decimals: 0\n      additive: true\n      polarity: less",
                with: "decimals: 2\n      additive: true\n      polarity: less",
                in: indicators
            )

        try await fixture.publish(other, onDay: 2, under: try finer.catalogue())

        #expect(try await fixture.cell("y01a01/byAge", "2026M01", ["area=DK"]).scaled == 900)
        var third = other
        third.month = "2026M04"
        let error = await #expect(throws: PublishingError.self) {
            try await fixture.publish(third, onDay: 3)
        }
        guard case .fewerDecimals? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test func `a label that was mended makes a snapshot of the same delivery`() async throws {
        let fixture = try PublishingFixture()
        let first = try await fixture.publish(DeliveryFixture(rows), onDay: 1)
        let mended = try CatalogueFixture()
            .replacing("Mænd,Men", with: "Mænd,Males", in: "dimensions/gender.csv").catalogue()

        let second = try await fixture.publish(DeliveryFixture(rows), onDay: 2, under: mended)
        let third = try await fixture.publish(DeliveryFixture(rows), onDay: 3, under: mended)

        #expect(second.published?.chunksWritten == 0)
        #expect(second.snapshot.root != first.snapshot.root)
        #expect(third == .alreadyPublished(second.snapshot))
    }

    @Test func `a dimension that is added or taken away leaves the totals`() async throws {
        let wide = try CatalogueFixture()
            .replacing(
                "dimensions: [{id: area, levels: [country, region]}]",
                with: "dimensions: [{id: area, levels: [country, region]}, {id: gender}]",
                in: indicators
            )
            .replacing(
                "{id: areas, dimensions: [area], levels",
                with: "{id: areas, dimensions: [area, gender], levels",
                in: indicators
            )
            .catalogue()
        let fixture = try PublishingFixture()
        try await fixture.publish(other, onDay: 1)
        let text = "op,area,period,gender,persons\nupsert,1084,2026M01,K,7\n"
        let delta = DeliveryFixture(text, mode: "delta", indicator: "y02a01")
        let added = try await fixture.publish(delta, onDay: 2, under: wide)

        let removed = try await fixture.publish(DeliveryFixture(rows), onDay: 3)

        let middle = try await fixture.cells(at: 2)["y02a01/areas"] ?? [:]
        #expect(Set(middle.values.map(\.scaled)) == [1, 7])
        #expect(added.snapshot.origin.changes == ChangeCounts(added: 1))
        let last = try await fixture.cells()["y02a01/areas"] ?? [:]
        #expect(last.map(\.value.scaled) == [1])
        #expect(removed.snapshot.origin.changes == ChangeCounts(added: 5, removed: 1))
    }

    @Test func `an indicator that is gone takes its planes along`() async throws {
        let fixture = try PublishingFixture()
        try await fixture.publish(other, onDay: 1)
        let text = CatalogueFixture().files[indicators] ?? ""
        var files = CatalogueFixture()
        files.files[indicators] = text.split(separator: "- id: y02a01").first.map(String.init)

        let report = try await fixture.publish(
            DeliveryFixture(rows),
            onDay: 2,
            under: try files.catalogue()
        )

        #expect(try await fixture.cells().keys.allSatisfy { $0.hasPrefix("y01a01") })
        #expect(report.snapshot.origin.changes == ChangeCounts(added: 5, removed: 1))
    }
}
