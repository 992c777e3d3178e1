internal import DisclosureControl
internal import SnapshotPublishing
internal import StatisticsModel
internal import Tallies

/// Makes one indicator's counts into protected figures, and finds those that changed.
struct IndicatorFinishing: Sendable {
    let tally: IndicatorTally
    let cells: CellIndex
    let denominators: Denominators
    /// For each measure a part of a delivery without figures.
    let blanks: [ComputedMeasure]
    /// The cells that a wider indicator holds too, which is finished already.
    let equal: EqualCells?

    /// The figures of one span of periods, for all cubes.
    private struct Span {
        let periods: [Period]
        /// For each guarded part and cube the counts, rows × periods; -1 in rows without figures.
        let counts: [[[Int64]]]
        /// For each measure and cube the figures; `nil` for measures without a formula.
        let values: [[CubeFigures.Values]?]
    }

    /// What came out.
    struct Outcome: Sendable {
        var published: PublishedPeriods
        var measures: [ComputedMeasure]
        var report: ProtectionReport
    }

    /// Figures are worked out a year of months at a time, so that memory stays small.
    private static let spanPeriods = 12

    func run(after published: PublishedPeriods) -> Outcome {
        let indicator = tally.plan.indicator
        var outcome = Outcome(
            published: published,
            measures: blanks,
            report: ProtectionReport(cubeCount: indicator.cubes.count)
        )
        // Quarters look at their months, and years at their quarters.
        for type in [PeriodType.month, .quarter, .year, .movingYear]
        where indicator.periodTypes.contains(type) {
            let ordinals = tally.plan.periods(of: type)
            for first in stride(
                from: ordinals.lowerBound,
                to: ordinals.upperBound,
                by: Self.spanPeriods
            ) {
                let span = span(
                    of: type,
                    first..<min(first + Self.spanPeriods, ordinals.upperBound)
                )
                for place in span.periods.indices { finish(place, of: span, into: &outcome) }
            }
        }
        return outcome
    }

    private func span(of type: PeriodType, _ ordinals: Range<Int>) -> Span {
        let indicator = tally.plan.indicator
        let figures = indicator.cubes.indices.map {
            tally.figures(cube: $0, type: type, ordinals: ordinals)
        }
        let counts = tally.plan.spec.guardedParts.map { part in
            figures.map { Self.counts(of: part, in: $0) }
        }
        let values = indicator.measures.map { measure -> [CubeFigures.Values]? in
            let values = figures.compactMap {
                $0.values(of: measure, denominators: denominators)
            }
            return values.count == figures.count ? values : nil
        }
        return Span(
            periods: ordinals.map { Period(type: type, ordinal: $0) },
            counts: counts,
            values: values
        )
    }

    private static func counts(of part: Int, in figures: CubeFigures) -> [Int64] {
        var counts = figures.counts(ofPart: part)
        let width = figures.periods.count
        for row in 0..<figures.rowCount where !figures.isHeld[row] {
            for place in row * width..<(row + 1) * width { counts[place] = -1 }
        }
        return counts
    }

    private func finish(_ place: Int, of span: Span, into outcome: inout Outcome) {
        let period = span.periods[place]
        let (counts, contents) = contents(at: place, of: span)
        let earlier = outcome.published[period]
        guard earlier?.contents != contents else { return }
        var input = ProtectionInput(counts: counts[0])
        input.structural = cells.structuralZeros(in: period, counts: counts[0])
        if let earlier {
            input.previous = earlier.pattern
            input.changed = CellMask(count: contents.count) { earlier.contents[$0] != contents[$0] }
        }
        if let demands = demands(of: period, outcome.published) {
            input.forced = demands.forced
            input.exposed = demands.exposed
        }
        input.given = equal?.given(in: period)
        let others = counts.dropFirst()
            .map { (counts: $0, structural: cells.structuralZeros(in: period, counts: $0)) }
        let (pattern, report) = cells.shape.protect(input, with: others)
        outcome.report.add(report)
        outcome.published[period] = PublishedPeriods.Entry(contents: contents, pattern: pattern)
        for cell in contents.indices where counts[0][cell] >= 0 {
            if let earlier, earlier.contents[cell] == contents[cell],
                earlier.pattern.hidden[cell] == pattern.hidden[cell]
            {
                continue
            }
            add(cell, isHidden: pattern.hidden[cell], at: place, of: span, to: &outcome)
        }
    }

    /// Returns for each guarded part and cell how many persons count, and for each cell the
    /// fingerprint of all its figures.
    private func contents(
        at place: Int,
        of span: Span
    ) -> (counts: [[Int32]], contents: [UInt64]) {
        let width = span.periods.count
        var counts = [[Int32]](
            repeating: [Int32](repeating: -1, count: cells.places.count),
            count: span.counts.count
        )
        var contents = [UInt64](repeating: 0, count: cells.places.count)
        for (cell, home) in cells.places.enumerated() {
            let index = home.row * width + place
            guard span.counts[0][home.cube][index] >= 0 else { continue }
            var fingerprint = ContentFingerprint()
            for part in span.counts.indices {
                let count = span.counts[part][home.cube][index]
                fingerprint.mix(count)
                counts[part][cell] = Int32(clamping: count)
            }
            for values in span.values {
                guard let values else { continue }
                fingerprint.mix(values[home.cube].scaled[index])
                fingerprint.mix(values[home.cube].isPresent[index] ? 1 : 0)
            }
            contents[cell] = fingerprint.value
        }
        return (counts, contents)
    }

    private func add(
        _ cell: Int,
        isHidden: Bool,
        at place: Int,
        of span: Span,
        to outcome: inout Outcome
    ) {
        let home = cells.places[cell]
        let index = home.row * span.periods.count + place
        for measure in outcome.measures.indices {
            guard let values = span.values[measure]?[home.cube] else { continue }
            let figure =
                isHidden
                ? Cell(without: .suppressed)
                : values.isPresent[index]
                    ? Cell(scaled: values.scaled[index]) : Cell(without: .notApplicable)
            outcome.measures[measure]
                .add(figure, cube: home.cube, row: home.row, period: span.periods[place])
        }
    }

    /// What the shorter periods ask of a longer one.
    private func demands(
        of period: Period,
        _ published: PublishedPeriods
    ) -> (forced: CellMask, exposed: CellMask)? {
        switch period.type {
        case .month: return nil
        case .quarter:
            guard let months = published.hidden(in: period.months) else { return nil }
            return PeriodEquations.quarter(ofMonths: months)
        case .year:
            guard let quarters = published.hidden(in: period.quarters),
                let months = published.hidden(in: period.months)
            else { return nil }
            return PeriodEquations.year(ofQuarters: quarters, months: months)
        case .movingYear:
            guard let quarters = published.hidden(in: period.quarters) else { return nil }
            return PeriodEquations.movingYear(ofQuarters: quarters)
        }
    }
}

extension Period {
    /// The months of the period, in time.
    fileprivate var months: [Period] {
        let count = [.quarter: 3, .year: 12, .movingYear: 12][type, default: 1]
        let last = lastMonth.ordinal
        return (last - count + 1...last).map { Period(type: .month, ordinal: $0) }
    }

    /// The quarters of the period, in time.
    fileprivate var quarters: [Period] {
        Set(months.map { $0.ordinal / 3 }).sorted().map { Period(type: .quarter, ordinal: $0) }
    }
}
