internal import CubeCoding
internal import SnapshotStore
internal import StatisticsModel

/// Where the chunks of one plane are as of one snapshot.
struct PlaneIndex: Sendable {
    let key: PlaneKey
    let layout: CubeLayout
    private let versions: [Int: ChunkVersion]

    init(key: PlaneKey, layout: CubeLayout, versions: [ChunkVersion]) {
        self.key = key
        self.layout = layout
        self.versions = Dictionary(
            versions.filter { $0.cellCount > 0 }
                .map { (Self.place(block: $0.key.block, span: $0.key.span), $0) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    /// Returns the version of a chunk; `nil` when it has no cell.
    func version(block: Int, span: Int) -> ChunkVersion? {
        versions[Self.place(block: block, span: span)]
    }

    private static func place(block: Int, span: Int) -> Int { block << 16 | span }
}
