public import CubeCoding
public import StatisticsModel

/// The figures of one measure that were computed here: those that may have changed.
///
/// Figures are added by their places in a cube's layout. One that several cubes hold is taken from
/// the first of them; the others' copies are passed over, so that there is one truth.
public struct ComputedMeasure: Sendable {
    /// The indicator.
    public let indicator: Code<Indicator>
    /// The measure.
    public let measure: Code<Measure>
    private(set) var cells = DeliveredCells()
    private var windows: [PeriodType: ClosedRange<Period>] = [:]
    /// For each cube and row the number of the series; -1 where an earlier cube has it.
    private let series: [[Int32]]

    /// Makes a measure without figures.
    ///
    /// - Parameters:
    ///   - measure: One of the indicator's measures.
    ///   - indicator: The indicator.
    ///   - catalogue: The catalogue that holds it.
    /// - Complexity: O(*n*) in the number of rows of all cubes.
    public init(of measure: Measure, indicator: Indicator, in catalogue: Catalogue) {
        let space = IndicatorSpace(of: indicator, in: catalogue)
        self.indicator = indicator.id
        self.measure = measure.id
        series = indicator.cubes.indices.map { cube in
            let rows = CubeRows(cube: cube, measure: measure, in: space, of: catalogue)
            return (0..<rows.layout.rowCount)
                .map { row in
                    let places = rows.places(ofRow: row)
                    guard rows.row(ofPlaces: places) == row, rows.counts(row: row) else {
                        return -1
                    }
                    let number = zip(places, space.axes).reduce(0) { $0 + $1.0 * $1.1.stride }
                    return Int32(truncatingIfNeeded: number)
                }
        }
    }

    /// How many figures there are.
    public var cellCount: Int { cells.keys.count }

    /// Returns whether figures of a row are taken from a cube: it holds the row, and none before it
    /// does.
    public func takes(row: Int, ofCube cube: Int) -> Bool { series[cube][row] >= 0 }

    /// Adds a figure.
    ///
    /// - Parameters:
    ///   - cell: The figure, or why there is none.
    ///   - cube: The cube's place among the indicator's.
    ///   - row: The row of the cube's layout.
    ///   - period: The period.
    public mutating func add(_ cell: Cell, cube: Int, row: Int, period: Period) {
        let number = series[cube][row]
        guard number >= 0 else { return }
        cells.keys.append(DeliveredKey(series: Int(number), period: PackedPeriod(period)))
        cells.scaled.append(cell.scaled)
        cells.statuses.append(cell.status.rawValue)
        let known = windows[period.type]
        windows[period.type] =
            min(known?.lowerBound ?? period, period)...max(known?.upperBound ?? period, period)
    }

    /// Feeds the figures to a hasher; equal ones feed the same bytes.
    ///
    /// - Parameter hasher: What the bytes are fed to.
    /// - Complexity: O(*n*) in the number of figures.
    public func hash(into hasher: inout ContentHasher) {
        hasher.update(Array("\(indicator) \(measure) \(cellCount)\n".utf8))
        var bytes: [UInt8] = []
        for index in cells.keys.indices {
            withUnsafeBytes(of: cells.keys[index].packed.littleEndian) { bytes += $0 }
            withUnsafeBytes(of: cells.scaled[index].littleEndian) { bytes += $0 }
            bytes.append(cells.statuses[index])
            guard bytes.count >= 1 << 16 else { continue }
            hasher.update(bytes)
            bytes.removeAll(keepingCapacity: true)
        }
        hasher.update(bytes)
    }

    /// The figures as a part of a delivery.
    fileprivate var delivered: DeliveredMeasure {
        DeliveredMeasure(
            indicator: indicator,
            measure: measure,
            windows: windows,
            cells: cells
        )
    }
}

extension Delivery {
    /// Makes a delivery of figures that were computed here.
    ///
    /// - Parameters:
    ///   - manifest: What is said about it; its mode is `.delta`.
    ///   - fingerprint: What tells the computation from every other: registers, rules and catalogue.
    ///   - catalogue: The catalogue by which the figures were placed.
    ///   - measures: The figures; those that are not there stay as they were.
    public init(
        manifest: DeliveryManifest,
        fingerprint: ContentHash,
        catalogue: Catalogue,
        measures: [ComputedMeasure]
    ) {
        precondition(manifest.mode == .delta, "computed figures say only what changed")
        self.init(
            manifest: manifest,
            fingerprint: fingerprint,
            catalogue: catalogue,
            measures: measures.filter { $0.cellCount > 0 }.map(\.delivered),
            provenance: .computed
        )
    }
}
