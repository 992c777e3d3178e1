public import Registers
public import StatisticsModel

/// Records of one kind and bucket from one delivery, sorted by person.
public struct RecordSegment: Sendable {
    /// The place of the delivery in the order in which deliveries took effect.
    public let order: Int
    /// The databank's number of the delivery.
    public let deliveryID: Int
    /// The register.
    public let source: RegisterSource
    /// Who sent it.
    public let sender: String
    /// The month or year that it is about.
    public let period: Period
    /// Whether it takes back what earlier ones said of the period and it doesn't repeat.
    public let isFull: Bool
    /// The records.
    public let batch: RecordBatch
}

/// A line of the audit log.
public struct AuditEntry: Sendable, Equatable {
    /// The place in the log, from 1.
    public let number: Int
    /// When it was done.
    public let at: Instant
    /// Who did it.
    public let actor: String
    /// What was done, in a word.
    public let action: String
    /// What to; never anything of a person.
    public let detail: String
    /// The SHA-256 of the line and of the one before.
    public let chain: ContentHash
}
