import GRDB

/// A connection that knows nothing of snapshots, to look at files and to damage them.
enum RawDatabase {
    /// Opens a file as it is, without foreign keys and with as much permission as there is.
    static func open(_ path: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.allowsUnsafeTransactions = true
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// Returns the first integer of each query.
    static func integers(at path: String, _ queries: [String]) throws -> [Int] {
        try open(path)
            .read { database in
                try queries.compactMap { try Int.fetchOne(database, sql: $0) }
            }
    }

    /// Runs statements, and closes the file.
    static func run(_ statements: String, at path: String) throws {
        let queue = try open(path)
        try queue.writeWithoutTransaction { try $0.execute(sql: statements) }
        try queue.close()
    }
}
