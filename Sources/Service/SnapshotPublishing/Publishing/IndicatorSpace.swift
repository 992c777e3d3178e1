internal import StatisticsModel

/// All combinations of members of an indicator, and which cubes hold which of them.
///
/// A combination is numbered by the places of its members in mixed radix, `area` most significant,
/// so the number of a series is the same whichever files and cubes it comes from.
struct IndicatorSpace: Sendable {
    /// A dimension of the indicator with the members that have cells of their own.
    struct Axis: Sendable {
        let dimension: Code<Dimension>
        let members: [Member]
        /// The place of the total; `nil` when the dimension has none.
        let total: Int?
        /// What one place adds to a series' number.
        let stride: Int
    }

    /// A cube as a set of axes.
    private struct Holder: Sendable {
        /// Bit *n* says that axis *n* is crossed.
        let axes: UInt32
        let levels: Set<Code<Level>>
        let oneWayLevels: Set<Code<Level>>
    }

    let indicator: Indicator
    let axes: [Axis]
    private let holders: [Holder]

    /// Makes the space of an indicator of a consistent catalogue.
    init(of indicator: Indicator, in catalogue: Catalogue) {
        self.indicator = indicator
        var axes: [Axis] = []
        var stride = 1
        for use in indicator.dimensions.reversed() {
            let members = catalogue.members(of: use).filter { $0.sharesCellWith == nil }
            let total = catalogue.dimension(use.id)?.total
            axes.append(
                Axis(
                    dimension: use.id,
                    members: members,
                    total: members.firstIndex { $0.code == total },
                    stride: stride
                )
            )
            stride *= members.count
        }
        self.axes = axes.reversed()
        holders = indicator.cubes.map { cube in
            var mask: UInt32 = 0
            for (index, use) in indicator.dimensions.enumerated()
            where cube.dimensions.contains(use.id) {
                mask |= 1 << UInt32(index)
            }
            return Holder(
                axes: mask,
                levels: Set(cube.levels),
                oneWayLevels: Set(cube.oneWayLevels)
            )
        }
    }

    /// Returns whether a cube holds the combinations of an area level and of dimensions.
    ///
    /// - Parameters:
    ///   - cube: The cube's place among the indicator's.
    ///   - crossing: Bit *n* says that axis *n* is not at its total; bit 0, `area`, is ignored.
    ///   - level: The area's level.
    /// - Returns: Whether the cube crosses all that is open, on that level.
    func holds(cube: Int, crossing: UInt32, level: Code<Level>?) -> Bool {
        let holder = holders[cube]
        let open = crossing & ~1
        guard open & ~holder.axes == 0, let level else { return open & ~holder.axes == 0 }
        guard holder.levels.contains(level) else { return false }
        return !holder.oneWayLevels.contains(level) || open.nonzeroBitCount <= 1
    }

    /// Returns whether any cube holds the combinations of an area level and of dimensions.
    func isHeld(crossing: UInt32, level: Code<Level>?) -> Bool {
        holders.indices.contains { holds(cube: $0, crossing: crossing, level: level) }
    }

    /// Returns the places of a series' members, in the axes' order.
    func places(ofSeries series: Int) -> [Int] {
        axes.map { series / $0.stride % $0.members.count }
    }

    /// Returns which axes are not at their total.
    func crossing(ofPlaces places: [Int]) -> UInt32 {
        var mask: UInt32 = 0
        for index in axes.indices where places[index] != axes[index].total {
            mask |= 1 << UInt32(index)
        }
        return mask & ~1
    }

    /// Returns how many combinations a cube allows.
    func rowCount(of cube: Cube) -> Int {
        let further = axes.dropFirst().filter { cube.dimensions.contains($0.dimension) }
        let full = further.reduce(1) { $0 * $1.members.count }
        let open = further.filter { $0.total == nil }
        let oneWay: Int
        switch open.count {
        case 0: oneWay = further.reduce(1) { $0 + $1.members.count - 1 }
        case 1: oneWay = open[0].members.count
        default: oneWay = 0
        }
        return (axes.first?.members ?? [])
            .reduce(0) { sum, area in
                guard let level = area.level else { return sum + full }
                guard cube.levels.contains(level) else { return sum }
                return sum + (cube.oneWayLevels.contains(level) ? oneWay : full)
            }
    }
}
