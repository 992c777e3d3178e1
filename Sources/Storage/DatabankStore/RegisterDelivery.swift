public import Registers
public import StatisticsModel

/// A delivery of a register as the databank keeps it.
public struct RegisterDelivery: Sendable, Equatable {
    /// What became of a delivery.
    public enum State: String, Sendable, Codable {
        /// Its records count.
        case accepted
        /// It is kept, and counts as soon as the one before it has come.
        case held
    }

    /// The databank's number of the delivery, in the order of receipt, from 1.
    public let id: Int
    /// The place in the order in which deliveries took effect, from 1; `nil` while it is held.
    public let order: Int?
    /// The register.
    public let source: RegisterSource
    /// Who sent it: a code of the sender's.
    public let sender: String
    /// The month or year that it is about.
    public let period: Period
    /// The sender's own number of the delivery for the source and period, from 1, without gaps.
    public let number: Int
    /// Whether it holds all records of the sender's period, or only those that are new or changed.
    public let isFull: Bool
    /// The SHA-256 of the delivery's manifest.
    public let fingerprint: ContentHash
    /// When it was received.
    public let receivedAt: Instant
    /// The report on it, as JSON.
    public let report: [UInt8]

    /// Makes a delivery.
    public init(
        id: Int,
        order: Int?,
        source: RegisterSource,
        sender: String,
        period: Period,
        number: Int,
        isFull: Bool,
        fingerprint: ContentHash,
        receivedAt: Instant,
        report: [UInt8]
    ) {
        self.id = id
        self.order = order
        self.source = source
        self.sender = sender
        self.period = period
        self.number = number
        self.isFull = isFull
        self.fingerprint = fingerprint
        self.receivedAt = receivedAt
        self.report = report
    }
}
