public import DisclosureControl
public import SnapshotPublishing
public import StatisticsModel

/// The figures of one production that may have changed since the one before.
public struct Production: Sendable {
    /// The figures, in the catalogue's order.
    public let measures: [ComputedMeasure]
    /// What protection cost, by indicator: of the periods that changed.
    public let reports: [(indicator: Code<Indicator>, report: ProtectionReport)]
    /// The newest delivery that counted.
    public let order: Int
    /// The newest month.
    public let dataMonth: Period
}

/// How far a production has come.
public enum ProductionProgress: Sendable, Equatable {
    /// Persons are counted, bucket by bucket.
    case counting(bucket: Int, of: Int)
    /// Figures are worked out and protected.
    case finishing
}
