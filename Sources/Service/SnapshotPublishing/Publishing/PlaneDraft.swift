internal import CubeCoding
internal import SnapshotStore
internal import StatisticsModel

/// Which chunk of a plane: a block of rows and a span of periods.
struct ChunkPlace: Hashable, Comparable, Sendable {
    let block: Int
    let span: Int

    static func < (left: Self, right: Self) -> Bool {
        (left.block, left.span) < (right.block, right.span)
    }
}

/// A plane of the snapshot in the making: the versions of its chunks, and those that are new.
struct PlaneDraft {
    let key: PlaneKey
    let layout: CubeLayout
    let sequence: Int
    /// The chunks that are new, encoded.
    private(set) var written: [DraftChunk] = []
    private var versions: [ChunkPlace: ChunkVersion] = [:]

    init(key: PlaneKey, layout: CubeLayout, sequence: Int) {
        self.key = key
        self.layout = layout
        self.sequence = sequence
    }

    /// How many columns a chunk has.
    var columns: Int { key.periodType.columnsPerSpan }

    /// Returns an empty chunk of a block.
    func emptyChunk(ofBlock block: Int) -> Chunk {
        Chunk(rows: layout.rows(inBlock: block), columns: columns)
    }

    /// Takes over a version that stays as it is.
    mutating func keep(_ version: ChunkVersion) {
        versions[ChunkPlace(block: version.key.block, span: version.key.span)] = version
    }

    /// Puts a chunk's new content in its place; content that is stored already is not written.
    ///
    /// - Parameters:
    ///   - chunk: The new content.
    ///   - place: Which chunk.
    ///   - stored: The newest version of that chunk in the store; `nil` when there is none.
    ///   - previous: That version's content, for a patch; `nil` when a keyframe shall be written.
    mutating func put(
        _ chunk: Chunk,
        at place: ChunkPlace,
        stored: ChunkVersion?,
        previous: Chunk?
    ) {
        let chunkKey = ChunkKey(plane: key, block: place.block, span: place.span)
        let hash = ChunkHash.hash(of: chunk, key: chunkKey)
        if let stored, stored.hash == hash {
            versions[place] = stored
            return
        }
        let cellCount = chunk.cellCount
        guard cellCount > 0 || stored.map({ $0.cellCount > 0 }) ?? false else { return }
        let (bytes, depth) = PatchPolicy.encoding(
            of: chunk,
            after: stored == nil ? nil : previous,
            depth: stored?.depth ?? 0
        )
        let version = ChunkVersion(
            key: chunkKey,
            sequence: sequence,
            hash: hash,
            cellCount: cellCount,
            columns: chunk.columnMask,
            depth: depth
        )
        let blob = StoredBlob(
            bytes: bytes,
            checksum: ChunkChecksum.crc32c(of: bytes, key: chunkKey, sequence: sequence),
            sequence: sequence
        )
        versions[place] = version
        written.append(DraftChunk(version: version, blob: blob))
    }

    /// The plane's line in the manifest; `nil` when it has no cell.
    var line: SnapshotManifest.Plane? {
        SnapshotManifest.Plane(key: key, versions: Array(versions.values))
    }
}

extension SnapshotManifest.Plane {
    /// Makes the line of a plane from the versions of its chunks; `nil` when none has a cell.
    init?(key: PlaneKey, versions: [ChunkVersion]) {
        let chunks = versions.filter { $0.cellCount > 0 }.sorted { $0.key < $1.key }
        let type = key.periodType
        var ordinals: ClosedRange<Int>?
        for chunk in chunks where chunk.columns != 0 {
            let start = chunk.key.span * type.columnsPerSpan
            let first = start + chunk.columns.trailingZeroBitCount
            let last = start + 15 - chunk.columns.leadingZeroBitCount
            ordinals =
                min(first, ordinals?.lowerBound ?? first)...max(last, ordinals?.upperBound ?? last)
        }
        guard let ordinals else { return nil }
        let first = Period(type: type, ordinal: ordinals.lowerBound)
        let last = Period(type: type, ordinal: ordinals.upperBound)
        self.init(
            key: key,
            root: PlaneRoot.hash(
                of: chunks.map { ($0.key.block, $0.key.span, $0.hash) }
            ),
            periods: first...last,
            chunks: chunks.count,
            cells: chunks.reduce(0) { $0 + $1.cellCount }
        )
    }
}
