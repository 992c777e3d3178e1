/// A table's equations as a graph: each equation is a node, each cell an edge.
///
/// A cell stands in two equations with opposite signs, so a change of cells that no equation
/// notices is a flow that goes round. Raising a cell carries flow from `minus` to `plus`.
struct Topology: Sendable {
    /// How many nodes there are.
    let nodeCount: Int
    /// For each edge, the node in which the cell counts as a part.
    let plus: [Int32]
    /// For each edge, the node in which the cell counts with the other sign.
    let minus: [Int32]
    /// For each node, where its edges begin in `incident`; one more at the end.
    let starts: [Int32]
    /// The edges at each node, node by node.
    let incident: [Int32]

    init(nodeCount: Int, plus: [Int32], minus: [Int32]) {
        self.nodeCount = nodeCount
        self.plus = plus
        self.minus = minus
        var starts = [Int32](repeating: 0, count: nodeCount + 1)
        for edge in plus.indices {
            starts[Int(plus[edge]) + 1] += 1
            starts[Int(minus[edge]) + 1] += 1
        }
        for node in 0..<nodeCount { starts[node + 1] += starts[node] }
        var next = starts
        var incident = [Int32](repeating: 0, count: plus.count * 2)
        for edge in plus.indices {
            for node in [Int(plus[edge]), Int(minus[edge])] {
                incident[Int(next[node])] = Int32(edge)
                next[node] += 1
            }
        }
        self.starts = starts
        self.incident = incident
    }

    /// The full crossing of two families: rows are nodes from 0, columns follow them.
    init(rows: Int, columns: Int) {
        var plus: [Int32] = []
        var minus: [Int32] = []
        for row in 0..<rows {
            for column in 0..<columns {
                plus.append(Int32(row))
                minus.append(Int32(rows + column))
            }
        }
        self.init(nodeCount: rows + columns, plus: plus, minus: minus)
    }
}
