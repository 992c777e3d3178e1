internal import CubeCoding
internal import QueryPlanning
internal import SnapshotStore
internal import StatisticsModel

/// What a snapshot says beside its cells: manifest, catalogue, remarks; shared where equal.
final class EditionContents: Sendable {
    let manifest: SnapshotManifest
    let catalogue: Catalogue
    let planner: QueryPlanner
    let search: CatalogueSearch
    let planes: [PlaneAddress: SnapshotManifest.Plane]

    private let catalogueDocuments: [String: ContentHash]

    private init(
        manifest: SnapshotManifest,
        catalogueDocuments: [String: ContentHash],
        catalogue: Catalogue,
        search: CatalogueSearch
    ) {
        self.manifest = manifest
        self.catalogueDocuments = catalogueDocuments
        self.catalogue = catalogue
        self.search = search
        planner = QueryPlanner(catalogue: catalogue, holdings: manifest.holdings)
        planes = Dictionary(
            manifest.planes.map { (PlaneAddress($0.key), $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Reads a snapshot's manifest and catalogue; a sibling with the same catalogue lends it.
    static func read(
        _ snapshot: Snapshot,
        from reader: any SnapshotReader,
        reusing siblings: [EditionContents]
    ) async throws(ServiceError) -> EditionContents {
        let text = try await documents([snapshot.root], of: reader)[snapshot.root]
        guard let manifest = SnapshotManifest(parsing: String(decoding: text ?? [], as: UTF8.self))
        else { throw .damaged(cause: "the manifest of \(snapshot.id) can't be parsed") }
        let names = manifest.documents.filter { !$0.key.hasPrefix("layout/") && $0.key != "notes" }
        if let sibling = siblings.first(where: { $0.catalogueDocuments == names }) {
            return EditionContents(
                manifest: manifest,
                catalogueDocuments: names,
                catalogue: sibling.catalogue,
                search: sibling.search
            )
        }
        let bytes = try await documents(Array(Set(names.values)), of: reader)
        let catalogue: Catalogue
        do {
            catalogue = try FrozenCatalogue.catalogue(from: names.compactMapValues { bytes[$0] })
        } catch {
            throw .damaged(cause: "the catalogue of \(snapshot.id): \(error)")
        }
        return EditionContents(
            manifest: manifest,
            catalogueDocuments: names,
            catalogue: catalogue,
            search: CatalogueSearch(catalogue)
        )
    }

    private static func documents(
        _ hashes: [ContentHash],
        of reader: any SnapshotReader
    ) async throws(ServiceError) -> [ContentHash: [UInt8]] {
        do {
            return try await reader.documents(hashes)
        } catch {
            throw ServiceError(error)
        }
    }
}

/// A plane's place in a snapshot, whatever its layout.
struct PlaneAddress: Hashable {
    let indicator: Code<Indicator>
    let cube: Code<Cube>
    let measure: Code<Measure>
    let periodType: PeriodType

    init(
        indicator: Code<Indicator>,
        cube: Code<Cube>,
        measure: Code<Measure>,
        periodType: PeriodType
    ) {
        self.indicator = indicator
        self.cube = cube
        self.measure = measure
        self.periodType = periodType
    }

    init(_ key: PlaneKey) {
        self.init(
            indicator: key.indicator,
            cube: key.cube,
            measure: key.measure,
            periodType: key.periodType
        )
    }
}

extension SnapshotManifest {
    /// The periods that each indicator has figures for.
    var holdings: Holdings {
        var periods: [Code<Indicator>: [PeriodType: ClosedRange<Period>]] = [:]
        for plane in planes {
            let type = plane.key.periodType
            let known = periods[plane.key.indicator, default: [:]][type] ?? plane.periods
            periods[plane.key.indicator, default: [:]][type] =
                min(
                    known.lowerBound,
                    plane.periods.lowerBound
                )...max(
                    known.upperBound,
                    plane.periods.upperBound
                )
        }
        let measures = Dictionary(grouping: planes, by: \.key.indicator)
            .mapValues { Set($0.map(\.key.measure)) }
        return Holdings(dataMonth: dataMonth, periods: periods, measures: measures)
    }
}
