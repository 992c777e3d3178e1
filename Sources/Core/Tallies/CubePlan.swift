internal import StatisticsModel

/// How one cube is counted: in classes while persons are added, in members when all are in.
///
/// A row of classes or of members is the mixed-radix number of their places, the first axis most
/// significant; rows of members are those of the cube's layout.
struct CubePlan: Sendable {
    /// What a facet's value adds to the row of classes.
    struct Lookup: Sendable {
        /// The facet.
        let facet: Facet
        /// By value, from -1 on; larger values are taken for -1.
        let offsets: [Int32]
    }

    /// The axes, in the catalogue's order.
    let axes: [AxisClasses]
    /// What one class adds to a row of classes, by axis.
    let classStrides: [Int]
    /// What one member adds to a row of members, by axis.
    let memberStrides: [Int]
    /// How many rows of classes there are.
    let classRows: Int
    /// How many rows of members there are.
    let memberRows: Int
    /// The facets other than age, each once.
    let lookups: [Lookup]
    /// What an age adds to the row of classes: by age from 0 on, the last where it is unknown.
    let ageOffsets: [Int32]
    /// Whether the cube holds the row of members, and a value can count in it.
    let isHeld: [Bool]

    private let cellStarts: [Int]
    private let cells: [Int32]

    /// Plans a cube.
    init(
        of cube: Cube,
        indicator: Indicator,
        in catalogue: Catalogue,
        on day: CivilDate
    ) {
        let axes = indicator.dimensions.filter { cube.dimensions.contains($0.id) }
            .map { AxisClasses(of: $0, levels: cube.levels, in: catalogue, on: day) }
        self.axes = axes
        classStrides = Self.strides(axes.map(\.classes.count))
        memberStrides = Self.strides(axes.map(\.members.count))
        classRows = axes.reduce(1) { $0 * $1.classes.count }
        memberRows = axes.reduce(1) { $0 * $1.members.count }
        let strides = classStrides
        lookups = Facet.allCases.filter { $0 != .age }
            .compactMap { facet in
                Self.offsets(of: facet, on: axes, strides: strides)
                    .map { Lookup(facet: facet, offsets: $0) }
            }
        let ages = Self.offsets(of: .age, on: axes, strides: strides)
        ageOffsets = Self.agesFromZero(ages)
        isHeld = Self.held(axes: axes, oneWayLevels: cube.oneWayLevels)
        (cellStarts, cells) = Self.cells(
            axes: axes,
            memberStrides: memberStrides,
            isHeld: isHeld
        )
    }

    /// Returns the row of classes that a leaf falls into, its age left out.
    func row(of leaf: Leaf) -> Int32 {
        var row: Int32 = 0
        for lookup in lookups {
            let place = Int(leaf[lookup.facet]) + 1
            row += lookup.offsets[lookup.offsets.indices.contains(place) ? place : 0]
        }
        return row
    }

    /// Returns the held rows of members that a row of classes counts in, ascending.
    func cells(ofClassRow row: Int) -> ArraySlice<Int32> {
        cells[cellStarts[row]..<cellStarts[row + 1]]
    }

    /// Returns whether all axes but the first are at their total.
    func isTotalBesideFirst(row: Int) -> Bool {
        axes.indices.dropFirst().allSatisfy { place(ofRow: row, on: $0) == axes[$0].total }
    }

    /// Returns the place of a row's member on an axis.
    func place(ofRow row: Int, on axis: Int) -> Int {
        row / memberStrides[axis] % axes[axis].members.count
    }

    private static func strides(_ counts: [Int]) -> [Int] {
        var strides = [Int](repeating: 1, count: counts.count)
        for index in counts.indices.dropLast().reversed() {
            strides[index] = strides[index + 1] * counts[index + 1]
        }
        return strides
    }

    /// Two axes can read one facet, such as age in bands and age in broad bands.
    private static func offsets(
        of facet: Facet,
        on axes: [AxisClasses],
        strides: [Int]
    ) -> [Int32]? {
        let reading = axes.indices.filter { axes[$0].facet == facet }
        guard let size = reading.map({ axes[$0].table.count }).max() else { return nil }
        return (0..<size)
            .map { place in
                let offset = reading.reduce(0) { sum, axis in
                    sum + axes[axis].number(of: place - 1) * strides[axis]
                }
                return Int32(offset)
            }
    }

    private static func agesFromZero(_ offsets: [Int32]?) -> [Int32] {
        guard let offsets else {
            return [Int32](repeating: 0, count: FacetReading.largestAge + 2)
        }
        return Array(offsets.dropFirst()) + offsets.prefix(1)
    }

    private static func held(axes: [AxisClasses], oneWayLevels: [Code<Level>]) -> [Bool] {
        var held: [(isCounted: Bool, isOneWay: Bool, open: Int)] = [(true, false, 0)]
        for axis in axes {
            let isArea = axis.dimension == .area
            let isOneWay = axis.levels.map { level in
                isArea && (level.map(oneWayLevels.contains) ?? false)
            }
            held = held.flatMap { row in
                axis.members.indices.map { place in
                    (
                        row.isCounted && axis.isCounted[place],
                        row.isOneWay || isOneWay[place],
                        row.open + (!isArea && place != axis.total ? 1 : 0)
                    )
                }
            }
        }
        return held.map { $0.isCounted && !($0.isOneWay && $0.open > 1) }
    }

    /// For each row of classes the held rows of members that it counts in, ascending.
    private static func cells(
        axes: [AxisClasses],
        memberStrides: [Int],
        isHeld: [Bool]
    ) -> (starts: [Int], cells: [Int32]) {
        var lists: [[Int32]] = [[0]]
        for (axis, stride) in zip(axes, memberStrides) {
            let steps = axis.classes.map { places in places.map { Int32($0 * stride) } }
            lists = lists.flatMap { list in
                steps.map { steps in list.flatMap { cell in steps.map { cell + $0 } } }
            }
        }
        var starts = [0]
        var cells: [Int32] = []
        for list in lists {
            cells.append(contentsOf: list.lazy.filter { isHeld[Int($0)] })
            starts.append(cells.count)
        }
        return (starts, cells)
    }
}
