import CubeCoding
import SnapshotStore
import StatisticsModel
import Testing

/// Which cell, without regard to cubes: the members that are not totals.
struct CellName: Hashable, CustomStringConvertible {
    let indicator: String
    let measure: String
    let period: String
    /// `gender=M`, …, `area` always among them.
    let members: Set<String>
    /// All of it in one text, by which names are compared.
    let description: String

    init(indicator: String, measure: String, period: String, members: Set<String>) {
        self.indicator = indicator
        self.measure = measure
        self.period = period
        self.members = members
        description = "\(indicator)/\(measure) \(period) \(members.sorted())"
    }

    static func == (left: Self, right: Self) -> Bool { left.description == right.description }

    func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

/// All cells of a snapshot, cube by cube, as they are stored.
enum StoredCells {
    /// Returns the cells of each cube, by `indicator/cube`.
    static func read(
        _ snapshot: Snapshot,
        from store: any SnapshotReader
    ) async throws -> [String: [CellName: Cell]] {
        let text = try await store.documents([snapshot.root])[snapshot.root] ?? []
        let manifest = try #require(
            SnapshotManifest(parsing: String(decoding: text, as: UTF8.self))
        )
        var cubes: [String: [CellName: Cell]] = [:]
        for line in manifest.planes {
            let hash = try #require(manifest.documents["layout/\(line.key.layout)"])
            let document = try await store.documents([hash])[hash] ?? []
            let layout = try #require(
                CubeLayout(parsing: String(decoding: document, as: UTF8.self))
            )
            let versions = try await store.versions(of: line.key, at: snapshot.sequence)
            let chains = try await store.chains(versions.map(\.key), at: snapshot.sequence)
            let cube = "\(line.key.indicator)/\(line.key.cube)"
            for (key, chain) in chains {
                let chunk = try chain.decoded(
                    rows: layout.rows(inBlock: key.block),
                    columns: line.key.periodType.columnsPerSpan,
                    verifyingContent: true
                )
                add(chunk, key, layout, to: &cubes[cube, default: [:]])
            }
        }
        return cubes
    }

    private static func add(
        _ chunk: Chunk,
        _ key: ChunkKey,
        _ layout: CubeLayout,
        to cells: inout [CellName: Cell]
    ) {
        let type = key.plane.periodType
        for row in 0..<chunk.rows {
            let codes = layout.members(ofRow: key.block * layout.blockRows + row)
            let open = zip(layout.axes, codes).filter { $1.text != "TOT" }
            let members = Set(open.map { "\($0.dimension)=\($1)" })
            for column in 0..<chunk.columns where chunk[row, column].status != .absent {
                let ordinal = key.span * type.columnsPerSpan + column
                let name = CellName(
                    indicator: key.plane.indicator.text,
                    measure: key.plane.measure.text,
                    period: Period(type: type, ordinal: ordinal).description,
                    members: members
                )
                cells[name] = chunk[row, column]
            }
        }
    }
}
