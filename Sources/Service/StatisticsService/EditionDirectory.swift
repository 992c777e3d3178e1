internal import CubeCoding
internal import SnapshotStore
internal import StatisticsModel
internal import Synchronization

/// Knows the snapshots and keeps the editions that were opened lately.
///
/// The list of snapshots is read again when it is older than a second: a release that was staged
/// before its hour is in it long before, and one that is published at once shows up within it.
final class EditionDirectory: Sendable {
    private struct State {
        var snapshots: [Snapshot] = []
        var readAt: ContinuousClock.Instant?
        var editions: [ContentHash: Edition] = [:]
        var order: [ContentHash] = []
    }

    private static let capacity = 32
    private static let freshness = Duration.seconds(1)

    private let loader: ChunkLoader
    private let reader: any SnapshotReader
    /// Invariant: `order` holds the keys of `editions`, least recently used first.
    private let state = Mutex(State())

    init(loader: ChunkLoader, reader: any SnapshotReader) {
        self.loader = loader
        self.reader = reader
    }

    func snapshots() async throws(ServiceError) -> [Snapshot] {
        let known = state.withLock { state -> [Snapshot]? in
            guard let readAt = state.readAt, readAt.duration(to: .now) < Self.freshness else {
                return nil
            }
            return state.snapshots
        }
        if let known { return known }
        return try await refreshed()
    }

    func refreshed() async throws(ServiceError) -> [Snapshot] {
        let snapshots: [Snapshot]
        do {
            snapshots = try await reader.snapshots()
        } catch {
            throw ServiceError(error)
        }
        // The head that readers have seen never moves back, whatever the store says for a moment.
        return state.withLock { state in
            if snapshots.count >= state.snapshots.count { state.snapshots = snapshots }
            state.readAt = .now
            return state.snapshots
        }
    }

    func edition(of snapshot: Snapshot) async throws(ServiceError) -> Edition {
        let known = state.withLock { state -> Edition? in
            guard let edition = state.editions[snapshot.chain] else { return nil }
            Self.touch(snapshot.chain, in: &state)
            return edition
        }
        if let known { return known.snapshot == snapshot ? known : known.renewed(as: snapshot) }
        let contents = try await EditionContents.read(snapshot, from: reader, reusing: siblings())
        let edition = Edition(snapshot: snapshot, contents: contents, loader: loader)
        state.withLock { state in
            state.editions[snapshot.chain] = edition
            Self.touch(snapshot.chain, in: &state)
            if state.order.count > Self.capacity {
                state.editions[state.order.removeFirst()] = nil
            }
        }
        return edition
    }

    private func siblings() -> [EditionContents] {
        state.withLock { $0.editions.values.map(\.contents) }
    }

    private static func touch(_ key: ContentHash, in state: inout State) {
        if let place = state.order.firstIndex(of: key) { state.order.remove(at: place) }
        state.order.append(key)
    }
}

extension ServiceError {
    /// Sorts a store's error by whose turn it is.
    init(_ error: StoreError) {
        switch error {
        case .corruptDocument, .missingDocument, .brokenChain:
            self = .damaged(cause: "\(error)")
        default:
            self = .unavailable(cause: "\(error)")
        }
    }
}
