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
        var columns: [[Int: [Chunk?]]] = []
        for column in plan.columns.indices {
            columns.append(try await chunks(of: column))
        }
        var batch = RowBatch(axisCount: plan.axes.count, columnCount: plan.columns.count)
        batch.scaled.reserveCapacity(count * plan.periods.count * plan.columns.count)
        batch.statuses.reserveCapacity(count * plan.periods.count * plan.columns.count)
        var cells = SeriesCells(columns: plan.columns.count, periods: plan.periods.count)
        for series in 0..<count {
            cells.clear()
            for column in plan.columns.indices {
                let ordinal = ordinals[series * plan.columns.count + column]
                guard ordinal >= 0, let layout = slice.sources[column].index?.layout else {
                    continue
                }
                let block = ordinal / layout.blockRows
                guard let chunks = columns[column][block] else { continue }
                fill(&cells, column: column, row: ordinal - block * layout.blockRows, chunks)
            }
            append(cells, of: series, to: &batch)
        }
        return batch
    }

    private func fill(_ cells: inout SeriesCells, column: Int, row: Int, _ chunks: [Chunk?]) {
        for (run, chunk) in zip(spans, chunks) {
            guard let chunk else { continue }
            for place in run.periods {
                let index = row * chunk.columns + slice.plan.periods[place].column
                cells.set(column, place, chunk.scaled[index], chunk.statuses[index])
            }
        }
    }

    private func append(_ cells: SeriesCells, of series: Int, to batch: inout RowBatch) {
        let axes = slice.plan.axes.count
        for place in slice.plan.periods.indices where cells.hasCell(at: place) {
            batch.memberPlaces += places[series * axes..<(series + 1) * axes]
            batch.periodPlaces.append(Int32(truncatingIfNeeded: place))
            cells.append(at: place, to: &batch)
        }
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

/// The cells of one series: for each period one a column.
struct SeriesCells {
    private let columns: Int
    private var scaled: [Int64]
    private var statuses: [UInt8]

    init(columns: Int, periods: Int) {
        self.columns = columns
        scaled = [Int64](repeating: 0, count: columns * periods)
        statuses = [UInt8](repeating: CellStatus.absent.rawValue, count: columns * periods)
    }

    mutating func clear() {
        for index in statuses.indices {
            scaled[index] = 0
            statuses[index] = CellStatus.absent.rawValue
        }
    }

    mutating func set(_ column: Int, _ period: Int, _ value: Int64, _ status: UInt8) {
        scaled[period * columns + column] = value
        statuses[period * columns + column] = status
    }

    func hasCell(at period: Int) -> Bool {
        statuses[period * columns..<(period + 1) * columns]
            .contains { $0 != CellStatus.absent.rawValue }
    }

    func append(at period: Int, to batch: inout RowBatch) {
        for index in period * columns..<(period + 1) * columns {
            let isAbsent = statuses[index] == CellStatus.absent.rawValue
            batch.scaled.append(scaled[index])
            batch.statuses.append(isAbsent ? CellStatus.notAvailable.rawValue : statuses[index])
        }
    }
}
