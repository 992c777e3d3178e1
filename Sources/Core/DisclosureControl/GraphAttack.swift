/// Finds which hidden cells of a table follow from what is shown.
///
/// A hidden cell can have another value exactly if its edge lies on a cycle of hidden edges. No
/// count is negative, so an edge whose cell is zero can carry flow one way only. Hence: drop the
/// edges that join different strongly connected parts (these zeros are certain); of the rest, the
/// bridges are the cells that are certain. Two nodes get the same `part` if no bridge and no
/// dropped edge parts them.
///
/// Source: Boesch and Tindell, "Robbins's theorem for mixed multigraphs" (1980).
struct GraphAttack {
    /// The edge is hidden.
    static let present: UInt8 = 1
    /// The cell can be lower than it is.
    static let lowers: UInt8 = 2
    /// The cell can be higher than it is.
    static let raises: UInt8 = 4
    /// A hidden edge that can carry flow both ways.
    static let free: UInt8 = 7

    /// For each node, its part.
    private(set) var part: [Int32] = []
    private var strong: [Int32] = []
    private var number: [Int32] = []
    private var low: [Int32] = []
    private var cursor: [Int32] = []
    private var entry: [Int32] = []
    private var path: [Int32] = []
    private var pending: [Int32] = []

    /// Attacks a table.
    ///
    /// - Parameters:
    ///   - topology: The table's equations.
    ///   - states: For each edge, what it allows.
    /// - Complexity: O(nodes + edges).
    mutating func run(_ topology: Topology, states: [UInt8]) {
        let count = topology.nodeCount
        reset(count)
        strong = [Int32](repeating: -1, count: count)
        part = strong
        walk(topology, states: states, isDirected: true)
        swap(&strong, &part)
        reset(count)
        walk(topology, states: states, isDirected: false)
    }

    private mutating func reset(_ count: Int) {
        number = [Int32](repeating: -1, count: count)
        low = [Int32](repeating: 0, count: count)
        cursor = [Int32](repeating: 0, count: count)
        entry = [Int32](repeating: -1, count: count)
    }

    /// Numbers the strongly connected parts, or the parts that bridges separate, into `part`.
    private mutating func walk(_ topology: Topology, states: [UInt8], isDirected: Bool) {
        var clock: Int32 = 0
        var parts: Int32 = 0
        for root in 0..<topology.nodeCount where number[root] < 0 {
            push(Int32(root), through: -1, at: &clock, topology)
            while let top = path.last {
                let node = Int(top)
                if cursor[node] < topology.starts[node + 1] {
                    let edge = Int(topology.incident[Int(cursor[node])])
                    cursor[node] += 1
                    let other = target(edge, from: top, topology, states[edge], isDirected)
                    guard other >= 0, isDirected || entry[node] != Int32(edge) else { continue }
                    if number[Int(other)] < 0 {
                        push(other, through: Int32(edge), at: &clock, topology)
                    } else if part[Int(other)] < 0 {
                        low[node] = min(low[node], number[Int(other)])
                    }
                    continue
                }
                path.removeLast()
                if low[node] == number[node] {
                    while let member = pending.popLast() {
                        part[Int(member)] = parts
                        if member == top { break }
                    }
                    parts += 1
                }
                if let below = path.last { low[Int(below)] = min(low[Int(below)], low[node]) }
            }
        }
    }

    private mutating func push(
        _ node: Int32,
        through edge: Int32,
        at clock: inout Int32,
        _ topology: Topology
    ) {
        number[Int(node)] = clock
        low[Int(node)] = clock
        clock += 1
        cursor[Int(node)] = topology.starts[Int(node)]
        entry[Int(node)] = edge
        path.append(node)
        pending.append(node)
    }

    /// Returns where an edge leads; -1 when it can't be walked.
    @inline(__always)
    private func target(
        _ edge: Int,
        from node: Int32,
        _ topology: Topology,
        _ state: UInt8,
        _ isDirected: Bool
    ) -> Int32 {
        guard state & Self.present != 0 else { return -1 }
        let plus = topology.plus[edge]
        let minus = topology.minus[edge]
        guard isDirected else {
            let other = plus == node ? minus : plus
            return strong[Int(plus)] == strong[Int(minus)] ? other : -1
        }
        if minus == node { return state & Self.raises != 0 ? plus : -1 }
        return state & Self.lowers != 0 ? minus : -1
    }
}
