internal import QueryPlanning
internal import ResponseFormats
internal import StatisticsModel
internal import StatisticsService
internal import Synchronization

/// Keeps the digests of slices that were asked for lately.
///
/// A snapshot's slice never changes, so its digest is computed once, whatever format it goes out
/// in, and an answer that the reader already has costs no more than a look here.
final class SummaryCache: Sendable {
    private struct Key: Hashable {
        let snapshot: ContentHash
        let question: String
    }

    private struct State {
        var current: [Key: SliceSummary] = [:]
        var previous: [Key: SliceSummary] = [:]
    }

    private static let halfCapacity = 8_192

    /// Invariant: neither generation holds more than `halfCapacity`; the older one is dropped whole.
    private let state = Mutex(State())

    /// Returns a slice's summary.
    ///
    /// - Throws: `ServiceError` when a chunk of the slice can't be read.
    func summary(of slice: Slice) async throws(ServiceError) -> SliceSummary {
        let key = Key(
            snapshot: slice.edition.snapshot.chain,
            question: slice.plan.indicators.map(\.text).joined(separator: ",")
                + QueryText.text(of: slice.plan.canonical)
        )
        let known = state.withLock { state -> SliceSummary? in
            if let summary = state.current[key] { return summary }
            guard let summary = state.previous[key] else { return nil }
            Self.insert(summary, for: key, into: &state)
            return summary
        }
        if let known { return known }
        let summary = try await SliceDigest.summary(of: slice)
        state.withLock { Self.insert(summary, for: key, into: &$0) }
        return summary
    }

    private static func insert(_ summary: SliceSummary, for key: Key, into state: inout State) {
        if state.current.count >= halfCapacity {
            state.previous = state.current
            state.current = [:]
        }
        state.current[key] = summary
    }
}
