internal import CubeCoding
internal import SnapshotStore
internal import StatisticsModel

/// What a snapshot in the making has so far.
struct DraftContents {
    private(set) var lines: [SnapshotManifest.Plane] = []
    private(set) var chunks: [DraftChunk] = []
    private(set) var layouts: [ContentHash: CubeLayout] = [:]
    private(set) var counts = ChangeCounts()
    private(set) var changedIndicators: Set<Code<Indicator>> = []
    private(set) var warnings: [PublishingWarning] = []

    /// How many bytes the new chunks have.
    var bytes: Int { chunks.reduce(0) { $0 + $1.blob.bytes.count } }

    /// Takes over a plane that stays as it is.
    mutating func keep(_ line: SnapshotManifest.Plane) { lines.append(line) }

    /// Takes over a finished plane.
    mutating func add(_ plane: PlaneDraft) {
        chunks += plane.written
        guard let line = plane.line else { return }
        lines.append(line)
        layouts[plane.layout.hash] = plane.layout
    }

    /// Takes over what one family of planes changed.
    mutating func count(_ changes: ChangeCounts, in indicator: Code<Indicator>) {
        guard changes != ChangeCounts() else { return }
        changedIndicators.insert(indicator)
        counts.added += changes.added
        counts.revised += changes.revised
        counts.removed += changes.removed
        counts.status += changes.status
    }

    /// Remembers that cells found no place in the catalogue; `cells` may be 0.
    mutating func warn(withoutPlace cells: Int, of family: PlaneFamily) {
        guard cells > 0 else { return }
        warnings.append(.cellsWithoutPlace(family.indicator, family.measure, cells: cells))
    }
}
