internal import CubeCoding
internal import StatisticsModel

/// Places the series of an indicator in the rows of one cube, and back.
struct CubeRows: Sendable {
    /// An axis of the layout as the space sees it.
    private struct Axis: Sendable {
        /// The axis's place among the space's.
        let place: Int
        let stride: Int
        /// For each member of the layout's axis, its place on the space's.
        let places: [Int]
    }

    let layout: CubeLayout
    private let space: IndicatorSpace
    private let cube: Int
    /// For each axis of the space, what each member adds to the row, or -1 where it has no place.
    ///
    /// An axis that the cube doesn't cross is `nil`.
    private let offsets: [[Int]?]
    private let axes: [Axis]

    init(cube: Int, measure: Measure, in space: IndicatorSpace, of catalogue: Catalogue) {
        let layout = CubeLayout(
            of: space.indicator.cubes[cube],
            measure: measure,
            indicator: space.indicator,
            in: catalogue
        )
        self.layout = layout
        self.space = space
        self.cube = cube
        let offsets = space.axes.map { axis in
            layout.axes.firstIndex { $0.dimension == axis.dimension }
                .map { index in
                    axis.members.map { layout.offset(of: $0.code, onAxis: index) ?? -1 }
                }
        }
        self.offsets = offsets
        var axes: [Axis] = []
        var stride = 1
        for axis in layout.axes.reversed() {
            guard let place = space.axes.firstIndex(where: { $0.dimension == axis.dimension })
            else { preconditionFailure("a cube crosses dimensions of its indicator") }
            let members = space.axes[place].members.indices
            axes.append(
                Axis(
                    place: place,
                    stride: stride,
                    places: members.filter { (offsets[place]?[$0] ?? -1) >= 0 }
                )
            )
            stride *= axis.members.count
        }
        self.axes = axes.reversed()
    }

    /// Returns the row of a combination; `nil` when the cube doesn't hold it.
    func row(ofPlaces places: [Int]) -> Int? {
        let level = space.axes[0].members[places[0]].level
        let crossing = space.crossing(ofPlaces: places)
        guard space.holds(cube: cube, crossing: crossing, level: level) else { return nil }
        var row = 0
        for index in places.indices {
            guard let offset = offsets[index]?[places[index]] else { continue }
            guard offset >= 0 else { return nil }
            row += offset
        }
        return row
    }

    /// Returns the places of a row's members in the space; dimensions that the cube doesn't cross
    /// are at their totals.
    func places(ofRow row: Int) -> [Int] {
        var places = space.axes.map { $0.total ?? 0 }
        for axis in axes {
            places[axis.place] = axis.places[row / axis.stride % axis.places.count]
        }
        return places
    }

    /// Returns whether no earlier cube holds the row, so that this one counts its cells.
    func counts(row: Int) -> Bool {
        guard cube > 0 else { return true }
        let places = places(ofRow: row)
        let level = space.axes[0].members[places[0]].level
        let crossing = space.crossing(ofPlaces: places)
        return !(0..<cube).contains { space.holds(cube: $0, crossing: crossing, level: level) }
    }
}
