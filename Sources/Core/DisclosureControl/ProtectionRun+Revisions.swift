/// Protects what a revision newly withholds, against whoever kept the snapshots before.
///
/// Positions withheld since an earlier snapshot were kept uncertain by others that are withheld
/// still; nothing about them has to be asked again. What is newly withheld was shown in an earlier
/// version. It is safe if the cells that changed now, and are withheld now, can all move without
/// any earlier version moving. The revision itself, new minus old, is such a move: so to withhold
/// everything that changed always suffices, and the repair ends.
extension ProtectionRun {
    /// Protects newly withheld cells, and withheld ones that only now became sensitive.
    mutating func protectRevision() {
        let needs = flags.indices.filter { needsGuard($0) }
        guard !needs.isEmpty else { return }
        protectTables(amongChanged: needs)
        var fallen = fallen(of: needs)
        guard !fallen.isEmpty else { return }
        for cell in fallen { withholdMove(of: cell) }
        fallen = self.fallen(of: needs)
        guard !fallen.isEmpty else { return }
        report.wholeBreakdowns += 1
        for cell in flags.indices where isChangedCandidate(cell) { flags[cell].insert(.hidden) }
        report.exposedCells += self.fallen(of: needs).count
    }

    /// Withholds the cheapest changed cells that move together with a cell.
    private mutating func withholdMove(of cell: Int) {
        let (flags, counts) = (flags, counts)
        let cost = { (other: Int) -> Int in
            guard flags[other].contains(.changed) else { return -1 }
            if flags[other].isVariable { return 0 }
            return flags[other].isCandidate
                ? Int(PathSearch.costOfCell) + Int(counts[other]) : -1
        }
        let support =
            shape.moves.cheapest(moving: cell, cost: cost)
            ?? shape.moves.cheapestExchange(moving: cell, cost: cost)
        for other in support ?? [] where isChangedCandidate(Int(other)) {
            self.flags[Int(other)].insert(.hidden)
        }
    }

    /// Protects cells table by table as if all that didn't change were known.
    private mutating func protectTables(amongChanged needs: [Int]) {
        var asked = [Bool](repeating: false, count: flags.count)
        for cell in needs { asked[cell] = true }
        let before = flags
        for cell in flags.indices {
            if !flags[cell].contains(.changed) { flags[cell].remove(.unknown) }
            if !asked[cell] { flags[cell].remove(.sensitive) }
        }
        protectTables()
        for cell in flags.indices {
            flags[cell].formUnion(before[cell].intersection([.unknown, .sensitive]))
        }
    }

    /// Checks a new period by elimination when a table could not be made safe by itself; if a
    /// sensitive cell falls, the whole breakdown is withheld.
    mutating func protectStuck() {
        guard !stuck.isEmpty else { return }
        var attack = RankAttack(shape: shape, variables: { flags[$0].isVariable })
        let moves = attack.moves()
        let fallen = flags.indices.filter { cell in
            moves[cell] == 0 && flags[cell].isVariable && flags[cell].contains(.sensitive)
        }
        guard !fallen.isEmpty else { return }
        report.wholeBreakdowns += 1
        for cell in flags.indices where flags[cell].isCandidate {
            flags[cell].insert(.hidden)
        }
    }

    private func needsGuard(_ cell: Int) -> Bool {
        let flags = flags[cell]
        guard flags.isVariable, flags.contains([.sensitive, .changed]) else { return false }
        return !flags.contains([.wasHidden, .guarded])
    }

    private func isChangedCandidate(_ cell: Int) -> Bool {
        flags[cell].isCandidate && flags[cell].contains(.changed)
    }

    private func isChangedVariable(_ cell: Int) -> Bool {
        flags[cell].isVariable && flags[cell].contains(.changed)
    }

    /// Returns which cells follow from what is known; marks those that don't as guarded.
    private mutating func fallen(of needs: [Int]) -> [Int] {
        var attack = RankAttack(shape: shape, variables: isChangedVariable)
        let moves = attack.moves()
        for cell in flags.indices where moves[cell] != 0 { flags[cell].insert(.guarded) }
        return needs.filter { moves[$0] == 0 }
    }
}
