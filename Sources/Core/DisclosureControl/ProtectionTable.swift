/// Cells of one crossing and one family a dimension, whose margins are protected before them.
enum ProtectionTable: Sendable {
    /// A table whose equations form one graph.
    case graph(GraphTable)
    /// A table of three ways: one graph for each place of an axis.
    case slices(SliceTable)
    /// A table of more ways; it is shown or withheld as a whole.
    case whole(WholeTable)

    /// The cells whose pattern the table settles.
    var cells: [Int32] {
        switch self {
        case .graph(let table): table.cells
        case .slices(let table): table.slots.flatMap(\.cells)
        case .whole(let table): table.cells
        }
    }
}

/// A table whose equations form one graph.
struct GraphTable: Sendable {
    let topology: Topology
    /// For each edge, its cell.
    let cells: [Int32]
    /// For each node, the total of its equation; -1 where there is none.
    let totals: [Int32]
    /// For each line dimension and each edge, the total of the edge's line.
    let margins: [[Int32]]
    /// Whether there is something to attack; not so where a family has one child.
    let isAttackable: Bool
}

/// A table of three ways, cut along one axis: areas, or the members of the shortest family.
struct SliceTable: Sendable {
    /// One place of the axis.
    struct Slot: Sendable {
        let cells: [Int32]
        let totals: [Int32]
        let margins: [[Int32]]
        /// The slot that this one is a part of; -1 when that is no part of the table.
        let parent: Int
        let isLeaf: Bool
    }

    /// The graph that all slots share.
    let topology: Topology
    let slots: [Slot]
    /// The slot of the whole axis; -1 when it is no part of the table.
    let root: Int

    /// Returns the slots that change when a change moves from one leaf to another.
    ///
    /// - Parameters:
    ///   - leaf: A leaf.
    ///   - other: Another leaf, or -1 for a change of the whole axis' slot.
    /// - Returns: The slots between, without the lowest that holds both; rising ones first.
    func chain(from leaf: Int, to other: Int) -> (rising: [Int], falling: [Int]) {
        var rising: [Int] = []
        var node = leaf
        while node >= 0 {
            rising.append(node)
            node = slots[node].parent
        }
        guard other >= 0 else { return (rising, []) }
        var falling: [Int] = []
        node = other
        while node >= 0, !rising.contains(node) {
            falling.append(node)
            node = slots[node].parent
        }
        if node >= 0, let end = rising.firstIndex(of: node) { rising.removeSubrange(end...) }
        return (rising, falling)
    }
}

/// A table of more than three ways.
struct WholeTable: Sendable {
    let cells: [Int32]
    let margins: [[Int32]]
    /// Whether a family has one child, so that cells equal their margins.
    let isTwin: Bool
}
