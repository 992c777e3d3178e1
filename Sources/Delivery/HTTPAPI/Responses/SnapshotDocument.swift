internal import HTTPTypes
internal import ResponseFormats
internal import StatisticsModel
internal import StatisticsService

/// A snapshot as readers see it.
struct SnapshotDocument {
    private let snapshot: Snapshot
    private let publicURL: String

    init(_ snapshot: Snapshot, publicURL: String) {
        self.snapshot = snapshot
        self.publicURL = publicURL
    }

    /// The headers that name the snapshot.
    var headers: HTTPFields {
        var headers: HTTPFields = [
            .snapshotID: snapshot.id.description,
            .snapshotSequence: String(snapshot.sequence),
        ]
        if let withdrawal = snapshot.withdrawal {
            headers[.deprecation] = "@\(withdrawal.at.secondsSinceEpoch)"
        }
        return headers
    }

    /// The members of an entry in the list of snapshots.
    ///
    /// - Parameter newest: The newest snapshot, which decides whether this one is superseded.
    /// - Returns: The members, in order.
    func facts(newest: Snapshot?) -> [(String, JSONValue)] {
        let changes = snapshot.origin.changes
        let itself = "\(publicURL)/v1/snapshots/\(snapshot.id)"
        return [
            ("id", .string(snapshot.id.description)),
            ("sequence", .integer(snapshot.sequence)),
            ("status", .string(status(newest: newest))),
            ("releasedAt", .string(snapshot.releaseAt.description)),
            ("recordedAt", .string(snapshot.recordedAt.description)),
            ("backfilled", .bool(snapshot.isBackfilled)),
            ("dataMonth", .string(snapshot.dataMonth.description)),
            ("reason", .string(snapshot.origin.reason)),
            ("root", .string("sha256:\(snapshot.root.description)")),
            ("chain", .string("sha256:\(snapshot.chain.description)")),
            (
                "changes",
                .object([
                    ("added", .integer(changes.added)), ("revised", .integer(changes.revised)),
                    ("removed", .integer(changes.removed)), ("status", .integer(changes.status)),
                ])
            ),
            ("withdrawal", withdrawal),
            (
                "links",
                .object([
                    ("self", .string(itself)), ("indicators", .string("\(itself)/indicators")),
                    ("manifest", .string("\(itself)/manifest")),
                ])
            ),
        ]
    }

    /// The members that only the snapshot's own page has.
    func details(
        _ edition: Edition,
        previous: Snapshot?,
        _ language: Language
    ) -> [(String, JSONValue)] {
        let origin = snapshot.origin
        let planes = edition.planes
        return [
            ("previousChain", .text(previous.map { "sha256:\($0.chain.description)" })),
            ("previous", .text(previous?.id.description)),
            (
                "origin",
                .object([
                    ("source", .string(origin.source)), ("sender", .string(origin.sender)),
                    ("cutAt", .text(origin.cutAt?.description)),
                    ("delivery", .string("sha256:\(origin.delivery.description)")),
                ])
            ),
            (
                "changedIndicators",
                .array(origin.changedIndicators.map { .string($0.text) })
            ),
            (
                "counts",
                .object([
                    ("indicators", .integer(Set(planes.map(\.indicator)).count)),
                    ("planes", .integer(planes.count)),
                    ("cells", .integer(planes.reduce(0) { $0 + $1.cells })),
                ])
            ),
            ("notes", .array(snapshot.notes.map { .string($0.text(in: language)) })),
        ]
    }

    /// `withdrawn`, `current` or `superseded`.
    func status(newest: Snapshot?) -> String {
        if snapshot.withdrawal != nil { return "withdrawn" }
        return snapshot.sequence == newest?.sequence ? "current" : "superseded"
    }

    private var withdrawal: JSONValue {
        guard let withdrawal = snapshot.withdrawal else { return .null }
        return .object([
            ("at", .string(withdrawal.at.description)), ("reason", .string(withdrawal.reason)),
            ("successor", .text(withdrawal.successor?.description)),
        ])
    }
}
