extension ProtectionShape {
    /// Decides which cells of one period are withheld.
    ///
    /// Withheld are cells of one or two persons, zeros that are not structural, and as many other
    /// cells as it takes that no cell of one or two persons, and no zero in a line of one or two,
    /// follows from what is shown: in its table, over margins, cubes and areas, and from earlier
    /// snapshots. Whatever order rows arrive in, equal input gives an equal pattern.
    ///
    /// Positions once withheld stay withheld. What an earlier snapshot showed and hasn't changed
    /// counts as known; it is shown again and protects nothing. Without changes the pattern before
    /// is returned.
    ///
    /// - Parameter input: The counts, and what is known beforehand.
    /// - Returns: The pattern, and what it costs.
    /// - Complexity: About linear in the number of cells; a revision that newly withholds cells
    ///   adds an elimination over the changed withheld cells.
    ///
    /// Source: seeds/catalogue/README.md, "Withheld".
    public func protect(
        _ input: ProtectionInput
    ) -> (pattern: ProtectedPattern, report: ProtectionReport) {
        var run = ProtectionRun(shape: self, input: input)
        run.run()
        return (run.pattern, run.report)
    }

    /// Decides which cells of one period are withheld where a row has several counts of persons.
    ///
    /// Each count is protected in turn, beside what the others withhold, until none of them
    /// withholds more: all measures of a row follow one pattern that keeps every count.
    ///
    /// - Parameters:
    ///   - input: The first count, and what is known beforehand.
    ///   - others: The further counts and their structural zeros, as in the input.
    /// - Returns: The pattern, and what it costs by the first count.
    /// - Complexity: Two or three times the sum of protecting each count.
    public func protect(
        _ input: ProtectionInput,
        with others: [(counts: [Int32], structural: CellMask?)]
    ) -> (pattern: ProtectedPattern, report: ProtectionReport) {
        var (pattern, report) = protect(input)
        let all = [(counts: input.counts, structural: input.structural)] + others
        var settled = 1
        var next = 1
        while settled < all.count {
            var again = input
            again.counts = all[next].counts
            again.structural = all[next].structural
            again.withheld = pattern.hidden
            var found = protect(again)
            found.pattern.guarded.formUnion(pattern.guarded)
            settled = found.pattern.hidden == pattern.hidden ? settled + 1 : 1
            pattern = found.pattern
            if next == 0 { report = found.report }
            next = (next + 1) % all.count
        }
        return (pattern, report)
    }

    /// Returns the withheld cells that follow exactly from all others.
    ///
    /// - Parameter hidden: The cells that nobody knows.
    /// - Returns: Those among them that the equations settle.
    /// - Complexity: An elimination over the hidden cells: cubic at worst, in practice far less.
    public func derivableCells(ofHidden hidden: CellMask) -> CellMask {
        var attack = RankAttack(shape: self, variables: { hidden[$0] })
        let moves = attack.moves()
        return CellMask(count: cellCount) { hidden[$0] && moves[$0] == 0 }
    }
}
