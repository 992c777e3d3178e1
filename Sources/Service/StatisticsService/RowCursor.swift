internal import CubeCoding
internal import QueryPlanning
internal import SnapshotStore
internal import StatisticsModel

/// A walk over a slice's rows, a batch at a time, in the order of the answer.
///
/// In the natural order no more is held than a batch and the chunks that it needs. A sorted walk
/// reads everything first, since the first row may be the last that is found.
public struct RowCursor: Sendable {
    private let slice: Slice
    private let batchRows: Int
    private var series: SeriesWalk
    private var remaining: Int
    private var sorted: (rows: RowBatch, next: Int)?

    init(_ slice: Slice, batchRows: Int = 4_096) {
        self.slice = slice
        self.batchRows = batchRows
        series = SeriesWalk(counts: slice.plan.axes.map(\.members.count))
        remaining = slice.plan.limit ?? Int.max
        if slice.plan.periods.isEmpty { series.end() }
    }

    /// Reads the next rows.
    ///
    /// - Returns: At least one row; `nil` after the last.
    /// - Throws: `ServiceError` when a chunk that holds some of them can't be read or is damaged;
    ///   no row of the batch is given then, and the next call tries the same ones.
    public mutating func next() async throws(ServiceError) -> RowBatch? {
        if !slice.plan.sort.isEmpty { return try await nextSorted() }
        guard remaining > 0 else { return nil }
        guard let batch = try await nextNatural() else { return nil }
        let count = min(batch.count, remaining)
        remaining -= count
        return count == batch.count ? batch : batch.rows(at: 0..<count)
    }

    private mutating func nextSorted() async throws(ServiceError) -> RowBatch? {
        if sorted == nil {
            var all = RowBatch(
                axisCount: slice.plan.axes.count,
                columnCount: slice.plan.columns.count
            )
            while let batch = try await nextNatural() { all.append(batch) }
            let order = RowOrder(slice.plan).sorted(all).prefix(remaining)
            sorted = (all.rows(at: order), 0)
        }
        guard let (rows, first) = sorted, first < rows.count else { return nil }
        let last = min(first + batchRows, rows.count)
        sorted = (rows, last)
        return first == 0 && last == rows.count ? rows : rows.rows(at: first..<last)
    }

    private mutating func nextNatural() async throws(ServiceError) -> RowBatch? {
        while !series.isAtEnd {
            var block = SeriesBlock(slice, upTo: max(1, batchRows / slice.plan.periods.count))
            // The walk goes on only from rows that were read: none is skipped after an error.
            var walk = series
            block.take(from: &walk)
            let batch = try await block.rows()
            series = walk
            if batch.count > 0 { return batch }
        }
        return nil
    }
}

/// Counts through all combinations of places on the axes, the first axis slowest.
struct SeriesWalk: Sendable {
    private let counts: [Int]
    private(set) var places: [Int]
    private(set) var isAtEnd: Bool

    init(counts: [Int]) {
        self.counts = counts
        places = [Int](repeating: 0, count: counts.count)
        isAtEnd = counts.contains(0)
    }

    mutating func end() { isAtEnd = true }

    mutating func advance() {
        for axis in counts.indices.reversed() {
            places[axis] += 1
            if places[axis] < counts[axis] { return }
            places[axis] = 0
        }
        isAtEnd = true
    }
}
