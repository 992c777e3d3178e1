internal import CubeCoding
public import SnapshotStore
public import StatisticsModel

/// Publishes deliveries as snapshots: compares, stores, reads back, and only then gives an hour.
///
/// A snapshot is stored as a draft, which nobody sees, and scheduled when what was stored has been
/// found to be what was meant. A publisher that is stopped in between leaves the draft; publishing
/// the same delivery again finishes it.
public struct SnapshotPublisher: Sendable {
    private let store: any SnapshotWriter

    /// Makes a publisher that is the only writer of a store.
    public init(store: any SnapshotWriter) {
        self.store = store
    }

    /// Publishes a delivery.
    ///
    /// - Parameters:
    ///   - delivery: The delivery; its catalogue is frozen into the snapshot.
    ///   - request: When the snapshot becomes public.
    ///   - now: The time that is recorded.
    ///   - progress: Is told how far it has come.
    /// - Returns: The snapshot, or that the delivery had been published before.
    /// - Throws: `PublishingError`; nothing was released then, and nothing stored unless the error
    ///   is `.damaged` or names an unfinished snapshot.
    /// - Complexity: Time in proportion to the delivered cells and the chunks that hold them,
    ///   memory to the delivery, one span of one measure and the bytes that are new.
    public func publish(
        _ delivery: Delivery,
        request: ReleaseRequest,
        now: Instant,
        progress: (PublishingProgress) -> Void = { _ in }
    ) async throws(PublishingError) -> PublishingReport {
        let snapshots = try await snapshots()
        let base = try await SnapshotPredecessor.read(snapshots.last, from: store)
        let assembly = SnapshotAssembly(delivery: delivery, base: base, store: store)
        if let known = snapshots.last(where: { $0.has(delivery) }) {
            if known.state == .draft {
                progress(.verifying)
                return .finished(try await release(known))
            }
            // The same figures under a corrected catalogue are another snapshot.
            guard known == snapshots.last, !assembly.hasCatalogueOfBase else {
                return .alreadyPublished(known)
            }
        }
        if let head = snapshots.last, head.state == .draft { throw .unfinished(head.id) }
        let id = try request.id(after: snapshots)
        let contents = try await assembly.contents(progress: progress)
        let draft = assembly.draft(of: contents, id: id, releaseAt: request.releaseAt, now: now)
        progress(.storing(chunks: draft.chunks.count, bytes: contents.bytes))
        try await stage(draft)
        progress(.verifying)
        let released = try await release(draft.snapshot)
        return .published(
            PublishedSnapshot(
                snapshot: released,
                deliveredCells: delivery.measures.reduce(0) { $0 + $1.cellCount },
                cells: contents.lines.reduce(0) { $0 + $1.cells },
                planes: contents.lines.count,
                chunksWritten: draft.chunks.count,
                bytesWritten: contents.bytes,
                warnings: contents.warnings
            )
        )
    }

    private func snapshots() async throws(PublishingError) -> [Snapshot] {
        do {
            return try await store.snapshots()
        } catch {
            throw .store(error)
        }
    }

    private func stage(_ draft: SnapshotDraft) async throws(PublishingError) {
        do {
            try await store.stage(draft)
        } catch {
            guard case .commitUnknown = error else { throw .store(error) }
            // Whether it happened is known by looking again.
            guard try await snapshots().last == draft.snapshot else { throw .store(error) }
        }
    }

    /// Reads a stored snapshot back, and gives it its hour when it is what was meant.
    private func release(_ snapshot: Snapshot) async throws(PublishingError) -> Snapshot {
        var inspection = SnapshotInspection(store: store)
        guard try await snapshots().last == snapshot else {
            throw .damaged([SnapshotDamage(snapshot.id, "record", "it is not the one stored")])
        }
        await inspection.inspect(snapshot, chunks: .written)
        guard inspection.damages.isEmpty else { throw .damaged(inspection.damages) }
        do {
            try await store.transition(snapshot.sequence, to: .scheduled)
        } catch {
            guard case .commitUnknown = error else { throw .store(error) }
        }
        guard let released = try await snapshots().last, released.sequence == snapshot.sequence,
            released.state == .scheduled
        else { throw .unfinished(snapshot.id) }
        return released
    }
}

extension Snapshot {
    /// Whether the snapshot came from a delivery, and was not taken back.
    fileprivate func has(_ delivery: Delivery) -> Bool {
        withdrawal == nil && origin.delivery == delivery.fingerprint
    }
}
