public import StatisticsModel

/// Something in a store that is not what was written.
public struct SnapshotDamage: Sendable, Equatable, CustomStringConvertible {
    /// The snapshot in which it was found; `nil` when it is about no single one.
    public let snapshot: SnapshotID?
    /// Where: `manifest`, `document <name>`, `plane <key>`, `chunk <key> <block> <span>`.
    public let place: String
    /// What is wrong, in a sentence without a full stop.
    public let detail: String

    init(_ snapshot: SnapshotID?, _ place: String, _ detail: String) {
        self.snapshot = snapshot
        self.place = place
        self.detail = detail
    }

    /// The damage on one line.
    public var description: String {
        let home = snapshot.map { "\($0): " } ?? ""
        return "\(home)\(place): \(detail)"
    }
}
