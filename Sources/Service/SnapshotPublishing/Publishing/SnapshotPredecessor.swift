internal import CubeCoding
internal import SnapshotStore
internal import StatisticsModel

/// The snapshot that a publish builds upon: the newest one, or nothing at all.
struct SnapshotPredecessor: Sendable {
    /// The newest snapshot; `nil` when there is none.
    let snapshot: Snapshot?
    /// Its manifest; `nil` when there is no snapshot.
    let manifest: SnapshotManifest?
    /// Its catalogue; `nil` when there is no snapshot.
    let catalogue: Catalogue?
    /// Its planes by measure and length of period.
    let planes: [PlaneFamily: [SnapshotManifest.Plane]]

    /// Its sequence; 0 when there is no snapshot.
    var sequence: Int { snapshot?.sequence ?? 0 }

    /// Reads a snapshot's manifest and catalogue.
    static func read(
        _ snapshot: Snapshot?,
        from store: any SnapshotReader
    ) async throws(PublishingError) -> SnapshotPredecessor {
        guard let snapshot else {
            return SnapshotPredecessor(snapshot: nil, manifest: nil, catalogue: nil, planes: [:])
        }
        let contents = SnapshotDocuments(snapshot: snapshot, store: store)
        let (manifest, catalogue) = try await contents.read()
        return SnapshotPredecessor(
            snapshot: snapshot,
            manifest: manifest,
            catalogue: catalogue,
            planes: Dictionary(grouping: manifest.planes) { PlaneFamily($0.key) }
        )
    }

    /// Whether the snapshot has exactly these documents for its catalogue.
    func hasCatalogue(_ documents: [String: ContentHash]) -> Bool {
        manifest?.documents.filter { DocumentName.isOfCatalogue($0.key) } == documents
    }
}

/// The planes of one measure for one length of period: the same cells, crossed differently.
struct PlaneFamily: Hashable, Sendable {
    let indicator: Code<Indicator>
    let measure: Code<Measure>
    let periodType: PeriodType

    init(_ indicator: Code<Indicator>, _ measure: Code<Measure>, _ periodType: PeriodType) {
        self.indicator = indicator
        self.measure = measure
        self.periodType = periodType
    }

    init(_ key: PlaneKey) {
        self.init(key.indicator, key.measure, key.periodType)
    }
}

/// The names of a snapshot's documents that are no part of the catalogue.
enum DocumentName {
    static let notes = "notes"

    static func layout(_ hash: ContentHash) -> String { "layout/\(hash)" }

    static func isOfCatalogue(_ name: String) -> Bool {
        name != notes && !name.hasPrefix("layout/")
    }
}
