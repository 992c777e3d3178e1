internal import Foundation
internal import GRDB
internal import Registers
internal import StatisticsModel

extension DatabankFile {
    /// Reads, and says what failed.
    func read<Value>(_ body: (Database) throws -> Value) throws(DatabankError) -> Value {
        do {
            // Not a transaction of its own: an open admission sees what it has added.
            return try queue.unsafeRead(body)
        } catch {
            throw DatabankError(error)
        }
    }

    /// Writes outside an admission, in a transaction.
    func write<Value>(_ body: (Database) throws -> Value) throws(DatabankError) -> Value {
        do {
            return try queue.write(body)
        } catch {
            throw DatabankError(error)
        }
    }

    /// Returns deliveries that fulfil a condition, in the order of receipt.
    static func deliveries(
        in database: Database,
        where condition: String,
        _ arguments: StatementArguments = []
    ) throws -> [RegisterDelivery] {
        try Row.fetchAll(
            database,
            sql: "SELECT * FROM delivery WHERE \(condition) ORDER BY id",
            arguments: arguments
        )
        .map(delivery)
    }

    /// Reads a delivery's row.
    static func delivery(_ row: Row) throws -> RegisterDelivery {
        let source: String = row["source"]
        let period: String = row["period"]
        let fingerprint = bytes(row, "fingerprint")
        guard let known = RegisterSource(rawValue: source), let parsed = Period(parsing: period),
            let hash = ContentHash(bytes: fingerprint)
        else { throw DatabankError.unavailable(cause: "a delivery's row can't be read") }
        return RegisterDelivery(
            id: row["id"],
            order: row["position"],
            source: known,
            sender: row["sender"],
            period: parsed,
            number: row["number"],
            isFull: row["is_full"],
            fingerprint: hash,
            receivedAt: Instant(secondsSinceEpoch: row["received_at"]),
            report: bytes(row, "report")
        )
    }

    /// Reads a column of bytes.
    static func bytes(_ row: Row, _ column: String) -> [UInt8] {
        (row[column] as Data?).map(Array.init) ?? []
    }

    /// Makes bytes an argument.
    static func data(_ bytes: [UInt8]) -> Data { Data(bytes) }
}

extension DatabankError {
    /// Sorts a failure of SQLite.
    init(_ error: any Error) {
        switch error {
        case let error as DatabankError: self = error
        case let error as DatabaseError where error.resultCode == .SQLITE_FULL: self = .full
        case let error as DatabaseError where error.resultCode == .SQLITE_BUSY: self = .locked
        case let error as DatabaseError:
            // The statement is left out: its arguments could be of persons.
            self = .unavailable(cause: "SQLite error \(error.resultCode.rawValue)")
        default: self = .unavailable(cause: "an unexpected failure")
        }
    }
}
