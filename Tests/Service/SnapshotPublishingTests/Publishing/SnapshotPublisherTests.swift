import CubeCoding
import SnapshotPublishing
import SnapshotStore
import StatisticsModel
import Testing

@Suite struct SnapshotPublisherTests {
    private static let header = "area,period,persons\n"

    @Test func `a first delivery becomes a scheduled snapshot with root, chain and documents`()
        async throws
    {
        let fixture = try PublishingFixture()
        var delivery = DeliveryFixture(
            "area,period,gender,persons\n101,2026M01,M,7\n101,2026M02,TOT,\n"
        )
        delivery.further = #""notes": {"da": "Øvelse", "en": "Exercise"},"#

        let report = try await fixture.publish(delivery, onDay: 1)

        let snapshot = try #require(report.published).snapshot
        #expect(try await fixture.store.snapshots() == [snapshot])
        #expect(snapshot.id.description == "2026-04-01")
        #expect(snapshot.sequence == 1 && snapshot.state == .scheduled && !snapshot.isBackfilled)
        #expect(snapshot.dataMonth.description == "2026M03")
        #expect(snapshot.notes.map(\.danish) == ["Øvelse"])
        #expect(snapshot.origin.changes == ChangeCounts(added: 2))
        #expect(snapshot.origin.changedIndicators.map(\.text) == ["y01a01"])
        let text = try #require(try await fixture.store.documents([snapshot.root])[snapshot.root])
        let manifest = try #require(
            SnapshotManifest(parsing: String(decoding: text, as: UTF8.self))
        )
        #expect(manifest.root == snapshot.root)
        #expect(manifest.provenances == [Code("y01a01"): .asPublished])
        let hash = try #require(manifest.documents["notes"])
        let notes = try #require(try await fixture.store.documents([hash])[hash])
        #expect(String(decoding: notes, as: UTF8.self) == #"[{"da":"Øvelse","en":"Exercise"}]"#)
        let chain = ReleaseChain.hash(
            after: nil,
            sequence: 1,
            id: snapshot.id,
            root: snapshot.root,
            releaseAt: snapshot.releaseAt
        )
        #expect(snapshot.chain == chain)
    }

    @Test func `a cell lives in every cube that holds its dimensions, and counts once`()
        async throws
    {
        let fixture = try PublishingFixture()
        let text =
            "area,period,gender,age,persons\nDK,2026M01,TOT,TOT,9\nDK,2026M01,M,TOT,5\n"
            + "DK,2026M01,M,30-,3\n1084,2026M01,M,TOT,2\n101,2026M01,TOT,30-,1\n"

        let report = try await fixture.publish(DeliveryFixture(text), onDay: 1)

        let cells = try await fixture.cells().mapValues { Set($0.values.map(\.scaled)) }
        #expect(
            cells == [
                "y01a01/byGender": [9, 5, 2], "y01a01/byAge": [9, 1], "y01a01/national": [9, 5, 3],
                "y01a01/regional": [2],
            ]
        )
        #expect(report.published?.deliveredCells == 5)
        #expect(report.published?.cells == 9)
        #expect(report.snapshot.origin.changes == ChangeCounts(added: 5))
    }

    @Test func `a window replaces its months and lets the others stand`() async throws {
        let fixture = try PublishingFixture()
        let first = Self.header + "DK,2025M12,1\n101,2026M01,2\n151,2026M01,3\n101,2026M03,4\n"
        try await fixture.publish(DeliveryFixture(first), onDay: 1)

        let second = Self.header + "101,2026M01,5\n259,2026M02,6\n"
        let report = try await fixture.publish(DeliveryFixture(second), onDay: 2)

        let cells = try await fixture.cells()["y01a01/byGender"] ?? [:]
        #expect(
            Set(cells.map { "\($0.key.members) \($0.key.period) \($0.value.scaled)" }) == [
                #"["area=DK"] 2025M12 1"#, #"["area=101"] 2026M01 5"#, #"["area=259"] 2026M02 6"#,
                #"["area=101"] 2026M03 4"#,
            ]
        )
        #expect(report.snapshot.origin.changes == ChangeCounts(added: 1, revised: 1, removed: 1))
        #expect(try await fixture.cells(at: 1)["y01a01/byGender"]?.count == 4)
    }

    @Test func `a full delivery replaces every period of its measures, and no other measure`()
        async throws
    {
        let fixture = try PublishingFixture()
        let first =
            "area,period,persons,share\nDK,2024M01,1,1.5\nDK,2026M01,2,2.5\nDK,2025Q04,3,3.5\n"
        try await fixture.publish(DeliveryFixture(first), onDay: 1)

        let second = DeliveryFixture(Self.header + "DK,2026M01,4\n", mode: "full")
        let report = try await fixture.publish(second, onDay: 2)

        let cells = try await fixture.cells()["y01a01/byGender"] ?? [:]
        let persons = cells.filter { $0.key.measure == "persons" }
        #expect(persons.map(\.value) == [Cell(scaled: 4)])
        #expect(cells.filter { $0.key.measure == "share" }.count == 3)
        #expect(report.snapshot.origin.changes == ChangeCounts(revised: 1, removed: 2))
    }

    @Test func `a delta changes its rows only`() async throws {
        let fixture = try PublishingFixture()
        let first = Self.header + "DK,2026M01,1\n101,2026M01,2\n151,2026M01,3\n"
        try await fixture.publish(DeliveryFixture(first), onDay: 1)

        let second = "op,area,period,persons\nupsert,DK,2026M01,\ndelete,101,2026M01,\n"
        let report = try await fixture.publish(DeliveryFixture(second, mode: "delta"), onDay: 2)

        #expect(try await fixture.cell("y01a01/byAge", "2026M01", ["area=DK"]) == .suppressed)
        #expect(try await fixture.cell("y01a01/byAge", "2026M01", ["area=101"]) == .absent)
        #expect(try await fixture.cell("y01a01/byAge", "2026M01", ["area=151"]).scaled == 3)
        #expect(report.snapshot.origin.changes == ChangeCounts(removed: 1, status: 1))
    }

    @Test func `a plane whose cells are all gone leaves the manifest and can come back`()
        async throws
    {
        let fixture = try PublishingFixture()
        let rows = DeliveryFixture(Self.header + "DK,2026M01,1\n")
        try await fixture.publish(rows, onDay: 1)
        let empty = "op,area,period,persons\ndelete,DK,2026M01,\n"
        try await fixture.publish(DeliveryFixture(empty, mode: "delta"), onDay: 2)
        #expect(try await fixture.cells() == [:])
        var again = rows
        again.month = "2026M04"

        let report = try await fixture.publish(again, onDay: 3)

        #expect(report.snapshot.origin.changes == ChangeCounts(added: 1))
        let verified = await SnapshotVerifier.verify(store: fixture.store, scope: .everySnapshot)
        #expect(verified.damages == [])
        #expect(try await fixture.cell("y01a01/byAge", "2026M01", ["area=DK"]).scaled == 1)
    }

    @Test func `content that stays is not written again`() async throws {
        let fixture = try PublishingFixture()
        let text = Self.header + "DK,2025M01,1\nDK,2026M01,2\n"
        try await fixture.publish(DeliveryFixture(text), onDay: 1)
        var same = DeliveryFixture(text)
        same.month = "2026M04"

        let unchanged = try await fixture.publish(same, onDay: 2)
        let revised = try await fixture.publish(
            DeliveryFixture(Self.header + "DK,2026M01,3\n"),
            onDay: 3
        )

        #expect(unchanged.published?.chunksWritten == 0)
        #expect(unchanged.snapshot.origin.changes == ChangeCounts())
        // One chunk of 2026 in each of the three cubes that hold the country's total.
        #expect(revised.published?.chunksWritten == 3)
    }

    @Test func `the same delivery a second time is told and does nothing`() async throws {
        let fixture = try PublishingFixture()
        let delivery = DeliveryFixture(Self.header + "DK,2026M01,1\n")
        let first = try await fixture.publish(delivery, onDay: 1)
        try await fixture.publish(DeliveryFixture(Self.header + "DK,2026M01,2\n"), onDay: 2)

        let again = try await fixture.publish(delivery, onDay: 3)

        #expect(again == .alreadyPublished(first.snapshot))
        #expect(try await fixture.store.snapshots().count == 2)
    }

    @Test func `a delivery whose snapshot was taken back can be published again`() async throws {
        let fixture = try PublishingFixture()
        let delivery = DeliveryFixture(Self.header + "DK,2026M01,1\n")
        try await fixture.publish(delivery, onDay: 1)
        let withdrawal = Withdrawal(
            at: PublishingFixture.hour(onDay: 2),
            reason: "x",
            successor: nil
        )
        try await fixture.store.withdraw(1, withdrawal)

        let again = try await fixture.publish(delivery, onDay: 3)

        #expect(again.snapshot.sequence == 2)
    }

    @Test func `roots depend on the figures, not on the order of files, rows or copies`()
        async throws
    {
        let rows = ["DK,2026M01,TOT,1\n", "101,2026M02,M,2\n", "1084,2025Q03,K,3\n"]
        let head = "area,period,gender,persons\n"
        let files = [
            DeliveryFixture.File("a.csv", head + rows[0] + rows[1] + rows[2]),
            DeliveryFixture.File("b.csv", indicator: "y02a01", Self.header + "DK,2026M01,5\n"),
        ]
        let other = [
            files[1],
            DeliveryFixture.File("c.csv", head + rows[2] + rows[0]),
            DeliveryFixture.File(
                "d.csv",
                "persons,gender,period,area\n2,M,2026M02,101\n1,TOT,2026M01,DK\n"
            ),
        ]
        let (left, right) = (try PublishingFixture(), try PublishingFixture())

        let first = try await left.publish(DeliveryFixture(files: files), onDay: 1)
        let second = try await right.publish(DeliveryFixture(files: other), onDay: 1)

        #expect(first.snapshot.root == second.snapshot.root)
        #expect(first.snapshot.chain == second.snapshot.chain)
        #expect(first.snapshot.origin.delivery != second.snapshot.origin.delivery)
    }

    @Test func `an old month corrected does not make the snapshot older`() async throws {
        let fixture = try PublishingFixture()
        try await fixture.publish(DeliveryFixture(Self.header + "DK,2026M01,1\n"), onDay: 1)
        var delivery = DeliveryFixture(Self.header + "DK,2025M01,1\n")
        delivery.month = "2025M01"

        let report = try await fixture.publish(delivery, onDay: 2)

        #expect(report.snapshot.dataMonth.description == "2026M03")
    }

    @Test func `progress tells parts, then what is stored, then that it is verified`() async throws
    {
        let fixture = try PublishingFixture()
        let delivery = try DeliveryFixture(Self.header + "DK,2026M01,1\n").read(fixture.catalogue)
        var told: [PublishingProgress] = []

        let report = try await SnapshotPublisher(store: fixture.store)
            .publish(
                delivery,
                request: ReleaseRequest(releaseAt: PublishingFixture.hour(onDay: 1)),
                now: PublishingFixture.hour(onDay: 1)
            ) { told.append($0) }

        let published = try #require(report.published)
        // Three measures for each of four lengths of period.
        let parts = (1...12).map { PublishingProgress.comparing(part: $0, of: 12) }
        let stored = PublishingProgress.storing(
            chunks: published.chunksWritten,
            bytes: published.bytesWritten
        )
        #expect(told == parts + [stored, .verifying])
    }
}
