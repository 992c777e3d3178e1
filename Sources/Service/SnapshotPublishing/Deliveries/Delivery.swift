internal import CubeCoding
public import StatisticsModel

/// A delivery that was read whole and found to be right.
public struct Delivery: Sendable {
    /// What the sender says about it.
    public let manifest: DeliveryManifest
    /// The fingerprint by which the same delivery is known again.
    public let fingerprint: ContentHash
    /// The catalogue by which it was read.
    public let catalogue: Catalogue
    /// The measures it has figures for, in the catalogue's order.
    public let measures: [DeliveredMeasure]
    /// Who computed the figures.
    let provenance: SnapshotManifest.Provenance
}

/// The figures of one measure, from all files of a delivery.
public struct DeliveredMeasure: Sendable {
    /// The indicator.
    public let indicator: Code<Indicator>
    /// The measure.
    public let measure: Code<Measure>
    /// How many cells were delivered; each counts once, whatever cubes hold it.
    public var cellCount: Int { cells.keys.count }
    /// The first and the last period delivered, by length.
    public let windows: [PeriodType: ClosedRange<Period>]

    let cells: DeliveredCells
}

/// Cells in compact columns, in the order of their keys.
struct DeliveredCells: Sendable {
    var keys: [DeliveredKey] = []
    var scaled: [Int64] = []
    var statuses: [UInt8] = []

    subscript(index: Int) -> Cell {
        guard let status = CellStatus(rawValue: statuses[index]), status != .value else {
            return Cell(scaled: scaled[index])
        }
        return Cell(without: status)
    }
}

/// Which cell: the series' number in its `IndicatorSpace` and the period, packed in one integer.
struct DeliveredKey: Hashable, Comparable, Sendable {
    private static let types = PeriodType.allCases
    let packed: UInt64

    init(series: Int, period: PackedPeriod) {
        packed = UInt64(series) << 17 | UInt64(period.packed)
    }

    var series: Int { Int(packed >> 17) }

    var period: Period {
        let type = Self.types[Int(packed >> 15 & 3)]
        return Period(type: type, ordinal: Int(packed & 0x7FFF))
    }

    static func < (left: Self, right: Self) -> Bool { left.packed < right.packed }
}

/// A period in 17 bits: its length and its place.
struct PackedPeriod: Sendable {
    let packed: UInt32

    init(_ period: Period) {
        let type = PeriodType.allCases.firstIndex(of: period.type) ?? 0
        packed = UInt32(type) << 15 | UInt32(period.ordinal)
    }
}
