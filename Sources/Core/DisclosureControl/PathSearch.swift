/// Finds the cheapest cells to withhold so that a hidden cell gets a cycle through it.
struct PathSearch {
    /// What it costs to withhold a cell, besides its persons: fewer cells before smaller ones.
    static let costOfCell: Int64 = 8

    private var distances: [Int64] = []
    private var arrivals: [Int32] = []
    private var touched: [Int32] = []
    private var heap: [(distance: Int64, node: Int32)] = []

    /// Finds a path from one node to the part of another.
    ///
    /// - Parameters:
    ///   - ends: The node to start at, and one in the part to reach.
    ///   - closed: The edge that the path must not use.
    ///   - topology: The table's equations.
    ///   - parts: For each node, its part in the last attack.
    ///   - step: What an edge costs when flow rises or falls on it; negative when it can't.
    /// - Returns: The edges of the path and its cost; `nil` when there is none.
    mutating func path(
        between ends: (from: Int32, to: Int32),
        avoiding closed: Int,
        in topology: Topology,
        parts: [Int32],
        step: (_ edge: Int, _ isRising: Bool) -> Int64
    ) -> (edges: [Int], cost: Int64)? {
        start(at: ends.from, topology.nodeCount)
        let goal = parts[Int(ends.to)]
        while let (distance, node) = pop() {
            guard distance == distances[Int(node)] else { continue }
            if parts[Int(node)] == goal {
                return (trace(from: node, to: ends.from, topology), distance)
            }
            let range = topology.starts[Int(node)]..<topology.starts[Int(node) + 1]
            for index in range {
                let edge = Int(topology.incident[Int(index)])
                guard edge != closed else { continue }
                let isRising = topology.minus[edge] == node
                let cost = step(edge, isRising)
                guard cost >= 0 else { continue }
                let other = isRising ? topology.plus[edge] : topology.minus[edge]
                reach(other, at: distance + cost, through: Int32(edge))
            }
        }
        return nil
    }

    private mutating func start(at node: Int32, _ count: Int) {
        if distances.count < count {
            distances = [Int64](repeating: .max, count: count)
            arrivals = [Int32](repeating: -1, count: count)
        } else {
            for node in touched { distances[Int(node)] = .max }
        }
        touched.removeAll(keepingCapacity: true)
        heap.removeAll(keepingCapacity: true)
        reach(node, at: 0, through: -1)
    }

    private mutating func reach(_ node: Int32, at distance: Int64, through edge: Int32) {
        guard distance < distances[Int(node)] else { return }
        if distances[Int(node)] == .max { touched.append(node) }
        distances[Int(node)] = distance
        arrivals[Int(node)] = edge
        heap.append((distance, node))
        var child = heap.count - 1
        while child > 0, heap[child] < heap[(child - 1) / 2] {
            heap.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    private mutating func pop() -> (distance: Int64, node: Int32)? {
        guard let first = heap.first, let last = heap.popLast() else { return nil }
        guard !heap.isEmpty else { return first }
        heap[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [parent * 2 + 1, parent * 2 + 2]
            where child < heap.count && heap[child] < heap[least] {
                least = child
            }
            guard least != parent else { return first }
            heap.swapAt(parent, least)
            parent = least
        }
    }

    private func trace(from node: Int32, to start: Int32, _ topology: Topology) -> [Int] {
        var edges: [Int] = []
        var node = node
        while node != start {
            let edge = Int(arrivals[Int(node)])
            edges.append(edge)
            node = topology.plus[edge] == node ? topology.minus[edge] : topology.plus[edge]
        }
        return edges
    }
}
