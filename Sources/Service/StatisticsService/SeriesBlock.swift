internal import CubeCoding
internal import QueryPlanning
internal import SnapshotStore
internal import StatisticsModel

/// Some neighbouring series of a slice, whose cells are read together.
struct SeriesBlock {
    /// The most chunks that one block touches, unless a single series needs more.
    private static let chunkLimit = 96

    /// Periods that lie in one span, by their places in the plan.
    private struct SpanRun {
        let span: Int
        let periods: Range<Int>
    }

    private let slice: Slice
    private let capacity: Int
    private let spans: [SpanRun]
    /// For each period its column in the chunks of its span.
    private let periodColumns: [Int]
    /// The places of each series' members, series after series.
    private var places: [Int32] = []
    /// For each series and column the row's ordinal; -1 when there is none.
    private var ordinals: [Int] = []
    private var count = 0
    /// For each column the blocks that are touched, in order of appearance.
    private var blocks: [[Int]]
    private var chunkCount = 0

    init(_ slice: Slice, upTo capacity: Int) {
        self.slice = slice
        self.capacity = capacity
        blocks = slice.plan.columns.map { _ in [] }
        var spans: [SpanRun] = []
        for (place, period) in slice.plan.periods.enumerated() {
            if let last = spans.last, last.span == period.span {
                spans[spans.count - 1] = SpanRun(
                    span: last.span,
                    periods: last.periods.lowerBound..<place + 1
                )
            } else {
                spans.append(SpanRun(span: period.span, periods: place..<place + 1))
            }
        }
        self.spans = spans
        periodColumns = slice.plan.periods.map(\.column)
    }

    /// Takes as many series as fit.
    mutating func take(from walk: inout SeriesWalk) {
        while !walk.isAtEnd, count < capacity, chunkCount < Self.chunkLimit {
            for (column, source) in slice.sources.enumerated() {
                let ordinal = source.ordinal(of: walk.places) ?? -1
                ordinals.append(ordinal)
                guard ordinal >= 0, let layout = source.index?.layout else { continue }
                let block = ordinal / layout.blockRows
                guard blocks[column].last != block, !blocks[column].contains(block) else {
                    continue
                }
                blocks[column].append(block)
                chunkCount += spans.count
            }
            for place in walk.places { places.append(Int32(truncatingIfNeeded: place)) }
            count += 1
            walk.advance()
        }
    }

    /// Reads the rows: each series' periods that have a cell.
    func rows() async throws(ServiceError) -> RowBatch {
        let plan = slice.plan
        var cells = BlockCells(rows: count * plan.periods.count, columns: plan.columns.count)
        for column in plan.columns.indices {
            guard let layout = slice.sources[column].index?.layout else { continue }
            let chunks = try await chunks(of: column)
            for series in 0..<count {
                let ordinal = ordinals[series * plan.columns.count + column]
                guard ordinal >= 0, let spans = chunks[ordinal / layout.blockRows] else { continue }
                fill(&cells, series, column: column, row: ordinal % layout.blockRows, spans)
            }
        }
        return batch(of: cells)
    }

    private func fill(
        _ cells: inout BlockCells,
        _ series: Int,
        column: Int,
        row: Int,
        _ chunks: [Chunk?]
    ) {
        let first = series * slice.plan.periods.count
        for (run, chunk) in zip(spans, chunks) {
            guard let chunk else { continue }
            let start = row * chunk.columns
            for place in run.periods {
                let index = start + periodColumns[place]
                cells.set(first + place, column, chunk.scaled[index], chunk.statuses[index])
            }
        }
    }

    /// Takes the rows that have a cell.
    private func batch(of cells: consuming BlockCells) -> RowBatch {
        let (axes, periods) = (slice.plan.axes.count, slice.plan.periods.count)
        var batch = RowBatch(axisCount: axes, columnCount: slice.plan.columns.count)
        batch.memberPlaces.reserveCapacity(count * periods * axes)
        batch.periodPlaces.reserveCapacity(count * periods)
        for series in 0..<count {
            for place in 0..<periods where cells.keep(series * periods + place) {
                for axis in series * axes..<(series + 1) * axes {
                    batch.memberPlaces.append(places[axis])
                }
                batch.periodPlaces.append(Int32(truncatingIfNeeded: place))
            }
        }
        (batch.scaled, batch.statuses) = cells.kept()
        return batch
    }

    /// Gets a column's chunks: for each block one a span, `nil` where there is no cell.
    private func chunks(of column: Int) async throws(ServiceError) -> [Int: [Chunk?]] {
        guard let index = slice.sources[column].index else { return [:] }
        let loader = slice.edition.loader
        var found: [Int: [Chunk?]] = [:]
        var missing: [ChunkVersion] = []
        var holes: [(block: Int, span: Int)] = []
        for block in blocks[column] {
            var row: [Chunk?] = []
            for (place, run) in spans.enumerated() {
                let version = index.version(block: block, span: run.span)
                let chunk = version.flatMap(loader.cached)
                if let version, chunk == nil {
                    missing.append(version)
                    holes.append((block, place))
                }
                row.append(chunk)
            }
            found[block] = row
        }
        guard !missing.isEmpty else { return found }
        let sequence = slice.edition.snapshot.sequence
        let read = try await loader.chunks(missing, of: index, at: sequence)
        for (hole, chunk) in zip(holes, read) { found[hole.block]?[hole.span] = chunk }
        return found
    }
}

/// The cells of all rows that a block could have; those without any are dropped at the end.
struct BlockCells {
    private let columns: Int
    private var scaled: [Int64]
    private var statuses: [UInt8]
    private var keptRows = 0

    init(rows: Int, columns: Int) {
        self.columns = columns
        scaled = [Int64](repeating: 0, count: columns * rows)
        statuses = [UInt8](repeating: CellStatus.absent.rawValue, count: columns * rows)
    }

    @inline(__always)
    mutating func set(_ row: Int, _ column: Int, _ value: Int64, _ status: UInt8) {
        scaled[row * columns + column] = value
        statuses[row * columns + column] = status
    }

    /// Moves a row up behind those that were kept, unless it has no cell; rows come in order.
    ///
    /// Where a kept row lacks a cell beside another's, it is `.notAvailable`.
    @inline(__always)
    mutating func keep(_ row: Int) -> Bool {
        let (source, target) = (row * columns, keptRows * columns)
        var hasCell = false
        for column in 0..<columns {
            let status = statuses[source + column]
            let isAbsent = status == CellStatus.absent.rawValue
            if !isAbsent { hasCell = true }
            scaled[target + column] = scaled[source + column]
            statuses[target + column] = isAbsent ? CellStatus.notAvailable.rawValue : status
        }
        if hasCell { keptRows += 1 }
        return hasCell
    }

    consuming func kept() -> (scaled: [Int64], statuses: [UInt8]) {
        scaled.removeLast(scaled.count - keptRows * columns)
        statuses.removeLast(statuses.count - keptRows * columns)
        return (scaled, statuses)
    }
}
