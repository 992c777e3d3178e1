internal import CubeCoding
internal import SnapshotStore
internal import StatisticsModel

/// Brings a delivery into the planes of one family whose layouts stay as they are.
struct FamilyRevision {
    let delivery: FamilyDelivery
    let space: IndicatorSpace
    let measure: Measure
    let catalogue: Catalogue
    let base: SnapshotPredecessor
    let contents: ChunkContents

    /// Adds the family's planes and changes to the draft.
    func run(into draft: inout DraftContents) async throws(PublishingError) {
        for cube in space.indicator.cubes.indices {
            let rows = CubeRows(cube: cube, measure: measure, in: space, of: catalogue)
            try await revise(cube: space.indicator.cubes[cube].id, rows: rows, into: &draft)
        }
    }

    private func revise(
        cube: Code<Cube>,
        rows: CubeRows,
        into draft: inout DraftContents
    ) async throws(PublishingError) {
        let key = delivery.family.key(ofCube: cube, layout: rows.layout.hash)
        let isLive = base.planes[delivery.family]?.contains { $0.key == key } ?? false
        let versions = try await contents.versions(of: key)
        let stored = Dictionary(
            versions.map { ($0.place, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let delivered = delivery.placed(in: rows, of: space)
        // A plane that an earlier catalogue left behind has chunks, but no cell of the newest
        // snapshot: all of them are written anew.
        let touched = Set(delivered.keys)
            .union(
                stored.keys.filter { !isLive || delivery.clears(span: $0.span) }
            )
        var plane = PlaneDraft(key: key, layout: rows.layout, sequence: base.sequence + 1)
        for version in versions where !touched.contains(version.place) { plane.keep(version) }
        var changes = ChangeCounts()
        for piece in touched.sorted().pieces(of: ChunkContents.batch) {
            let known = isLive ? piece.compactMap { stored[$0] } : []
            let chunks = try await contents.chunks(of: known, layout: rows.layout)
            let old = Dictionary(
                zip(known.map(\.place), chunks),
                uniquingKeysWith: { first, _ in first }
            )
            for place in piece {
                let before = old[place] ?? plane.emptyChunk(ofBlock: place.block)
                let after = delivery.applied(
                    to: before,
                    span: place.span,
                    cells: delivered[place] ?? []
                )
                rows.count(from: before, to: after, block: place.block, into: &changes)
                plane.put(after, at: place, stored: stored[place], previous: old[place])
            }
        }
        draft.add(plane)
        draft.count(changes, in: delivery.family.indicator)
    }
}

extension PlaneFamily {
    /// Returns the key of the family's plane in a cube.
    func key(ofCube cube: Code<Cube>, layout: ContentHash) -> PlaneKey {
        PlaneKey(
            indicator: indicator,
            cube: cube,
            measure: measure,
            periodType: periodType,
            layout: layout
        )
    }
}

extension CubeRows {
    /// Counts the cells that differ, unless an earlier cube holds and counts them.
    func count(
        from before: Chunk,
        to after: Chunk,
        block: Int,
        into changes: inout ChangeCounts
    ) {
        let (oldValues, values) = (before.scaled, after.scaled)
        let (oldStatuses, statuses) = (before.statuses, after.statuses)
        var known: (row: Int, counts: Bool)?
        for index in values.indices
        where values[index] != oldValues[index] || statuses[index] != oldStatuses[index] {
            let (row, column) = index.quotientAndRemainder(dividingBy: after.columns)
            let ordinal = block * layout.blockRows + row
            let isCounted = known?.row == row ? known?.counts == true : counts(row: ordinal)
            known = (row, isCounted)
            guard isCounted else { continue }
            changes.count(from: before[row, column], to: after[row, column])
        }
    }
}
