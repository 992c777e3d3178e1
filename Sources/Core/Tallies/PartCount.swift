internal import StatisticsModel

/// Counts the part of a person that is in hand once in each cell of each period.
///
/// Where the person falls into one row of classes in a period, that row is counted, and the members
/// follow when classes are rolled up. Where it falls into several, the first is counted as a class,
/// and of the others only the cells of members that it doesn't reach.
struct PartCount: Sendable {
    /// Neighbouring periods in which the person falls into the same rows.
    private struct Stretch {
        let firstRun: Int32
        let lastRun: Int32
        /// The group of the person's age, for leaves that give none.
        let ageGroup: Int
        var columns: Range<Int>
    }

    /// The person.
    let person: PersonMonths
    /// The grids of the part.
    let part: PartPlan
    /// The plan that the part belongs to.
    let plan: TallyPlan
    /// 1 to add the person, -1 to take it away.
    let sign: Int32

    /// Counts the periods that end in some months.
    ///
    /// - Parameters:
    ///   - window: The months.
    ///   - counts: All counts of persons.
    ///   - overlap: Memory to work in.
    func add(
        endingIn window: ClosedRange<Int32>,
        to counts: inout [Int32],
        using overlap: inout ClassOverlap
    ) {
        counts.withUnsafeMutableBufferPointer { counts in
            for ledger in part.ledgers {
                let periods = ledger.ordinals.clamped(to: ledger.type.ordinals(endingIn: window))
                add(periods, of: ledger, to: counts, using: &overlap)
            }
        }
    }

    private func add(
        _ periods: Range<Int>,
        of ledger: Ledger,
        to counts: UnsafeMutableBufferPointer<Int32>,
        using overlap: inout ClassOverlap
    ) {
        let (length, step) = (ledger.type.monthCount, ledger.type.monthStep)
        let end = person.moments.count
        var stretch = Stretch(firstRun: -1, lastRun: -1, ageGroup: 0, columns: 0..<0)
        var low = 0
        var high = 0
        var ordinal = periods.lowerBound
        while ordinal < periods.upperBound {
            let last = (ordinal + 1) * step - 1
            while low < end, person.month(at: low) <= last - length { low += 1 }
            guard low < end else { break }
            high = max(high, low)
            while high < end, person.month(at: high) <= last { high += 1 }
            guard low < high else {
                // Nothing falls into this period: go on to the first that ends after the moment.
                ordinal = max(ordinal + 1, person.month(at: low) / step)
                continue
            }
            let column = ordinal - ledger.ordinals.lowerBound
            let firstRun = person.runs[low]
            let lastRun = person.runs[high - 1]
            let ageGroup = plan.ages.group(of: person.clock.age(atEndOf: Int32(last)))
            if stretch.firstRun == firstRun, stretch.lastRun == lastRun,
                stretch.ageGroup == ageGroup, stretch.columns.upperBound == column
            {
                stretch.columns = stretch.columns.lowerBound..<column + 1
            } else {
                add(stretch, of: ledger, to: counts, using: &overlap)
                stretch = Stretch(
                    firstRun: firstRun,
                    lastRun: lastRun,
                    ageGroup: ageGroup,
                    columns: column..<column + 1
                )
            }
            ordinal += 1
        }
        add(stretch, of: ledger, to: counts, using: &overlap)
    }

    private func add(
        _ stretch: Stretch,
        of ledger: Ledger,
        to counts: UnsafeMutableBufferPointer<Int32>,
        using overlap: inout ClassOverlap
    ) {
        guard !stretch.columns.isEmpty else { return }
        for cube in part.grids.indices {
            let grids = part.grids[cube]
            guard stretch.firstRun < stretch.lastRun else {
                let row = row(ofRun: stretch.firstRun, stretch, inCube: cube)
                add(stretch, of: ledger, at: grids.classStart + row * part.width, to: counts)
                continue
            }
            overlap.removeAll()
            for run in stretch.firstRun...stretch.lastRun {
                overlap.insert(row(ofRun: run, stretch, inCube: cube))
            }
            let first = grids.classStart + overlap.rows[0] * part.width
            add(stretch, of: ledger, at: first, to: counts)
            guard overlap.rows.count > 1 else { continue }
            overlap.findFurtherCells(in: plan.cubes[cube])
            for cell in overlap.furtherCells {
                let start = grids.memberStart + Int(cell) * part.width
                add(stretch, of: ledger, at: start, to: counts)
            }
        }
    }

    /// Counts the periods of a stretch in the row that begins at a place.
    private func add(
        _ stretch: Stretch,
        of ledger: Ledger,
        at start: Int,
        to counts: UnsafeMutableBufferPointer<Int32>
    ) {
        for column in stretch.columns {
            counts[start + Int(ledger.positions[column])] += sign
        }
    }

    private func row(ofRun run: Int32, _ stretch: Stretch, inCube cube: Int) -> Int {
        person.row(
            ofProfile: Int(person.profiles[Int(run)]),
            ageGroup: stretch.ageGroup,
            inCube: cube,
            of: plan
        )
    }
}
