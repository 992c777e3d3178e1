/// One graph of a table with its cells.
struct Sheet {
    let topology: Topology
    /// For each edge, its cell.
    let cells: [Int32]
    /// For each node, the total of its equation; -1 where there is none.
    let totals: [Int32]
}

extension ProtectionRun {
    /// Makes a table safe, as if its margins were known.
    ///
    /// - Parameters:
    ///   - sheet: The table.
    ///   - isGuarding: Whether cells that others keep uncertain are marked as such.
    mutating func protect(_ sheet: Sheet, isGuarding: Bool = true) {
        guard sheet.cells.contains(where: { flags[Int($0)].isProtected }) else { return }
        fillLines(of: sheet)
        var isRepaired = true
        while isRepaired {
            attack.run(sheet.topology, states: sheet.cells.map { state(of: Int($0)) })
            isRepaired = false
            for edge in sheet.cells.indices where falls(edge, of: sheet) {
                if repair(edge, of: sheet) { isRepaired = true }
            }
        }
        for edge in sheet.cells.indices {
            let cell = Int(sheet.cells[edge])
            if falls(edge, of: sheet) {
                stuck.append(sheet.cells[edge])
            } else if isGuarding, isFirst, flags[cell].isVariable, isLoose(edge, of: sheet) {
                flags[cell].insert(.guarded)
            }
        }
    }

    /// What a cell's edge allows.
    func state(of cell: Int) -> UInt8 {
        guard flags[cell].isVariable else { return 0 }
        let floor = GraphAttack.present | GraphAttack.raises
        return counts[cell] > 0 ? floor | GraphAttack.lowers : floor
    }

    private func isLoose(_ edge: Int, of sheet: Sheet) -> Bool {
        let topology = sheet.topology
        return attack.part[Int(topology.plus[edge])] == attack.part[Int(topology.minus[edge])]
    }

    private func falls(_ edge: Int, of sheet: Sheet) -> Bool {
        flags[Int(sheet.cells[edge])].isProtected && !isLoose(edge, of: sheet)
    }

    /// Withholds a second cell in each line with a sensitive one, and persons up to three.
    ///
    /// Where the line's total is withheld, nothing can be subtracted from it.
    private mutating func fillLines(of sheet: Sheet) {
        let topology = sheet.topology
        var hidden = [Int32](repeating: 0, count: topology.nodeCount)
        for edge in sheet.cells.indices where flags[Int(sheet.cells[edge])].isVariable {
            hidden[Int(topology.plus[edge])] += 1
            hidden[Int(topology.minus[edge])] += 1
        }
        for node in 0..<topology.nodeCount where sheet.totals[node] >= 0 && hidden[node] > 0 {
            guard !flags[Int(sheet.totals[node])].contains(.hidden) else { continue }
            guard let edge = missingPart(at: node, of: sheet, hidden: hidden) else { continue }
            flags[Int(sheet.cells[edge])].insert(.hidden)
            hidden[Int(topology.plus[edge])] += 1
            hidden[Int(topology.minus[edge])] += 1
        }
    }

    /// Returns the edge to withhold in a line; `nil` when the line is safe or has none.
    private func missingPart(at node: Int, of sheet: Sheet, hidden: [Int32]) -> Int? {
        let topology = sheet.topology
        var parts = 0
        var persons = 0
        var isSensitive = false
        var best: Int?
        var bestCost = Int.max
        for index in topology.starts[node]..<topology.starts[node + 1] {
            let edge = Int(topology.incident[Int(index)])
            let cell = Int(sheet.cells[edge])
            guard sheet.cells[edge] != sheet.totals[node] else { continue }
            if flags[cell].isVariable {
                parts += 1
                persons += Int(counts[cell])
                isSensitive = isSensitive || flags[cell].contains(.sensitive)
            } else if flags[cell].isCandidate {
                let plus = Int(topology.plus[edge])
                let other = plus == node ? Int(topology.minus[edge]) : plus
                // A cell whose other line hides something already is likely to close a cycle.
                let cost = Int(counts[cell]) * (hidden[other] > 0 ? 1 : 3)
                if cost < bestCost {
                    best = edge
                    bestCost = cost
                }
            }
        }
        return isSensitive && (parts < 2 || persons < 3) ? best : nil
    }

    /// Withholds the cheapest cells that close a cycle through an edge; whether there were any.
    private mutating func repair(_ edge: Int, of sheet: Sheet) -> Bool {
        let topology = sheet.topology
        let cell = Int(sheet.cells[edge])
        let (plus, minus) = (topology.plus[edge], topology.minus[edge])
        let (flags, counts) = (flags, counts)
        let step = { (edge: Int, isRising: Bool) -> Int64 in
            let cell = Int(sheet.cells[edge])
            if flags[cell].isVariable { return isRising || counts[cell] > 0 ? 0 : -1 }
            return flags[cell].isCandidate ? PathSearch.costOfCell + Int64(counts[cell]) : -1
        }
        var best = search.path(
            between: (plus, minus),
            avoiding: edge,
            in: topology,
            parts: attack.part,
            step: step
        )
        if counts[cell] > 0 {
            let falling = search.path(
                between: (minus, plus),
                avoiding: edge,
                in: topology,
                parts: attack.part,
                step: step
            )
            if let falling, falling.cost < best?.cost ?? .max { best = falling }
        }
        var isRepaired = false
        for edge in best?.edges ?? [] where self.flags[Int(sheet.cells[edge])].isCandidate {
            self.flags[Int(sheet.cells[edge])].insert(.hidden)
            isRepaired = true
        }
        return isRepaired
    }
}
