internal import StatisticsModel

/// Which cells change when a person with one set of properties takes another's place.
///
/// A person counts in every cell that holds the person's properties, so a signed sum of persons
/// is a change that no equation notices. Along each dimension a sum either stays with one finest
/// member, or goes from one to another.
struct PersonMoves: Sendable {
    /// A dimension.
    private struct Axis: Sendable {
        let stride: Int
        let count: Int
        let total: Int
        /// For each member the finest members below it, itself where it has none.
        let leaves: [[Int]]
        /// For each member, itself and all it is a part of.
        let chains: [[Int]]
    }

    /// How many finest members are tried below a coarser one.
    private static let leafLimit = 4

    private let axes: [Axis]
    private let cells: [Int: Int32]
    private let combinations: [Int]

    init(axes: [ShapeAxis], trees: [MemberTree], cells: [Int: Int32]) {
        self.axes = zip(axes, trees)
            .map { axis, tree in
                var leaves = [[Int]](repeating: [], count: axis.members.count)
                var chains = leaves
                let inner = Set(tree.parents)
                for place in axis.members.indices {
                    var node = place
                    while node >= 0 {
                        chains[place].append(node)
                        if !inner.contains(place) && place != axis.total {
                            leaves[node].append(place)
                        }
                        node = tree.parents[node]
                    }
                }
                return Axis(
                    stride: axis.stride,
                    count: axis.members.count,
                    total: axis.total,
                    leaves: leaves,
                    chains: chains
                )
            }
        self.cells = cells
        var combinations = [Int](repeating: 0, count: cells.count)
        for (combination, cell) in cells { combinations[Int(cell)] = combination }
        self.combinations = combinations
    }

    /// The total's place on each axis.
    var totals: [Int] { axes.map(\.total) }

    /// Returns the places of a cell's members.
    func places(ofCell cell: Int) -> [Int] {
        axes.map { combinations[cell] / $0.stride % $0.count }
    }

    /// Returns the finest members below a place.
    func leaves(of place: Int, on axis: Int) -> [Int] { axes[axis].leaves[place] }

    /// Returns all cells in which a person of these finest members counts.
    func cells(of person: [Int]) -> Set<Int32> {
        var numbers = [0]
        for (axis, place) in zip(axes, person) {
            numbers = numbers.flatMap { number in
                axis.chains[place].map { number + $0 * axis.stride }
            }
        }
        return Set(numbers.compactMap { cells[$0] })
    }

    /// Returns the cells of the cheapest change that moves a cell.
    ///
    /// - Parameters:
    ///   - cell: The cell.
    ///   - cost: What it costs to withhold a cell; negative when that would protect nothing.
    /// - Returns: The cells that move, withheld or not; `nil` when no change is possible.
    func cheapest(moving cell: Int, cost: (Int) -> Int) -> [Int32]? {
        let places = places(ofCell: cell)
        var options: [[[Int]]] = []
        for (index, axis) in axes.enumerated() {
            let leaves = bestLeaves(on: index, places: places, cost: cost)
            var sets = leaves.map { axis.chains[$0] }
            if places[index] != axis.total {
                for leaf in leaves {
                    for other in axis.leaves[axis.total]
                    where !axis.chains[other].contains(places[index]) {
                        let (one, two) = (axis.chains[leaf], axis.chains[other])
                        let only = one.filter { !two.contains($0) }
                        sets.append(only + two.filter { !one.contains($0) })
                    }
                }
            }
            options.append(sets)
        }
        var best: [Int32]?
        var bestCost = Int.max
        var choice = [Int](repeating: 0, count: axes.count)
        repeat {
            let sets = choice.indices.map { options[$0].isEmpty ? [] : options[$0][choice[$0]] }
            guard let found = support(sets, below: bestCost, cost: cost) else { continue }
            best = found.cells
            bestCost = found.cost
        } while advance(&choice, options)
        return best
    }

    private func advance(_ choice: inout [Int], _ options: [[[Int]]]) -> Bool {
        for index in choice.indices {
            choice[index] += 1
            if choice[index] < options[index].count { return true }
            choice[index] = 0
        }
        return false
    }

    /// Returns the finest members below a place whose cells cost least, all else as it is.
    func bestLeaves(on index: Int, places: [Int], cost: (Int) -> Int) -> [Int] {
        let leaves = axes[index].leaves[places[index]]
        let base = places.indices.reduce(0) { sum, axis in
            axis == index ? sum : sum + places[axis] * axes[axis].stride
        }
        let costs = leaves.map { leaf -> Int in
            guard let cell = cells[base + leaf * axes[index].stride] else { return Int.max / 2 }
            let own = cost(Int(cell))
            return own < 0 ? Int.max : own
        }
        let order = leaves.indices
            .sorted { costs[$0] != costs[$1] ? costs[$0] < costs[$1] : $0 < $1 }
        let limit = places[index] == axes[index].total && index > 0 ? 1 : Self.leafLimit
        return order.prefix(limit).map { leaves[$0] }
    }

    private func support(
        _ sets: [[Int]],
        below limit: Int,
        cost: (Int) -> Int
    ) -> (cells: [Int32], cost: Int)? {
        var found: [Int32] = []
        var total = 0
        var digits = [Int](repeating: 0, count: sets.count)
        guard sets.allSatisfy({ !$0.isEmpty }) else { return nil }
        while true {
            var combination = 0
            for axis in sets.indices { combination += sets[axis][digits[axis]] * axes[axis].stride }
            if let cell = cells[combination] {
                let own = cost(Int(cell))
                guard own >= 0 else { return nil }
                total += own
                guard total < limit else { return nil }
                found.append(cell)
            }
            var axis = 0
            while axis < sets.count {
                digits[axis] += 1
                if digits[axis] < sets[axis].count { break }
                digits[axis] = 0
                axis += 1
            }
            if axis == sets.count { return (found, total) }
        }
    }
}
