import CubeCoding
import Foundation
import MemoryStore
import SnapshotPublishing
import SnapshotStore
import StatisticsModel
import Testing

/// Three days of figures that were really published.
@Suite(
    .enabled(
        if: RealFigures.available != nil,
        "the real figures are not here: name their folder in REAL_FIGURES"
    )
)
struct RealFiguresTests {
    private let figures: RealFigures
    private let catalogue: Catalogue

    init() throws {
        figures = try #require(RealFigures.available)
        catalogue = try RealFigures.catalogue()
    }

    /// 08:00 in Copenhagen on a day of August 2026 from the 18th.
    private func publish(
        _ folder: String,
        day: Int,
        to store: MemorySnapshotStore
    ) async throws -> PublishedSnapshot {
        let releaseAt = Instant(secondsSinceEpoch: 1_787_032_800 + day * 86_400)
        let report = try await SnapshotPublisher(store: store)
            .publish(
                try DeliveryFolder.read(path: folder, catalogue: catalogue),
                request: ReleaseRequest(releaseAt: releaseAt),
                now: releaseAt
            )
        return try #require(report.published)
    }

    @Test func `every cell is read back as it was published, in its own snapshot`() async throws {
        let store = MemorySnapshotStore()
        var expected: [CellName: String] = [:]
        for day in figures.folders.indices {
            let texts = try figures.texts(onDay: day)
            // What a window doesn't reach stays; a key that is missing inside it goes.
            let windows = Dictionary(grouping: texts.keys) { "\($0.indicator)/\($0.measure)" }
                .mapValues { names in Set(names.map(\.period)) }
                .mapValues { periods in (periods.min() ?? "")...(periods.max() ?? "") }
            expected = expected.filter { name, _ in
                let window = windows["\(name.indicator)/\(name.measure)"]
                return texts[name] != nil || !(window?.contains(name.period) ?? false)
            }
            expected.merge(texts) { _, new in new }

            let clock = ContinuousClock.now
            let published = try await publish(figures.folders[day], day: day, to: store)
            let seconds = ContinuousClock.now - clock

            let cubes = try await StoredCells.read(published.snapshot, from: store)
            var unequal: [CellName] = []
            let cells = cubes.values.reduce(into: [CellName: Cell]()) { all, cube in
                all.merge(cube) { first, second in
                    if first != second { unequal.append(contentsOf: cube.keys) }
                    return first
                }
            }
            #expect(unequal == [])
            #expect(Set(cells.keys) == Set(expected.keys))
            let wrong = expected.filter { name, text in
                cells[name].map { self.text($0, name) != self.canonical(text, name) } ?? true
            }
            #expect(wrong == [:])
            print(
                "\(published.snapshot.id): \(published.deliveredCells) cells delivered, "
                    + "\(published.cells) stored, \(published.planes) planes, "
                    + "\(published.chunksWritten) chunks and \(published.bytesWritten) bytes new, "
                    + "\(published.snapshot.origin.changes), \(seconds)"
            )
        }
        let verified = await SnapshotVerifier.verify(store: store, scope: .everySnapshot)
        #expect(verified.damages == [])
    }

    @Test func `what was revised is counted, and withheld cells stay withheld`() async throws {
        let store = MemorySnapshotStore()
        let first = try await publish(figures.folders[0], day: 0, to: store)
        let second = try await publish(figures.folders[1], day: 1, to: store)

        let old = try figures.texts(onDay: 0)
        let new = try figures.texts(onDay: 1)
        let kept = new.keys.filter { old[$0] != nil && old[$0] != new[$0] }
        let statuses = kept.filter { (old[$0] == "") != (new[$0] == "") }.count
        let changes = second.snapshot.origin.changes
        #expect(changes.added == new.keys.count { old[$0] == nil })
        #expect(changes.status == statuses)
        #expect(changes.revised == kept.count - statuses)
        #expect(second.snapshot.origin.changedIndicators.map(\.text) == ["y25i01"])
        let cells = try await StoredCells.read(first.snapshot, from: store)
        let withheld = Set(old.filter { $0.value.isEmpty }.keys)
        let suppressed = Set(cells.values.joined().filter { $0.value == .suppressed }.map(\.key))
        #expect(suppressed == withheld)
        #expect(!withheld.isEmpty)
    }

    @Test func `the order of files and rows makes no difference to the root`() async throws {
        let folder = figures.folders[2]
        let source = URL(fileURLWithPath: folder)
        let manifest = try DeliveryManifest.parse(
            Array(try Data(contentsOf: source.appendingPathComponent("delivery.json")))
        )
        let files = try manifest.files.reversed()
            .map { file in
                let text = try String(contentsOfFile: folder + "/" + file.path, encoding: .utf8)
                let lines = text.split(separator: "\n")
                let turned = [lines[0]] + lines.dropFirst().reversed()
                return DeliveryFixture.File(
                    file.path,
                    indicator: file.indicator,
                    turned.joined(separator: "\n") + "\n"
                )
            }
        var fixture = DeliveryFixture(files: files)
        fixture.month = manifest.dataMonth.description
        let turned = try fixture.folder()

        let straight = try await publish(folder, day: 2, to: MemorySnapshotStore())
        let reversed = try await publish(turned.path, day: 2, to: MemorySnapshotStore())

        #expect(straight.snapshot.root == reversed.snapshot.root)
    }

    private func decimals(_ name: CellName) -> Int {
        catalogue.indicators.first { $0.id.text == name.indicator }?
            .measures.first { $0.id.text == name.measure }?
            .decimals ?? 0
    }

    private func text(_ cell: Cell, _ name: CellName) -> String {
        cell.status == .value
            ? FixedDecimal.text(cell.scaled, decimals: decimals(name)) : "\(cell.status.word)"
    }

    /// The text of a file with the measure's decimals: `11` is 11.0.
    private func canonical(_ text: String, _ name: CellName) -> String {
        guard !text.isEmpty else { return "suppressed" }
        let parts = text.split(separator: ".")
        let decimals = decimals(name)
        guard decimals > 0 else { return text }
        let fraction = parts.count > 1 ? String(parts[1]) : ""
        return parts[0] + "." + fraction
            + String(repeating: "0", count: max(0, decimals - fraction.count))
    }
}
