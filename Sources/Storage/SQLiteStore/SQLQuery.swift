internal import Foundation
internal import GRDB
internal import StatisticsModel

/// A statement that answers with rows: its text, its arguments and how a row is read.
struct SQLQuery<Value> {
    /// The text, with `?` for every argument.
    let text: String
    /// The arguments, in order.
    let arguments: StatementArguments
    /// Reads one row.
    let decode: (SQLRow) throws -> Value

    /// Makes a query.
    init(
        _ text: String,
        _ arguments: StatementArguments = [],
        decode: @escaping (SQLRow) throws -> Value
    ) {
        self.text = text
        self.arguments = arguments
        self.decode = decode
    }

    /// Returns all rows.
    func all(in database: Database) throws -> [Value] {
        let statement = try database.cachedStatement(sql: text)
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        var values: [Value] = []
        while let row = try rows.next() {
            values.append(try decode(SQLRow(row)))
        }
        return values
    }

    /// Returns the first row; `nil` when there is none.
    func first(in database: Database) throws -> Value? {
        let statement = try database.cachedStatement(sql: text)
        let rows = try Row.fetchCursor(statement, arguments: arguments)
        return try rows.next().map { try decode(SQLRow($0)) }
    }
}

/// A statement that changes rows: its text and its arguments.
struct SQLCommand {
    /// The text, with `?` for every argument.
    let text: String
    /// The arguments, in order.
    let arguments: StatementArguments

    /// Makes a command.
    init(_ text: String, _ arguments: StatementArguments = []) {
        self.text = text
        self.arguments = arguments
    }

    /// Runs the command, and returns how many rows it changed.
    @discardableResult
    func run(in database: Database) throws -> Int {
        try database.cachedStatement(sql: text).execute(arguments: arguments)
        return database.changesCount
    }
}

/// A row whose columns may hold anything, since the file may be damaged.
struct SQLRow {
    private let row: Row

    /// Reads a row.
    init(_ row: Row) {
        self.row = row
    }

    /// Returns an integer; `nil` for `NULL`.
    func optionalInt(_ column: Int) throws(MalformedRow) -> Int? {
        switch value(column).storage {
        case .null: nil
        case .int64(let number): Int(number)
        default: throw MalformedRow(column: column, expected: "an integer")
        }
    }

    /// Returns an integer.
    func int(_ column: Int) throws(MalformedRow) -> Int {
        try present(optionalInt(column), column)
    }

    /// Returns a text; `nil` for `NULL`.
    func optionalText(_ column: Int) throws(MalformedRow) -> String? {
        switch value(column).storage {
        case .null: nil
        case .string(let text): text
        default: throw MalformedRow(column: column, expected: "a text")
        }
    }

    /// Returns a text.
    func text(_ column: Int) throws(MalformedRow) -> String {
        try present(optionalText(column), column)
    }

    /// Returns bytes; `nil` for `NULL`.
    func optionalBytes(_ column: Int) throws -> [UInt8]? {
        try row.withUnsafeData(atIndex: column) { data in data.map { [UInt8]($0) } }
            // An empty blob has no address, and so looks like NULL.
            ?? (value(column).isNull ? nil : [])
    }

    /// Returns bytes.
    func bytes(_ column: Int) throws -> [UInt8] {
        try present(optionalBytes(column), column)
    }

    /// Returns a hash.
    func hash(_ column: Int) throws -> ContentHash {
        guard let hash = ContentHash(bytes: try bytes(column)) else {
            throw MalformedRow(column: column, expected: "a hash")
        }
        return hash
    }

    /// Returns what a text or number stands for; an error when it stands for nothing.
    func present<Value>(_ value: Value?, _ column: Int) throws(MalformedRow) -> Value {
        guard let value else { throw MalformedRow(column: column, expected: "\(Value.self)") }
        return value
    }

    private func value(_ column: Int) -> DatabaseValue { row[column] }
}

/// A row that no statement of ours has written.
struct MalformedRow: Error, CustomStringConvertible {
    /// The column, from 0.
    let column: Int
    /// What should have been there.
    let expected: String

    /// What is wrong, in a sentence.
    var description: String { "a stored row lacks \(expected) in its column \(column)" }
}
