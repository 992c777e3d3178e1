internal import GRDB
public import Registers
public import StatisticsModel

/// The admission of one delivery: one transaction, in which rows stream in until it is committed.
///
/// Used by one thread. Whatever happens before `commit` returns, nothing of the delivery is visible;
/// a process that ends leaves nothing.
public final class DatabankAdmission {
    private let databank: DatabankFile
    private let delivery: Int
    private var numbers: PersonNumbers
    private var nextNumber: Int32
    private var key: Int
    /// Numbers given out in this admission, to be stored with it.
    private var fresh: [(Pseudonym, Int32)] = []
    private var parts: [RecordKind: Int] = [:]
    private var isOpen = true

    init(_ databank: DatabankFile) throws(DatabankError) {
        self.databank = databank
        do {
            (delivery, nextNumber, numbers, key) = try databank.queue
                .writeWithoutTransaction { database in
                    try database.beginTransaction(.immediate)
                    let id = try Int.fetchOne(
                        database,
                        sql: "SELECT ifnull(max(id), 0) + 1 FROM delivery"
                    )
                    let next = try Int32.fetchOne(
                        database,
                        sql: "SELECT ifnull(max(number) + 1, 0) FROM person"
                    )
                    let key = try Int.fetchOne(
                        database,
                        sql: "SELECT ifnull(max(version), 0) FROM key"
                    )
                    return (id ?? 1, next ?? 0, try Self.numbers(in: database), key ?? 0)
                }
        } catch {
            throw DatabankError(error)
        }
    }

    deinit {
        if isOpen { rollback() }
    }

    /// How many persons got a number in this admission.
    public var newPersonCount: Int { fresh.count }

    /// Returns the number of each pseudonym; those that have none get the next ones.
    ///
    /// - Parameters:
    ///   - pseudonyms: Pseudonyms by the current key.
    ///   - former: The same persons' pseudonyms by the key before, while keys are changed: a person
    ///     who is known by the former one keeps the number. Empty at any other time.
    /// - Returns: As many numbers.
    public func numbers(
        of pseudonyms: [Pseudonym],
        formerly former: [Pseudonym] = []
    ) -> [Int32] {
        precondition(
            former.isEmpty || former.count == pseudonyms.count,
            "each person has a former pseudonym, or none has"
        )
        return pseudonyms.indices.map { place in
            let pseudonym = pseudonyms[place]
            if let known = numbers[pseudonym] { return known }
            let known = former.isEmpty ? nil : numbers[former[place]]
            let number = known ?? nextNumber
            if known == nil { nextNumber += 1 }
            numbers.set(number, of: pseudonym)
            fresh.append((pseudonym, number))
            return number
        }
    }

    /// Adds records, in any order; each call adds a part to the delivery's segments of the kind.
    ///
    /// - Parameter batch: The records; persons are numbers of this databank.
    /// - Throws: `DatabankError`; the admission must be rolled back then.
    /// - Complexity: O(*n* log *n*) in the number of records.
    public func add(_ batch: RecordBatch) throws(DatabankError) {
        guard batch.count > 0 else { return }
        let part = parts[batch.kind, default: 0]
        parts[batch.kind] = part + 1
        let order = batch.persons.indices.sorted {
            (batch.persons[$0], $0) < (batch.persons[$1], $1)
        }
        var first = 0
        while first < order.count {
            let bucket = Self.bucket(of: batch.persons[order[first]])
            var end = first + 1
            while end < order.count, Self.bucket(of: batch.persons[order[end]]) == bucket {
                end += 1
            }
            let piece = batch.rows(order[first..<end])
            try store(piece, part: part, bucket: bucket)
            first = end
        }
    }

    /// Commits: the delivery is accepted or held, and held ones that follow it are accepted.
    ///
    /// - Parameters:
    ///   - receipt: What is recorded of the delivery; its `id` and `order` are given here.
    ///   - state: Whether its records count at once.
    /// - Returns: What took effect, in order; empty for a delivery that is held.
    /// - Throws: `DatabankError`; nothing was changed then.
    public func commit(
        _ receipt: DeliveryReceipt,
        state: RegisterDelivery.State
    ) throws(DatabankError) -> [RegisterDelivery] {
        precondition(isOpen, "an admission ends once")
        do {
            let accepted = try databank.queue.writeWithoutTransaction { database in
                try storeNumbers(in: database)
                let accepted = try record(receipt, state: state, in: database)
                try database.commit()
                return accepted
            }
            isOpen = false
            return accepted
        } catch {
            rollback()
            throw DatabankError(error)
        }
    }

    /// Gives up: nothing of the delivery remains.
    public func rollback() {
        guard isOpen else { return }
        isOpen = false
        // A transaction that can't be rolled back ends with the connection.
        try? databank.queue.writeWithoutTransaction { database in
            if database.isInsideTransaction { try database.rollback() }
        }
    }

    private static func bucket(of person: Int32) -> Int {
        person == RecordBatch.nobody ? 0 : Int(person) / DatabankFile.bucketPersons
    }

    private static func numbers(in database: Database) throws -> PersonNumbers {
        let count = try Int.fetchOne(database, sql: "SELECT count(*) FROM person") ?? 0
        var numbers = PersonNumbers(capacity: count)
        let rows = try Row.fetchCursor(database, sql: "SELECT high, low, number FROM person")
        while let row = try rows.next() {
            let high: Int64 = row[0]
            let low: Int64 = row[1]
            let pseudonym = Pseudonym(
                high: UInt64(bitPattern: high),
                low: UInt64(bitPattern: low)
            )
            numbers.set(row[2], of: pseudonym)
        }
        return numbers
    }

    private func store(
        _ batch: RecordBatch,
        part: Int,
        bucket: Int
    ) throws(DatabankError) {
        let bytes = SegmentCoding.bytes(of: batch)
        let place = SegmentPlace(kind: batch.kind, bucket: bucket, delivery: delivery, part: part)
        do {
            try databank.queue.writeWithoutTransaction { database in
                try database.cachedStatement(
                    sql: """
                        INSERT INTO segment(kind, bucket, delivery, part, rows, checksum, bytes)
                        VALUES (?, ?, ?, ?, ?, ?, ?)
                        """
                )
                .execute(arguments: [
                    batch.kind.rawValue, bucket, delivery, part, batch.count,
                    DatabankFile.data(place.checksum(of: bytes)), DatabankFile.data(bytes),
                ])
            }
        } catch {
            throw DatabankError(error)
        }
    }

    private func storeNumbers(in database: Database) throws {
        let insert = try database.cachedStatement(
            sql: "INSERT INTO person(high, low, key, number) VALUES (?, ?, ?, ?)"
        )
        // In the order of the primary key, so that pages are filled one after the other.
        for (pseudonym, number) in fresh.sorted(by: { $0.0 < $1.0 }) {
            try insert.execute(arguments: [
                Int64(bitPattern: pseudonym.high), Int64(bitPattern: pseudonym.low), key, number,
            ])
        }
    }

    private func record(
        _ receipt: DeliveryReceipt,
        state: RegisterDelivery.State,
        in database: Database
    ) throws -> [RegisterDelivery] {
        try database.execute(
            sql: """
                INSERT INTO delivery(id, position, source, sender, period, number, is_full,
                    fingerprint, received_at, report)
                VALUES (?, NULL, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                delivery, receipt.source.rawValue, receipt.sender, receipt.period.description,
                receipt.number, receipt.isFull, DatabankFile.data(receipt.fingerprint.bytes),
                receipt.receivedAt.secondsSinceEpoch, DatabankFile.data(receipt.report),
            ]
        )
        guard state == .accepted else { return [] }
        var accepted: [RegisterDelivery] = []
        var next: Int? = delivery
        var number = receipt.number
        while let id = next {
            try database.execute(
                sql: """
                    UPDATE delivery SET position =
                        (SELECT ifnull(max(position), 0) + 1 FROM delivery) WHERE id = ?
                    """,
                arguments: [id]
            )
            accepted += try DatabankFile.deliveries(in: database, where: "id = ?", [id])
            number += 1
            next = try Int.fetchOne(
                database,
                sql: """
                    SELECT id FROM delivery WHERE position IS NULL AND source = ?
                    AND sender = ? AND period = ? AND number = ?
                    """,
                arguments: [
                    receipt.source.rawValue, receipt.sender, receipt.period.description, number,
                ]
            )
        }
        return accepted
    }
}

/// What is recorded of a delivery.
public struct DeliveryReceipt: Sendable {
    /// The register.
    public let source: RegisterSource
    /// Who sent it: a code of the sender's.
    public let sender: String
    /// The month or year that it is about.
    public let period: Period
    /// The sender's own number of the delivery for the source and period, from 1, without gaps.
    public let number: Int
    /// Whether it holds all records of the sender's period.
    public let isFull: Bool
    /// The SHA-256 of the delivery's manifest.
    public let fingerprint: ContentHash
    /// When it was received.
    public let receivedAt: Instant
    /// The report on it, as JSON.
    public let report: [UInt8]

    /// Makes a receipt.
    public init(
        source: RegisterSource,
        sender: String,
        period: Period,
        number: Int,
        isFull: Bool,
        fingerprint: ContentHash,
        receivedAt: Instant,
        report: [UInt8]
    ) {
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

extension RecordBatch {
    /// Returns some of the rows, in that order.
    func rows(_ rows: ArraySlice<Int>) -> RecordBatch {
        var batch = RecordBatch(of: kind)
        batch.records = rows.map { records[$0] }
        batch.cancelled = rows.map { cancelled[$0] }
        batch.persons = rows.map { persons[$0] }
        batch.others = others.isEmpty ? [] : rows.map { others[$0] }
        batch.columns = columns.map { column in rows.map { column[$0] } }
        return batch
    }
}
