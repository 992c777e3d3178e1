public import StatisticsModel

/// A snapshot as answers name it.
public enum SnapshotReference {
    /// Returns the reference.
    ///
    /// - Parameter snapshot: The snapshot that answers.
    /// - Returns: Its id, sequence and release; what was loaded afterwards or withdrawn says so.
    public static func document(of snapshot: Snapshot) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("id", .string(snapshot.id.description)),
            ("sequence", .integer(snapshot.sequence)),
            ("releasedAt", .string(snapshot.releaseAt.description)),
        ]
        if snapshot.isBackfilled {
            members += [
                ("backfilled", .bool(true)),
                ("recordedAt", .string(snapshot.recordedAt.description)),
            ]
        }
        if let withdrawal = snapshot.withdrawal {
            members += [
                ("status", .string("withdrawn")), ("reason", .string(withdrawal.reason)),
                ("successor", .text(withdrawal.successor?.description)),
            ]
        }
        return .object(members)
    }
}
