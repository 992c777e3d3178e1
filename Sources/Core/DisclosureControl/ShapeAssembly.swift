internal import StatisticsModel

/// Builds a `ProtectionShape`.
struct ShapeAssembly {
    private(set) var cellCount = 0
    private(set) var cells: [[Int32]] = []
    private(set) var firstCubes: [UInt8] = []
    var equationStarts: [Int32] = [0]
    var equationCells: [Int32] = []
    var tables: [ProtectionTable] = []
    var crossing: [Int32] = []

    let indicator: Indicator
    let axes: [ShapeAxis]
    private let date: CivilDate
    private let trees: [MemberTree]
    private var cellsByCombination: [Int: Int32] = [:]
    private var areaTrees: [Set<Code<Level>>: AreaTree] = [:]

    init(of indicator: Indicator, in catalogue: Catalogue, on date: CivilDate) {
        self.indicator = indicator
        self.date = date
        var axes: [ShapeAxis] = []
        var stride = 1
        for use in indicator.dimensions.reversed() {
            let members = catalogue.members(of: use).filter { $0.sharesCellWith == nil }
            guard let dimension = catalogue.dimension(use.id),
                let total = members.firstIndex(where: { $0.code == dimension.total })
            else { preconditionFailure("an indicator has the total of each of its dimensions") }
            axes.append(
                ShapeAxis(dimension: dimension, members: members, total: total, stride: stride)
            )
            stride *= members.count
        }
        self.axes = axes.reversed()
        trees = self.axes.map { MemberTree(of: $0.dimension, members: $0.members, on: date) }
    }

    /// Numbers the cells and builds the tables, margins first.
    mutating func assemble() {
        for cube in indicator.cubes.indices { numberCells(ofCube: cube) }
        for choice in familyChoices() {
            let mask = crossing(of: choice)
            let areas = areaTree(crossing: mask)
            guard !areas.places.isEmpty else { continue }
            append(choice: choice, areas: areas)
        }
        appendCrossing()
    }

    /// The changes of persons that the cells allow.
    var moves: PersonMoves { PersonMoves(axes: axes, trees: trees, cells: cellsByCombination) }

    /// Returns the cell of a combination; -1 when there is none.
    func cell(_ combination: Int) -> Int32 { cellsByCombination[combination] ?? -1 }

    private mutating func numberCells(ofCube cube: Int) {
        let crossed = axes.indices.filter { axis in
            indicator.cubes[cube].dimensions.contains(axes[axis].dimension.id)
        }
        let places = crossed.map { axis in
            axes[axis].members.indices
                .filter { place in
                    axis > 0
                        || axes[0].members[place].level.map(indicator.cubes[cube].levels.contains)
                            ?? true
                }
        }
        let base = axes.dropFirst().reduce(0) { $0 + $1.total * $1.stride }
        var rows: [Int32] = []
        let rowCount = places.reduce(1) { $0 * $1.count }
        rows.reserveCapacity(rowCount)
        for row in 0..<rowCount {
            var rest = row
            var combination = base
            var mask: UInt32 = 0
            var area = 0
            for index in crossed.indices.reversed() {
                let axis = axes[crossed[index]]
                let place = places[index][rest % places[index].count]
                rest /= places[index].count
                if crossed[index] == 0 {
                    area = place
                    combination += place * axis.stride
                } else if place != axis.total {
                    mask |= 1 << UInt32(crossed[index])
                    combination += (place - axis.total) * axis.stride
                }
            }
            rows.append(number(combination, cube: cube, mask: mask, area: axes[0].members[area]))
        }
        cells.append(rows)
    }

    private mutating func number(
        _ combination: Int,
        cube: Int,
        mask: UInt32,
        area: Member
    ) -> Int32 {
        guard area.isValid(on: date), holds(cube: cube, crossing: mask, level: area.level) else {
            return -1
        }
        if let cell = cellsByCombination[combination] { return cell }
        let cell = Int32(cellCount)
        cellsByCombination[combination] = cell
        firstCubes.append(UInt8(cube))
        cellCount += 1
        return cell
    }

    private func holds(cube: Int, crossing: UInt32, level: Code<Level>?) -> Bool {
        let cube = indicator.cubes[cube]
        for axis in axes.indices.dropFirst() where crossing & (1 << UInt32(axis)) != 0 {
            guard cube.dimensions.contains(axes[axis].dimension.id) else { return false }
        }
        guard let level else { return true }
        guard cube.levels.contains(level) else { return false }
        return !cube.oneWayLevels.contains(level) || crossing.nonzeroBitCount <= 1
    }

    private mutating func areaTree(crossing: UInt32) -> AreaTree {
        let levels = axes[0].dimension.levels.map(\.id)
            .filter { level in
                indicator.cubes.indices.contains {
                    holds(cube: $0, crossing: crossing, level: level)
                }
            }
        if let tree = areaTrees[Set(levels)] { return tree }
        let tree = AreaTree(of: axes[0], levels: Set(levels), on: date)
        areaTrees[Set(levels)] = tree
        return tree
    }

    /// Returns every choice of one family, or the total, for each further dimension, margins first.
    private func familyChoices() -> [[MemberTree.Family?]] {
        var masks: [UInt32] = [0]
        for cube in indicator.cubes {
            var open: [UInt32] = []
            for axis in axes.indices.dropFirst()
            where cube.dimensions.contains(axes[axis].dimension.id) {
                open.append(1 << UInt32(axis))
            }
            for subset in 1..<(1 << open.count) {
                let mask = open.enumerated()
                    .reduce(UInt32(0)) { subset & (1 << $1.offset) != 0 ? $0 | $1.element : $0 }
                if !masks.contains(mask) { masks.append(mask) }
            }
        }
        var choices: [[MemberTree.Family?]] = []
        for mask in masks {
            var partial: [[MemberTree.Family?]] = [[]]
            for axis in axes.indices.dropFirst() {
                let families: [MemberTree.Family?] =
                    mask & (1 << UInt32(axis)) != 0 ? trees[axis].families : [nil]
                partial = partial.flatMap { choice in families.map { choice + [$0] } }
            }
            choices += partial
        }
        let depths = choices.map { $0.reduce(0) { $0 + ($1?.depth ?? 0) } }
        return choices.indices
            .sorted { depths[$0] != depths[$1] ? depths[$0] < depths[$1] : $0 < $1 }
            .map { choices[$0] }
    }

    private func crossing(of choice: [MemberTree.Family?]) -> UInt32 {
        choice.enumerated()
            .reduce(0) { mask, family in
                family.element == nil ? mask : mask | 1 << UInt32(family.offset + 1)
            }
    }

    private mutating func appendCrossing() {
        for (axis, tree) in trees.enumerated() where !tree.crossing.isEmpty {
            for (combination, cell) in cellsByCombination {
                let place = combination / axes[axis].stride % axes[axis].members.count
                if tree.crossing.contains(place) { crossing.append(cell) }
            }
        }
        crossing.sort()
    }
}
