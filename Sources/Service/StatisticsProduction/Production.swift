internal import CubeCoding
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

    /// Makes the delivery that `SnapshotPublisher` publishes.
    ///
    /// - Parameters:
    ///   - catalogue: The catalogue by which the figures were computed.
    ///   - sender: Who computed them.
    ///   - reason: Why they are published.
    ///   - notes: Remarks for readers.
    /// - Returns: The delivery; that of equal figures of the same month has the same fingerprint.
    /// - Complexity: O(*n*) in the number of figures.
    public func delivery(
        catalogue: Catalogue,
        sender: String,
        reason: DeliveryManifest.Reason,
        notes: [BilingualText]
    ) -> Delivery {
        var hasher = ContentHasher()
        hasher.update(Array("production-1 \(dataMonth) \(order)\n".utf8))
        for measure in measures { measure.hash(into: &hasher) }
        return Delivery(
            manifest: DeliveryManifest(
                source: "databank",
                sender: sender,
                dataMonth: dataMonth,
                cutAt: nil,
                reason: reason,
                notes: notes
            ),
            fingerprint: hasher.finalize(),
            catalogue: catalogue,
            measures: measures
        )
    }
}

/// How far a production has come.
public enum ProductionProgress: Sendable, Equatable {
    /// Persons are counted, bucket by bucket.
    case counting(bucket: Int, of: Int)
    /// Figures are worked out and protected.
    case finishing
}
