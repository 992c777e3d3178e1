/// Makes tables of three ways safe.
///
/// A change that goes round in one slot is unseen when another slot undoes it: so a cell is safe
/// if it lies on a cycle of cells that are withheld in both slots, and in all slots between them
/// in the hierarchy. Where no pair does, one slot takes over the other's pattern.
extension ProtectionRun {
    /// Slots that change together: the first go up where the second go down.
    private typealias Move = (rising: [Int], falling: [Int])

    /// How many pairs are tried before cells are withheld, and how many then.
    private static let attempts = 8
    private static let copies = 64

    /// Makes a table of three ways safe, as if its margins were known.
    mutating func protect(_ table: SliceTable) {
        for slot in table.slots {
            protect(
                Sheet(topology: table.topology, cells: slot.cells, totals: slot.totals),
                isGuarding: false
            )
        }
        for focus in table.slots.indices {
            var open = table.slots[focus].cells.indices
                .filter { edge in
                    let flags = flags[Int(table.slots[focus].cells[edge])]
                    return flags.isProtected && !flags.contains([.wasHidden, .guarded])
                }
            guard !open.isEmpty else { continue }
            let moves = moves(through: focus, of: table)
            for move in bestOverlaps(moves, focus: focus, of: table) where !open.isEmpty {
                apply(move, to: &open, of: table)
            }
            guard !open.isEmpty else { continue }
            for move in cheapest(moves, focus: focus, of: table) where !open.isEmpty {
                var rest = open
                apply(move, to: &rest, of: table, copying: focus)
                guard rest.count < open.count else { continue }
                for slot in move.rising + move.falling { copyPattern(of: focus, to: slot, table) }
                apply(move, to: &open, of: table)
            }
            guard !open.isEmpty else { continue }
            // What no pair settles is left to the check of all tables together.
            stuck += open.map { table.slots[focus].cells[$0] }
        }
    }

    /// All moves that change a slot.
    private func moves(through focus: Int, of table: SliceTable) -> [Move] {
        let leaves = table.slots.indices.filter { table.slots[$0].isLeaf }
        var moves: [Move] = []
        for leaf in leaves where isBelow(leaf, focus, table) {
            if focus == table.root {
                moves.append(table.chain(from: leaf, to: -1))
                continue
            }
            for other in leaves where !isBelow(other, focus, table) {
                moves.append(table.chain(from: leaf, to: other))
            }
            if table.root >= 0 { moves.append(table.chain(from: leaf, to: -1)) }
        }
        return moves
    }

    private func isBelow(_ slot: Int, _ above: Int, _ table: SliceTable) -> Bool {
        var slot = slot
        while slot >= 0 {
            if slot == above { return true }
            slot = table.slots[slot].parent
        }
        return false
    }

    private func bestOverlaps(_ moves: [Move], focus: Int, of table: SliceTable) -> [Move] {
        let edges = table.slots[focus].cells.indices
            .filter { flags[Int(table.slots[focus].cells[$0])].isVariable }
        let scores = moves.map { move in
            edges.count { edge in
                (move.rising + move.falling)
                    .allSatisfy { slot in
                        flags[Int(table.slots[slot].cells[edge])].isVariable
                    }
            }
        }
        return moves.indices
            .sorted { scores[$0] != scores[$1] ? scores[$0] > scores[$1] : $0 < $1 }
            .prefix(Self.attempts).map { moves[$0] }
    }

    private func cheapest(_ moves: [Move], focus: Int, of table: SliceTable) -> [Move] {
        let own = table.slots[focus].cells
        let costs = moves.map { move -> Int in
            var cost = 0
            for slot in move.rising + move.falling {
                for edge in own.indices where flags[Int(own[edge])].isVariable {
                    let cell = Int(table.slots[slot].cells[edge])
                    if flags[cell].isVariable { continue }
                    guard flags[cell].isCandidate else {
                        cost += 1_000_000
                        continue
                    }
                    cost += Int(PathSearch.costOfCell) + Int(counts[cell])
                }
            }
            return cost
        }
        return moves.indices
            .sorted { costs[$0] != costs[$1] ? costs[$0] < costs[$1] : $0 < $1 }
            .prefix(Self.copies).map { moves[$0] }
    }

    private mutating func copyPattern(of focus: Int, to slot: Int, _ table: SliceTable) {
        for edge in table.slots[focus].cells.indices
        where flags[Int(table.slots[focus].cells[edge])].isVariable {
            let cell = Int(table.slots[slot].cells[edge])
            if flags[cell].isCandidate { flags[cell].insert(.hidden) }
        }
    }

    /// Takes the edges out of `open` that a move keeps uncertain.
    ///
    /// - Parameters:
    ///   - move: The slots that change.
    ///   - open: Edges to settle.
    ///   - table: The table.
    ///   - focus: A slot whose pattern the others would take over; `nil` for patterns as they are.
    private mutating func apply(
        _ move: Move,
        to open: inout [Int],
        of table: SliceTable,
        copying focus: Int? = nil
    ) {
        let edges = table.topology.plus.indices
        let states = edges.map { edge in
            state(of: edge, in: move, of: table, copying: focus)
        }
        attack.run(table.topology, states: states)
        let parts = attack.part
        let topology = table.topology
        let isLoose = { (edge: Int) in
            states[edge] & GraphAttack.present != 0
                && parts[Int(topology.plus[edge])] == parts[Int(topology.minus[edge])]
        }
        open.removeAll(where: isLoose)
        guard isFirst, focus == nil else { return }
        for edge in edges where isLoose(edge) {
            for slot in move.rising + move.falling {
                flags[Int(table.slots[slot].cells[edge])].insert(.guarded)
            }
        }
    }

    private func state(
        of edge: Int,
        in move: Move,
        of table: SliceTable,
        copying focus: Int?
    ) -> UInt8 {
        let isCopied = focus.map { flags[Int(table.slots[$0].cells[edge])].isVariable } ?? false
        var state = GraphAttack.free
        for slot in move.rising {
            let cell = Int(table.slots[slot].cells[edge])
            guard flags[cell].isVariable || isCopied && flags[cell].isCandidate else { return 0 }
            if counts[cell] == 0 { state &= ~GraphAttack.lowers }
        }
        for slot in move.falling {
            let cell = Int(table.slots[slot].cells[edge])
            guard flags[cell].isVariable || isCopied && flags[cell].isCandidate else { return 0 }
            if counts[cell] == 0 { state &= ~GraphAttack.raises }
        }
        return state
    }
}
