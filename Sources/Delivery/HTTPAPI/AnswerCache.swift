internal import HTTPTypes
internal import NIOCore
internal import StatisticsModel
internal import Synchronization

/// Keeps the small answers that were asked for lately, as they went out.
///
/// At eight in the morning thousands ask for the same figures. A snapshot's answer never changes
/// while its state doesn't, so the bytes are kept with the snapshot they are from; which snapshot
/// answers is decided anew for each request.
final class AnswerCache: Sendable {
    /// What makes two requests the same.
    struct Key: Hashable {
        /// The snapshot, with all releases before it.
        let chain: ContentHash
        /// Where the snapshot is on its way: a withdrawn one says so.
        let state: Snapshot.State
        /// The path and query as they were sent.
        let target: String
        /// The header `Accept`.
        let accept: String?
        /// Whether the request names its snapshot: today's `asOf` does from tomorrow on.
        let isPinned: Bool
    }

    /// An answer without what depends on the time of day.
    struct Answer {
        let tag: String
        let headers: HTTPFields
        let body: ByteBuffer
    }

    private struct State {
        var current: [Key: Answer] = [:]
        var currentBytes = 0
        var previous: [Key: Answer] = [:]
    }

    private static let overheadBytes = 2_048
    private let halfCapacityBytes: Int

    /// Invariant: neither generation has more than about `halfCapacityBytes`; the older one is
    /// dropped whole.
    private let state = Mutex(State())

    init(capacityBytes: Int) {
        halfCapacityBytes = capacityBytes / 2
    }

    func answer(_ key: Key) -> Answer? {
        state.withLock { state in
            if let answer = state.current[key] { return answer }
            guard let answer = state.previous[key] else { return nil }
            insert(answer, for: key, into: &state)
            return answer
        }
    }

    func keep(_ answer: Answer, for key: Key) {
        state.withLock { insert(answer, for: key, into: &$0) }
    }

    private func insert(_ answer: Answer, for key: Key, into state: inout State) {
        let bytes = answer.body.readableBytes + key.target.utf8.count + Self.overheadBytes
        if state.currentBytes + bytes > halfCapacityBytes {
            state.previous = state.current
            state.current = [:]
            state.currentBytes = 0
        }
        state.current[key] = answer
        state.currentBytes += bytes
    }
}
