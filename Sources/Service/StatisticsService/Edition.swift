internal import CubeCoding
public import QueryPlanning
internal import SnapshotStore
public import StatisticsModel
internal import Synchronization

/// One snapshot, opened: its record, its frozen catalogue, and the way to its cells.
///
/// Labels, code lists and definitions are those of the snapshot, so an old edition answers in the
/// words of its time.
public final class Edition: Sendable {
    /// The snapshot's record.
    public let snapshot: Snapshot

    let contents: EditionContents
    let loader: ChunkLoader
    /// Invariant: an index never changes once it is there, for a snapshot never does.
    private let indexes: Mutex<[PlaneAddress: PlaneIndex]>

    init(
        snapshot: Snapshot,
        contents: EditionContents,
        loader: ChunkLoader,
        indexes: [PlaneAddress: PlaneIndex] = [:]
    ) {
        self.snapshot = snapshot
        self.contents = contents
        self.loader = loader
        self.indexes = Mutex(indexes)
    }

    /// The frozen catalogue.
    public var catalogue: Catalogue { contents.catalogue }

    /// Which figures there are.
    public var holdings: Holdings { planner.holdings }

    /// Plans questions on this edition.
    public var planner: QueryPlanner { contents.planner }

    /// Finds indicators and members by words.
    public var search: CatalogueSearch { contents.search }

    /// The manifest as text; its SHA-256 is the snapshot's root.
    public var manifestText: String { contents.manifest.text }

    /// Returns the planes of the manifest: key, root, first and last period, chunks, cells.
    public var planes: [ManifestPlane] {
        contents.manifest.planes.map { plane in
            ManifestPlane(
                indicator: plane.key.indicator,
                cube: plane.key.cube,
                measure: plane.key.measure,
                periodType: plane.key.periodType,
                layout: plane.key.layout,
                root: plane.root,
                periods: plane.periods,
                chunks: plane.chunks,
                cells: plane.cells
            )
        }
    }

    /// The frozen documents: name to hash.
    public var documents: [String: ContentHash] { contents.manifest.documents }

    /// Returns whether an indicator's figures are stored as somebody else published them.
    public func isAsPublished(_ indicator: Code<Indicator>) -> Bool {
        contents.manifest.provenances[indicator] == .asPublished
    }

    /// Returns whether a period's figures are provisional in this snapshot.
    public func isProvisional(_ period: Period, of indicator: Indicator) -> Bool {
        let first = contents.manifest.dataMonth.advanced(by: 1 - indicator.provisionalPeriods)
        return period.lastMonth >= first
    }

    func renewed(as snapshot: Snapshot) -> Edition {
        Edition(
            snapshot: snapshot,
            contents: contents,
            loader: loader,
            indexes: indexes.withLock { $0 }
        )
    }

    /// Returns where a plane's chunks are; `nil` when it has no cell in this snapshot.
    func index(of address: PlaneAddress) async throws(ServiceError) -> PlaneIndex? {
        if let known = indexes.withLock({ $0[address] }) { return known }
        guard let plane = contents.planes[address] else { return nil }
        let layout = try await loader.layout(plane.key.layout)
        let versions = try await loader.versions(of: plane.key, at: snapshot.sequence)
        let index = PlaneIndex(key: plane.key, layout: layout, versions: versions)
        indexes.withLock { $0[address] = index }
        return index
    }
}

/// A plane as the manifest lists it.
public struct ManifestPlane: Sendable {
    /// The indicator.
    public let indicator: Code<Indicator>
    /// The cube.
    public let cube: Code<Cube>
    /// The measure.
    public let measure: Code<Measure>
    /// The length of its periods.
    public let periodType: PeriodType
    /// The hash of its layout, which is among the documents.
    public let layout: ContentHash
    /// The hash over its chunks.
    public let root: ContentHash
    /// The first and the last period with a cell.
    public let periods: ClosedRange<Period>
    /// How many chunks have a cell.
    public let chunks: Int
    /// How many cells it has.
    public let cells: Int
}
