internal import CubeCoding
internal import StatisticsModel
internal import Synchronization

/// Keeps decoded chunks, up to a number of bytes; what was not used for longest goes first.
///
/// A version of a chunk never changes, so nothing is ever invalidated.
final class ChunkCache: Sendable {
    /// A version of a chunk: its content's hash says all.
    typealias Key = ContentHash

    private struct Entry {
        let chunk: Chunk
        var lastUse: UInt64
    }

    private struct State {
        var entries: [Key: Entry] = [:]
        var bytes = 0
        var clock: UInt64 = 0
    }

    private let capacityBytes: Int
    /// Invariant: `bytes` is the sum over `entries`, at most `capacityBytes` between calls.
    private let state = Mutex(State())

    init(capacityBytes: Int) {
        self.capacityBytes = capacityBytes
    }

    func chunk(_ key: Key) -> Chunk? {
        state.withLock { state in
            state.clock += 1
            state.entries[key]?.lastUse = state.clock
            return state.entries[key]?.chunk
        }
    }

    func insert(_ chunk: Chunk, for key: Key) {
        state.withLock { state in
            guard state.entries[key] == nil, chunk.byteCount <= capacityBytes else { return }
            state.clock += 1
            state.entries[key] = Entry(chunk: chunk, lastUse: state.clock)
            state.bytes += chunk.byteCount
            if state.bytes > capacityBytes { Self.shrink(&state, to: capacityBytes * 7 / 8) }
        }
    }

    // An eighth is dropped at once, so that a scan over everything sorts now and then only.
    private static func shrink(_ state: inout State, to bytes: Int) {
        let oldest = state.entries.sorted { $0.value.lastUse < $1.value.lastUse }
        for (key, entry) in oldest {
            guard state.bytes > bytes else { return }
            state.entries[key] = nil
            state.bytes -= entry.chunk.byteCount
        }
    }
}

extension Chunk {
    /// About how much memory the chunk takes.
    var byteCount: Int { rows * columns * 9 + 128 }
}
