internal import CubeCoding
internal import SnapshotStore
internal import StatisticsModel

/// Brings a family of planes from the layouts of an earlier catalogue into those of a new one, and
/// a delivery with it.
///
/// Cells are carried by the codes of their members, from all old cubes into all new ones, a span of
/// periods at a time.
struct FamilyRelayout {
    let delivery: FamilyDelivery
    let space: IndicatorSpace
    let measure: Measure
    let catalogue: Catalogue
    let base: SnapshotPredecessor
    let contents: ChunkContents

    /// A cube of the new catalogue.
    private struct Target {
        let rows: CubeRows
        let stored: [ChunkPlace: ChunkVersion]
        let delivered: [ChunkPlace: [FamilyDelivery.PlacedCell]]
        var plane: PlaneDraft
    }

    /// Adds the family's planes and changes to the draft.
    func run(into draft: inout DraftContents) async throws(PublishingError) {
        let sources = try await oldPlanes()
        var targets = try await newPlanes()
        let spans =
            sources.flatMap { $0.versions.keys }
            + targets.flatMap { $0.stored.keys.map(\.span) + $0.delivered.keys.map(\.span) }
        var changes = ChangeCounts()
        var withoutPlace = 0
        for span in Set(spans).sorted() {
            var cells = SpanCells(columns: delivery.family.periodType.columnsPerSpan)
            for source in sources {
                withoutPlace += try await source.carry(span: span, from: contents, into: &cells)
            }
            for index in targets.indices {
                fill(&targets[index], span: span, with: cells, changes: &changes)
            }
        }
        changes.removed += withoutPlace
        for target in targets { draft.add(target.plane) }
        draft.warn(withoutPlace: withoutPlace, of: delivery.family)
        draft.count(changes, in: delivery.family.indicator)
    }

    private func oldPlanes() async throws(PublishingError) -> [PlaneSource] {
        guard let catalogue = base.catalogue,
            let indicator = catalogue.indicator(delivery.family.indicator),
            let measure = indicator.measures.first(where: { $0.id == delivery.family.measure })
        else { return [] }
        guard measure.decimals <= self.measure.decimals else {
            throw .fewerDecimals(indicator.id, measure.id)
        }
        let translation = SeriesTranslation(
            from: IndicatorSpace(of: indicator, in: catalogue),
            to: space,
            scale: (measure.decimals..<self.measure.decimals).reduce(1) { scale, _ in scale * 10 }
        )
        var sources: [PlaneSource] = []
        for line in base.planes[delivery.family] ?? [] {
            guard let cube = indicator.cubes.firstIndex(where: { $0.id == line.key.cube }) else {
                continue
            }
            let rows = CubeRows(cube: cube, measure: measure, in: translation.old, of: catalogue)
            let versions = try await contents.versions(of: line.key).filter { $0.cellCount > 0 }
            sources.append(
                PlaneSource(
                    rows: rows,
                    translation: translation,
                    versions: Dictionary(grouping: versions) { $0.key.span }
                )
            )
        }
        return sources
    }

    private func newPlanes() async throws(PublishingError) -> [Target] {
        var targets: [Target] = []
        for (index, cube) in space.indicator.cubes.enumerated() {
            let rows = CubeRows(cube: index, measure: measure, in: space, of: catalogue)
            let key = delivery.family.key(ofCube: cube.id, layout: rows.layout.hash)
            let versions = try await contents.versions(of: key)
            targets.append(
                Target(
                    rows: rows,
                    stored: Dictionary(
                        versions.map { ($0.place, $0) },
                        uniquingKeysWith: { first, _ in first }
                    ),
                    delivered: delivery.placed(in: rows, of: space),
                    plane: PlaneDraft(key: key, layout: rows.layout, sequence: base.sequence + 1)
                )
            )
        }
        return targets
    }

    private func fill(
        _ target: inout Target,
        span: Int,
        with cells: SpanCells,
        changes: inout ChangeCounts
    ) {
        let layout = target.rows.layout
        var chunks: [Int: Chunk] = [:]
        for (series, values) in cells.values {
            let places = space.places(ofSeries: series)
            guard let row = target.rows.row(ofPlaces: places) else { continue }
            let (block, rest) = row.quotientAndRemainder(dividingBy: layout.blockRows)
            let empty = target.plane.emptyChunk(ofBlock: block)
            for (column, cell) in values.enumerated() where cell.status != .absent {
                chunks[block, default: empty][rest, column] = cell
            }
        }
        let known = [target.stored.keys.map { $0 }, target.delivered.keys.map { $0 }]
        let blocks = Set(known.joined().filter { $0.span == span }.map(\.block))
        for block in blocks.union(chunks.keys).sorted() {
            let place = ChunkPlace(block: block, span: span)
            let before = chunks[block] ?? target.plane.emptyChunk(ofBlock: block)
            let after = delivery.applied(
                to: before,
                span: span,
                cells: target.delivered[place] ?? []
            )
            target.rows.count(from: before, to: after, block: block, into: &changes)
            target.plane.put(after, at: place, stored: target.stored[place], previous: nil)
        }
    }
}

/// The cells of one span of periods, by their series' number in the new space.
struct SpanCells {
    let columns: Int
    private(set) var values: [Int: [Cell]] = [:]

    init(columns: Int) {
        self.columns = columns
    }

    mutating func put(_ cell: Cell, series: Int, column: Int) {
        values[series, default: [Cell](repeating: .absent, count: columns)][column] = cell
    }
}

/// A plane of the newest snapshot, whose cells are carried into other layouts.
private struct PlaneSource {
    let rows: CubeRows
    let translation: SeriesTranslation
    let versions: [Int: [ChunkVersion]]

    /// Carries a span's cells over; returns how many counted ones have no place any more.
    func carry(
        span: Int,
        from contents: ChunkContents,
        into cells: inout SpanCells
    ) async throws(PublishingError) -> Int {
        var withoutPlace = 0
        for piece in (versions[span] ?? []).pieces(of: ChunkContents.batch) {
            let chunks = try await contents.chunks(of: piece, layout: rows.layout)
            for (version, chunk) in zip(piece, chunks) {
                for row in 0..<chunk.rows {
                    let ordinal = version.key.block * rows.layout.blockRows + row
                    let held = (0..<chunk.columns).filter { chunk[row, $0].status != .absent }
                    guard !held.isEmpty else { continue }
                    guard let series = translation.series(ofPlaces: rows.places(ofRow: ordinal))
                    else {
                        withoutPlace += rows.counts(row: ordinal) ? held.count : 0
                        continue
                    }
                    for column in held {
                        let cell = translation.scaled(chunk[row, column])
                        cells.put(cell, series: series, column: column)
                    }
                }
            }
        }
        return withoutPlace
    }
}
