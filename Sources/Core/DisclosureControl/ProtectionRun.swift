/// Protects one indicator and period: margins first, then what they bound.
///
/// Every table is made safe as if its margins were known. A withheld margin hides its whole line,
/// so a change of margins that nobody can see always has a change of the lines to go with it;
/// hence what is safe table by table is safe in all tables together.
struct ProtectionRun {
    let shape: ProtectionShape
    let counts: [Int32]
    var flags: [CellFlags]
    var report: ProtectionReport
    var attack = GraphAttack()
    var search = PathSearch()
    /// Protected cells that their table alone can't keep uncertain.
    var stuck: [Int32] = []
    let isFirst: Bool

    init(shape: ProtectionShape, input: ProtectionInput) {
        precondition(input.counts.count == shape.cellCount, "there is one count a cell")
        self.shape = shape
        counts = input.counts
        report = ProtectionReport(cubeCount: shape.cells.count)
        isFirst = input.previous == nil
        flags = [CellFlags](repeating: [], count: shape.cellCount)
        for cell in flags.indices { flags[cell] = Self.flags(of: cell, input) }
        for cell in shape.crossing where flags[Int(cell)].contains(.unknown) {
            flags[Int(cell)].insert(.hidden)
        }
    }

    private static func flags(of cell: Int, _ input: ProtectionInput) -> CellFlags {
        let count = input.counts[cell]
        guard count >= 0 else { return [] }
        var flags: CellFlags = []
        let isForced = input.forced?[cell] ?? false
        let isSmall = count < 3 && !(count == 0 && input.structural?[cell] ?? false)
        var isKnown = input.exposed?[cell] ?? false
        var isPublished = false
        if let previous = input.previous {
            let isChanged = input.changed?[cell] ?? true
            if isChanged { flags.insert(.changed) }
            if previous.hidden[cell] {
                flags.insert([.wasHidden, .hidden])
                if previous.guarded[cell] { flags.insert(.guarded) }
            } else if !isChanged {
                isPublished = true
                isKnown = true
            }
        }
        if count == 0 && input.structural?[cell] ?? false {
            // What was withheld stays withheld, even when a rule now says that it is zero.
            return flags.contains(.hidden) ? flags.union(.unknown) : flags
        }
        if !isKnown { flags.insert(.unknown) }
        if input.withheld?[cell] ?? false { flags.insert(.hidden) }
        if isSmall || isForced {
            if !isPublished || count < 3 { flags.insert(.hidden) }
            if count > 0 || isForced { flags.insert(.sensitive) }
        }
        if let given = input.given, given.cells[cell] {
            flags.insert(.given)
            if given.hidden[cell] { flags.insert(.hidden) } else { flags.remove(.hidden) }
        }
        return flags
    }

    /// Protects all tables, and what a revision newly withholds.
    mutating func run() {
        protectTables()
        if isFirst { protectStuck() } else { protectRevision() }
        finishReport()
    }

    /// Protects table by table, margins first.
    mutating func protectTables() {
        for table in shape.tables {
            switch table {
            case .graph(let table):
                hideLines(table.cells, margins: table.margins)
                protect(
                    Sheet(
                        topology: table.topology,
                        cells: table.cells,
                        totals: table.totals
                    )
                )
            case .slices(let table):
                for slot in table.slots { hideLines(slot.cells, margins: slot.margins) }
                protect(table)
            case .whole(let table):
                hideLines(table.cells, margins: table.margins)
                protect(table)
            }
        }
    }

    /// Hides the lines of withheld margins; a zero in a line of one or two persons is sensitive.
    ///
    /// A margin that was withheld before has had its line hidden then, as far as it had to be.
    private mutating func hideLines(_ cells: [Int32], margins: [[Int32]]) {
        for line in margins {
            for index in cells.indices where line[index] >= 0 {
                let margin = flags[Int(line[index])]
                guard margin.contains(.hidden) else { continue }
                let cell = Int(cells[index])
                guard flags[cell].contains(.unknown) else { continue }
                if !margin.contains(.wasHidden) && !flags[cell].contains(.given) {
                    flags[cell].insert(.hidden)
                }
                if counts[cell] == 0, (1...2).contains(counts[Int(line[index])]) {
                    flags[cell].insert(.sensitive)
                }
            }
        }
    }

    private mutating func protect(_ table: WholeTable) {
        guard !table.isTwin else { return }
        guard table.cells.contains(where: { flags[Int($0)].isProtected }) else { return }
        report.wholeBreakdowns += 1
        for cell in table.cells where flags[Int(cell)].isCandidate {
            flags[Int(cell)].insert(.hidden)
        }
        if isFirst {
            for cell in table.cells where flags[Int(cell)].isVariable {
                flags[Int(cell)].insert(.guarded)
            }
        }
    }

    private mutating func finishReport() {
        for cell in flags.indices where counts[cell] >= 0 {
            let cube = Int(shape.firstCubes[cell])
            report.cubes[cube].cells += 1
            let isHidden = flags[cell].contains(.hidden)
            if flags[cell].contains(.sensitive) && !flags[cell].contains(.unknown) {
                report.exposedCells += 1
            }
            guard isHidden else { continue }
            switch counts[cell] {
            case 0: report.cubes[cube].zeros += 1
            case 1...2: report.cubes[cube].primary += 1
            default:
                report.cubes[cube].complementary += 1
                if flags[cell].contains(.wasHidden) { report.cubes[cube].retained += 1 }
            }
        }
    }

    /// The pattern as it stands.
    var pattern: ProtectedPattern {
        ProtectedPattern(
            hidden: CellMask(count: flags.count) { flags[$0].contains(.hidden) },
            guarded: CellMask(count: flags.count) { flags[$0].contains([.hidden, .guarded]) }
        )
    }
}
