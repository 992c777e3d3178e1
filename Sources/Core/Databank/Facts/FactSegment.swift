public import Registers
public import StatisticsModel

/// What the assembly of facts must know of a delivery.
public struct FactDelivery: Sendable, Hashable {
    /// The place in the order in which deliveries took effect.
    public let order: Int
    /// The register.
    public let source: RegisterSource
    /// Who sent it.
    public let sender: String
    /// The month or year that it is about.
    public let period: Period
    /// Whether it takes back what earlier deliveries of the same scope said and it does not repeat.
    public let isFull: Bool

    /// Makes a delivery.
    public init(
        order: Int,
        source: RegisterSource,
        sender: String,
        period: Period,
        isFull: Bool
    ) {
        self.order = order
        self.source = source
        self.sender = sender
        self.period = period
        self.isFull = isFull
    }

    /// What a full delivery replaces: one sender's period of one register.
    var scope: Scope { Scope(source: source, sender: sender, period: period) }

    struct Scope: Hashable {
        let source: RegisterSource
        let sender: String
        let period: Period
    }
}

/// Records of one kind that came with one delivery.
public struct FactSegment: Sendable {
    /// The delivery.
    public let delivery: FactDelivery
    /// The records, in the order in which they were sent for each person.
    public let batch: RecordBatch

    /// Makes a segment.
    public init(delivery: FactDelivery, batch: RecordBatch) {
        self.delivery = delivery
        self.batch = batch
    }

    /// Returns the records of some persons only.
    ///
    /// - Parameter persons: The persons' numbers.
    /// - Returns: A segment of the same delivery, with its rows in the same order.
    public func keeping(_ persons: [Int32]) -> FactSegment {
        let kept = Set(persons)
        let rows = batch.persons.indices.filter { kept.contains(batch.persons[$0]) }
        return FactSegment(delivery: delivery, batch: batch.rows(rows))
    }
}

extension RecordBatch {
    /// Returns some of the rows.
    func rows(_ rows: [Int]) -> RecordBatch {
        var batch = RecordBatch(of: kind)
        batch.records = rows.map { records[$0] }
        batch.cancelled = rows.map { cancelled[$0] }
        batch.persons = rows.map { persons[$0] }
        batch.others = others.isEmpty ? [] : rows.map { others[$0] }
        batch.columns = columns.map { column in rows.map { column[$0] } }
        return batch
    }
}
