internal import CubeCoding
internal import StatisticsModel

/// What a delivery says about one family of planes: its cells, and which others it clears.
struct FamilyDelivery: Sendable {
    /// Which cells are gone unless they are delivered.
    enum Clearing: Equatable, Sendable {
        case nothing
        case periods(ClosedRange<Period>)
        case everything
    }

    /// A delivered cell's place in a chunk.
    struct PlacedCell {
        let row: Int32
        let column: Int32
        /// Its place among the delivered cells.
        let index: Int32
    }

    let family: PlaneFamily
    let clearing: Clearing
    private let cells: DeliveredCells
    /// The first and the last period with a delivered cell; `nil` when there is none.
    private let window: ClosedRange<Period>?

    /// Takes a family's part of a delivery; a measure that was not delivered clears nothing.
    init(family: PlaneFamily, measure: DeliveredMeasure?, mode: DeliveryManifest.Mode) {
        self.family = family
        cells = measure?.cells ?? DeliveredCells()
        window = measure?.windows[family.periodType]
        clearing =
            switch mode {
            case .full: measure == nil ? .nothing : .everything
            case .window: window.map(Clearing.periods) ?? .nothing
            case .delta: .nothing
            }
    }

    /// Whether the family stays as it is.
    var isEmpty: Bool { window == nil && clearing == .nothing }

    subscript(cell: PlacedCell) -> Cell { cells[Int(cell.index)] }

    /// Whether chunks of a span can lose cells.
    func clears(span: Int) -> Bool {
        switch clearing {
        case .nothing: false
        case .everything: true
        case .periods(let window): (window.lowerBound.span...window.upperBound.span).contains(span)
        }
    }

    /// Returns the delivered cells that a cube holds, by chunk.
    ///
    /// - Complexity: O(*n*) in the number of delivered cells.
    func placed(in rows: CubeRows, of space: IndicatorSpace) -> [ChunkPlace: [PlacedCell]] {
        guard let window else { return [:] }
        let spans = window.lowerBound.span...window.upperBound.span
        let layout = rows.layout
        var placed = [[PlacedCell]](repeating: [], count: layout.blockCount * spans.count)
        var series = -1
        var row: Int?
        for (index, key) in cells.keys.enumerated() {
            if key.series != series {
                series = key.series
                row = rows.row(ofPlaces: space.places(ofSeries: series))
            }
            let period = key.period
            guard let row, period.type == family.periodType else { continue }
            let (block, rest) = row.quotientAndRemainder(dividingBy: layout.blockRows)
            placed[block * spans.count + period.span - spans.lowerBound]
                .append(
                    PlacedCell(row: Int32(rest), column: Int32(period.column), index: Int32(index))
                )
        }
        var chunks: [ChunkPlace: [PlacedCell]] = [:]
        for (index, cells) in placed.enumerated() where !cells.isEmpty {
            let (block, span) = index.quotientAndRemainder(dividingBy: spans.count)
            chunks[ChunkPlace(block: block, span: spans.lowerBound + span)] = cells
        }
        return chunks
    }

    /// Returns a chunk's content after the delivery.
    func applied(to chunk: Chunk, span: Int, cells: [PlacedCell]) -> Chunk {
        var chunk = chunk
        let cleared = (0..<chunk.columns)
            .filter { column in
                switch clearing {
                case .nothing: return false
                case .everything: return true
                case .periods(let window):
                    let ordinal = span * family.periodType.columnsPerSpan + column
                    return window.contains(Period(type: family.periodType, ordinal: ordinal))
                }
            }
        for row in 0..<chunk.rows {
            for column in cleared { chunk[row, column] = .absent }
        }
        for cell in cells { chunk[Int(cell.row), Int(cell.column)] = self[cell] }
        return chunk
    }
}
