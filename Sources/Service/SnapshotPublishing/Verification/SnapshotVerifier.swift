internal import CubeCoding
public import SnapshotStore
public import StatisticsModel

/// Proves that a store still has what was written: every hash, from stored bytes to the chain.
public enum SnapshotVerifier {
    /// How much is read.
    public enum Scope: Sendable {
        /// All that the newest snapshot is made of, and the records of the others.
        case newest
        /// All that any snapshot is made of; each version of a chunk once.
        case everySnapshot
    }

    /// Verifies a store.
    ///
    /// Checksums of blobs, hashes of chunks, roots of planes, documents, manifests, catalogues and
    /// the chain of releases are compared.
    ///
    /// - Parameters:
    ///   - store: The store, which is only read.
    ///   - scope: How much is read.
    ///   - progress: Is told which snapshot comes next.
    /// - Returns: What was read, and everything that is not what was written.
    /// - Complexity: O(*n*) in the stored bytes and, for `everySnapshot`, the depth of chains.
    public static func verify(
        store: any SnapshotReader,
        scope: Scope,
        progress: (SnapshotID) -> Void = { _ in }
    ) async -> VerificationReport {
        var inspection = SnapshotInspection(store: store)
        let snapshots: [Snapshot]
        do {
            snapshots = try await store.snapshots()
        } catch {
            inspection.add(nil, "snapshots", "they can't be listed: \(error)")
            return VerificationReport(snapshots: 0, inspection)
        }
        checkChain(of: snapshots, &inspection)
        let inspected =
            switch scope {
            case .newest: Array(snapshots.suffix(1))
            case .everySnapshot: snapshots
            }
        for snapshot in inspected {
            progress(snapshot.id)
            await inspection.inspect(snapshot, chunks: .all)
        }
        return VerificationReport(snapshots: inspected.count, inspection)
    }

    private static func checkChain(
        of snapshots: [Snapshot],
        _ inspection: inout SnapshotInspection
    ) {
        var previous: Snapshot?
        for (index, snapshot) in snapshots.enumerated() {
            if snapshot.sequence != index + 1 {
                inspection.add(snapshot, "record", "its sequence is not \(index + 1)")
            }
            if let previous, snapshot.id <= previous.id || snapshot.releaseAt <= previous.releaseAt
            {
                inspection.add(snapshot, "record", "it does not follow \(previous.id) in time")
            }
            let chain = ReleaseChain.hash(
                after: previous?.chain,
                sequence: snapshot.sequence,
                id: snapshot.id,
                root: snapshot.root,
                releaseAt: snapshot.releaseAt
            )
            if chain != snapshot.chain {
                inspection.add(snapshot, "chain", "its hash is not that of the releases before it")
            }
            previous = snapshot
        }
    }
}
