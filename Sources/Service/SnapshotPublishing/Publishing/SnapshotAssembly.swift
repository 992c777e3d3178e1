internal import CubeCoding
internal import Foundation
internal import SnapshotStore
internal import StatisticsModel

/// Puts the next snapshot together from a delivery and the newest one.
struct SnapshotAssembly {
    private let delivery: Delivery
    private let base: SnapshotPredecessor
    private let store: any SnapshotReader
    private let catalogueDocuments: [String: [UInt8]]

    init(delivery: Delivery, base: SnapshotPredecessor, store: any SnapshotReader) {
        self.delivery = delivery
        self.base = base
        self.store = store
        catalogueDocuments = FrozenCatalogue.documents(of: delivery.catalogue)
    }

    /// Whether the newest snapshot has the delivery's catalogue.
    var hasCatalogueOfBase: Bool {
        base.hasCatalogue(catalogueDocuments.mapValues { ContentHash(sha256: $0) })
    }

    /// Compares the delivery with the newest snapshot, one family of planes after the other.
    func contents(
        progress: (PublishingProgress) -> Void
    ) async throws(PublishingError) -> DraftContents {
        let families = families
        let isSameCatalogue = hasCatalogueOfBase
        var draft = DraftContents()
        for (index, family) in families.enumerated() {
            progress(.comparing(part: index + 1, of: families.count))
            try await add(family, isSameCatalogue: isSameCatalogue, to: &draft)
        }
        dropPlanes(outside: Set(families), from: &draft)
        return draft
    }

    /// All families that the catalogue has and that the snapshot or the delivery may have.
    private var families: [PlaneFamily] {
        delivery.catalogue.indicators.flatMap { indicator in
            indicator.measures.flatMap { measure in
                PeriodType.allCases.map { PlaneFamily(indicator.id, measure.id, $0) }
            }
        }
    }

    private func add(
        _ family: PlaneFamily,
        isSameCatalogue: Bool,
        to draft: inout DraftContents
    ) async throws(PublishingError) {
        let part = FamilyDelivery(
            family: family,
            measure: delivery.measures.first {
                $0.indicator == family.indicator && $0.measure == family.measure
            },
            mode: delivery.manifest.mode
        )
        let lines = base.planes[family] ?? []
        let isRelaid = !lines.isEmpty && !isSameCatalogue && isRelaid(family)
        guard isRelaid || !part.isEmpty else {
            for line in lines { draft.keep(line) }
            return
        }
        guard let indicator = delivery.catalogue.indicator(family.indicator),
            let measure = indicator.measures.first(where: { $0.id == family.measure })
        else { preconditionFailure("families are those of the catalogue") }
        let space = IndicatorSpace(of: indicator, in: delivery.catalogue)
        let contents = ChunkContents(
            store: store,
            snapshot: base.snapshot?.id,
            sequence: base.sequence
        )
        if isRelaid {
            try await FamilyRelayout(
                delivery: part,
                space: space,
                measure: measure,
                catalogue: delivery.catalogue,
                base: base,
                contents: contents
            )
            .run(into: &draft)
        } else {
            try await FamilyRevision(
                delivery: part,
                space: space,
                measure: measure,
                catalogue: delivery.catalogue,
                base: base,
                contents: contents
            )
            .run(into: &draft)
        }
    }

    /// Whether the catalogue gives the family's cells other places than the snapshot's does.
    private func isRelaid(_ family: PlaneFamily) -> Bool {
        guard let old = base.catalogue else { return false }
        return CubeShapes(of: family, in: old) != CubeShapes(of: family, in: delivery.catalogue)
    }

    /// Counts the cells of planes that the catalogue has no measure for any more.
    private func dropPlanes(outside families: Set<PlaneFamily>, from draft: inout DraftContents) {
        for (family, lines) in base.planes where !families.contains(family) {
            let cubes = base.catalogue?.indicator(family.indicator)?.cubes ?? []
            let counted = lines.first { $0.key.cube == cubes.first?.id }
            let cells = counted?.cells ?? 0
            draft.warn(withoutPlace: cells, of: family)
            draft.count(ChangeCounts(removed: cells), in: family.indicator)
        }
    }

    /// Makes the draft of what was put together.
    func draft(
        of contents: DraftContents,
        id: SnapshotID,
        releaseAt: Instant,
        now: Instant
    ) -> SnapshotDraft {
        var documents = catalogueDocuments
        for (hash, layout) in contents.layouts {
            documents[DocumentName.layout(hash)] = Array(layout.text.utf8)
        }
        if !delivery.manifest.notes.isEmpty { documents[DocumentName.notes] = notes }
        let manifest = manifest(of: contents, documents: documents)
        var bytes = Dictionary(
            documents.values.map { (ContentHash(sha256: $0), $0) },
            uniquingKeysWith: { first, _ in first }
        )
        bytes[manifest.root] = Array(manifest.text.utf8)
        return SnapshotDraft(
            snapshot: snapshot(
                contents,
                manifest: manifest,
                id: id,
                releaseAt: releaseAt,
                now: now
            ),
            expectedHead: base.sequence,
            documents: bytes,
            chunks: contents.chunks.sorted { $0.version.key < $1.version.key }
        )
    }

    private func manifest(
        of contents: DraftContents,
        documents: [String: [UInt8]]
    ) -> SnapshotManifest {
        var names = documents.mapValues { ContentHash(sha256: $0) }
        // A layout's hash is that of its text, so layouts that are stored need not be read.
        for line in contents.lines {
            names[DocumentName.layout(line.key.layout)] = line.key.layout
        }
        let owners = Set(contents.lines.map(\.key.indicator))
        var provenances: [Code<Indicator>: SnapshotManifest.Provenance] = [:]
        for owner in owners {
            let isDelivered = delivery.measures.contains { $0.indicator == owner }
            let known = isDelivered ? nil : base.manifest?.provenances[owner]
            provenances[owner] = known ?? delivery.provenance
        }
        return SnapshotManifest(
            dataMonth: dataMonth,
            documents: names,
            provenances: provenances,
            planes: contents.lines
        )
    }

    /// A correction of an old month doesn't make the figures forget the newest one.
    private var dataMonth: Period {
        max(delivery.manifest.dataMonth, base.snapshot?.dataMonth ?? delivery.manifest.dataMonth)
    }

    private var notes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return Array(try encoder.encode(delivery.manifest.notes))
        } catch {
            preconditionFailure("texts can always be encoded: \(error)")
        }
    }

    private func snapshot(
        _ contents: DraftContents,
        manifest: SnapshotManifest,
        id: SnapshotID,
        releaseAt: Instant,
        now: Instant
    ) -> Snapshot {
        let sequence = base.sequence + 1
        let chain = ReleaseChain.hash(
            after: base.snapshot?.chain,
            sequence: sequence,
            id: id,
            root: manifest.root,
            releaseAt: releaseAt
        )
        return Snapshot(
            id: id,
            sequence: sequence,
            state: .draft,
            releaseAt: releaseAt,
            recordedAt: now,
            dataMonth: dataMonth,
            root: manifest.root,
            chain: chain,
            origin: SnapshotOrigin(
                source: delivery.manifest.source,
                sender: delivery.manifest.sender,
                reason: delivery.manifest.reason.rawValue,
                cutAt: delivery.manifest.cutAt,
                delivery: delivery.fingerprint,
                changedIndicators: contents.changedIndicators.sorted(),
                changes: contents.counts
            ),
            notes: delivery.manifest.notes
        )
    }
}

/// What decides which cubes hold a family's cells, and where.
private struct CubeShapes: Equatable {
    let cubes: [Cube]
    let layouts: [ContentHash]
    let totals: [Code<Member>?]

    init(of family: PlaneFamily, in catalogue: Catalogue) {
        guard let indicator = catalogue.indicator(family.indicator),
            let measure = indicator.measures.first(where: { $0.id == family.measure })
        else {
            cubes = []
            layouts = []
            totals = []
            return
        }
        cubes = indicator.cubes
        layouts = indicator.cubes.map {
            CubeLayout(of: $0, measure: measure, indicator: indicator, in: catalogue).hash
        }
        totals = indicator.dimensions.map { catalogue.dimension($0.id)?.total }
    }
}
