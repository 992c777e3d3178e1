internal import CubeCoding
internal import DisclosureControl
internal import StatisticsModel

/// The cells of one indicator: where each is computed, and when it can hold anyone at all.
struct CellIndex: Sendable {
    /// Where a cell is computed.
    struct Place: Sendable {
        let cube: Int
        let row: Int
    }

    let shape: ProtectionShape
    /// For each cell its place in the first cube that holds it.
    let places: [Place]
    /// For each cell the first and the last day on which all of its members are in force.
    private let validity: [ClosedRange<Int>]
    /// The cell of the whole country with every dimension at its total.
    let total: Int?

    init(of indicator: Indicator, in catalogue: Catalogue, on date: CivilDate) {
        let shape = ProtectionShape(of: indicator, in: catalogue, on: date)
        var places = [Place?](repeating: nil, count: shape.cellCount)
        for (cube, cells) in shape.cells.enumerated() {
            for (row, cell) in cells.enumerated()
            where cell >= 0 && Int(shape.firstCubes[Int(cell)]) == cube {
                places[Int(cell)] = Place(cube: cube, row: row)
            }
        }
        self.shape = shape
        self.places = places.map { place in
            guard let place else { preconditionFailure("each cell lies in the first of its cubes") }
            return place
        }
        let members = CellMembers(of: indicator, in: catalogue)
        validity = self.places.map { members.validity(at: $0) }
        total = self.places.firstIndex { members.isTotal($0) }
    }

    /// Returns the cells that are zero by rule in a period: a member is not in force in it, or
    /// nobody in the whole country is counted.
    func structuralZeros(in period: Period, counts: [Int32]) -> CellMask {
        if let total, counts[total] == 0 {
            return CellMask(count: shape.cellCount) { counts[$0] == 0 }
        }
        let (first, last) = (period.firstDay.daysSinceEpoch, period.lastDay.daysSinceEpoch)
        return CellMask(count: shape.cellCount) { cell in
            counts[cell] == 0 && !validity[cell].overlaps(first...last)
        }
    }
}

/// The members of the rows of all cubes.
struct CellMembers {
    private let layouts: [CubeLayout]
    private let dimensions: [Code<Dimension>: [Code<Member>: Member]]
    private let totals: [Code<Dimension>: Code<Member>]

    init(of indicator: Indicator, in catalogue: Catalogue) {
        let measure = indicator.measures[0]
        layouts = indicator.cubes.map {
            CubeLayout(of: $0, measure: measure, indicator: indicator, in: catalogue)
        }
        var dimensions: [Code<Dimension>: [Code<Member>: Member]] = [:]
        var totals: [Code<Dimension>: Code<Member>] = [:]
        for use in indicator.dimensions {
            dimensions[use.id] = Dictionary(
                catalogue.members(of: use).map { ($0.code, $0) },
                uniquingKeysWith: { first, _ in first }
            )
            totals[use.id] = catalogue.dimension(use.id)?.total
        }
        self.dimensions = dimensions
        self.totals = totals
    }

    /// Returns the members of a row, those that are not totals, by dimension.
    func members(at place: CellIndex.Place) -> [(Code<Dimension>, Code<Member>)] {
        let layout = layouts[place.cube]
        return zip(layout.axes, layout.members(ofRow: place.row))
            .map { ($0.dimension, $1) }
            .filter { totals[$0.0] != $0.1 }
    }

    func isTotal(_ place: CellIndex.Place) -> Bool { members(at: place).isEmpty }

    /// Areas are left out: figures of all periods stand on the areas of the newest month.
    func validity(at place: CellIndex.Place) -> ClosedRange<Int> {
        var (first, last) = (Int.min, Int.max)
        for (dimension, code) in members(at: place) where dimension != .area {
            guard let member = dimensions[dimension]?[code] else { continue }
            if let from = member.validFrom { first = max(first, from.daysSinceEpoch) }
            if let to = member.validTo { last = min(last, to.daysSinceEpoch) }
        }
        return first <= last ? first...last : first...first
    }
}
