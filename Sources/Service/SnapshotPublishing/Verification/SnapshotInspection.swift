internal import CubeCoding
internal import SnapshotStore
internal import StatisticsModel

/// Compares what a store gives back of snapshots with all their hashes, and gathers what differs.
struct SnapshotInspection {
    /// Which chunks of a snapshot are decoded.
    enum Chunks {
        /// Those that the snapshot gave new content.
        case written
        /// All that have not been decoded before.
        case all
    }

    let store: any SnapshotReader
    private(set) var damages: [SnapshotDamage] = []
    private(set) var documentCount = 0
    private(set) var planeCount = 0
    private(set) var chunkCount = 0

    /// What was found right in an earlier snapshot is not looked at again.
    private var knownDocuments: Set<ContentHash> = []
    private var knownChunks: Set<KnownChunk> = []
    private var knownCatalogues: Set<[String: ContentHash]> = []
    private var knownLayouts: [ContentHash: CubeLayout] = [:]

    private struct KnownChunk: Hashable {
        let key: ChunkKey
        let sequence: Int
    }

    init(store: any SnapshotReader) {
        self.store = store
    }

    /// Checks one snapshot: manifest, documents, catalogue, planes and chunks.
    mutating func inspect(_ snapshot: Snapshot, chunks: Chunks) async {
        guard let text = await document(snapshot.root, named: "manifest", of: snapshot) else {
            return
        }
        guard let manifest = SnapshotManifest(parsing: String(decoding: text, as: UTF8.self)) else {
            add(snapshot, "manifest", "it can't be parsed")
            return
        }
        if manifest.dataMonth != snapshot.dataMonth {
            add(snapshot, "record", "its month is \(snapshot.dataMonth), not the manifest's")
        }
        await inspectCatalogue(manifest, of: snapshot)
        for line in manifest.planes {
            await inspect(line, manifest: manifest, of: snapshot, chunks: chunks)
        }
    }

    /// Remembers damage that was found elsewhere.
    mutating func add(_ snapshot: Snapshot?, _ place: String, _ detail: String) {
        damages.append(SnapshotDamage(snapshot?.id, place, detail))
    }

    private mutating func document(
        _ hash: ContentHash,
        named name: String,
        of snapshot: Snapshot
    ) async -> [UInt8]? {
        do {
            guard let bytes = try await store.documents([hash])[hash] else {
                add(snapshot, name, "the document \(hash) is missing")
                return nil
            }
            guard ContentHash(sha256: bytes) == hash else {
                add(snapshot, name, "the document's bytes don't have the hash \(hash)")
                return nil
            }
            if knownDocuments.insert(hash).inserted { documentCount += 1 }
            return bytes
        } catch {
            add(snapshot, name, "the document can't be read: \(error)")
            return nil
        }
    }

    private mutating func inspectCatalogue(
        _ manifest: SnapshotManifest,
        of snapshot: Snapshot
    ) async {
        var documents: [String: [UInt8]] = [:]
        let names = manifest.documents.filter { DocumentName.isOfCatalogue($0.key) }
        for (name, hash) in manifest.documents.sorted(by: { $0.key < $1.key }) {
            let isNeeded =
                !knownDocuments.contains(hash)
                || (names[name] != nil && !knownCatalogues.contains(names))
            guard isNeeded else { continue }
            documents[name] = await document(hash, named: "document \(name)", of: snapshot)
        }
        guard !knownCatalogues.contains(names), names.keys.allSatisfy({ documents[$0] != nil })
        else { return }
        do {
            _ = try FrozenCatalogue.catalogue(from: documents)
            knownCatalogues.insert(names)
        } catch {
            add(snapshot, "catalogue", "\(error)")
        }
    }

    private mutating func inspect(
        _ line: SnapshotManifest.Plane,
        manifest: SnapshotManifest,
        of snapshot: Snapshot,
        chunks: Chunks
    ) async {
        let place = "plane \(line.key)"
        planeCount += 1
        let versions: [ChunkVersion]
        do {
            versions = try await store.versions(of: line.key, at: snapshot.sequence)
        } catch {
            add(snapshot, place, "its chunks can't be listed: \(error)")
            return
        }
        if SnapshotManifest.Plane(key: line.key, versions: versions) != line {
            add(snapshot, place, "its chunks are not those of the manifest")
        }
        guard let layout = await layout(of: line, manifest: manifest, snapshot: snapshot) else {
            return
        }
        let needed = versions.filter { version in
            switch chunks {
            case .written: version.sequence == snapshot.sequence
            case .all:
                !knownChunks.contains(KnownChunk(key: version.key, sequence: version.sequence))
            }
        }
        for piece in needed.pieces(of: ChunkContents.batch) {
            await inspect(piece, layout: layout, of: snapshot)
        }
    }

    private mutating func layout(
        of line: SnapshotManifest.Plane,
        manifest: SnapshotManifest,
        snapshot: Snapshot
    ) async -> CubeLayout? {
        let name = DocumentName.layout(line.key.layout)
        guard let hash = manifest.documents[name] else {
            add(snapshot, "document \(name)", "the manifest lacks it")
            return nil
        }
        if let known = knownLayouts[line.key.layout], known.hash == hash { return known }
        guard let text = await document(hash, named: "document \(name)", of: snapshot) else {
            return nil
        }
        let layout = CubeLayout(parsing: String(decoding: text, as: UTF8.self))
        guard let layout, layout.hash == line.key.layout else {
            add(snapshot, "document \(name)", "it is another layout, or none")
            return nil
        }
        knownLayouts[layout.hash] = layout
        return layout
    }

    private mutating func inspect(
        _ versions: [ChunkVersion],
        layout: CubeLayout,
        of snapshot: Snapshot
    ) async {
        let chains: [ChunkKey: ChunkChain]
        do {
            chains = try await store.chains(versions.map(\.key), at: snapshot.sequence)
        } catch {
            guard versions.count > 1 else {
                let key = versions.first?.key
                add(snapshot, key.map(Self.place) ?? "chunks", "its bytes can't be read: \(error)")
                return
            }
            // One by one, so that every broken chain is told.
            for version in versions { await inspect([version], layout: layout, of: snapshot) }
            return
        }
        for version in versions {
            let place = Self.place(of: version.key)
            guard let chain = chains[version.key], chain.version == version else {
                add(snapshot, place, "it is missing, or another version")
                continue
            }
            if let detail = Self.flaw(of: chain, layout: layout) {
                add(snapshot, place, detail)
            } else {
                chunkCount += 1
                knownChunks.insert(KnownChunk(key: version.key, sequence: version.sequence))
            }
        }
    }

    private static func place(of key: ChunkKey) -> String {
        "chunk \(key.plane) \(key.block) \(key.span)"
    }

    private static func flaw(of chain: ChunkChain, layout: CubeLayout) -> String? {
        let version = chain.version
        guard (0..<layout.blockCount).contains(version.key.block) else {
            return "the layout has no such block"
        }
        do {
            let chunk = try chain.decoded(
                rows: layout.rows(inBlock: version.key.block),
                columns: version.key.plane.periodType.columnsPerSpan,
                verifyingContent: true
            )
            let isDescribed =
                chunk.cellCount == version.cellCount
                && chunk.columnMask == version.columns
            return isDescribed ? nil : "its number of cells, or its columns, are not those recorded"
        } catch {
            switch error {
            case .checksumMismatch: return "its bytes don't have their checksum, or are misplaced"
            case .malformed(let detail): return "its bytes can't be decoded: \(detail)"
            case .contentMismatch: return "its cells don't have their hash"
            }
        }
    }
}
