internal import GRDB
internal import GRDBSQLite
internal import SnapshotStore
internal import Synchronization

/// The only connection that writes to a database, and the only one that checkpoints it.
final class WriterConnection: Sendable {
    private enum State {
        case open
        /// A commit failed: whether it happened is known only after the file was opened again.
        case stopped(cause: String)
        case closed
    }

    private let queue: DatabaseQueue
    // Once it is not open, it never is again, and no statement is run.
    private let state = Mutex(State.open)

    /// Opens a database for writing, and makes its tables when it is new.
    ///
    /// - Parameters:
    ///   - path: The database file.
    ///   - pageLimit: How many pages the file may have; `nil` for as many as there is room for.
    /// - Throws: `StoreError.unsupportedFormat` when the file is something else, `.unavailable`.
    init(path: String, pageLimit: Int?) throws(StoreError) {
        var configuration = Configuration()
        // A transaction that can't be rolled back must stop the writer, not the process.
        configuration.allowsUnsafeTransactions = true
        configuration.busyMode = .timeout(1)
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.writeWithoutTransaction { database in
                try Self.prepare(database, pageLimit: pageLimit)
            }
        } catch {
            throw StoreError(writing: error)
        }
    }

    /// Runs changes in one transaction, whole or not at all.
    ///
    /// - Throws: What the changes threw, after they were rolled back; `StoreError.full` when there
    ///   is no room, `.commitUnknown` when only the file opened anew can tell what happened.
    func transaction(
        _ changes: @escaping @Sendable (Database) throws -> Void
    ) async throws(StoreError) {
        // Not cancellable on purpose: what was begun is committed or rolled back.
        let result: Result<Void, StoreError> = await withCheckedContinuation { continuation in
            queue.asyncWriteWithoutTransaction { [self] database in
                do throws(StoreError) {
                    continuation.resume(returning: .success(try run(changes, in: database)))
                } catch {
                    continuation.resume(returning: .failure(error))
                }
            }
        }
        try result.get()
    }

    /// Closes the connection; as the last one, it also clears the log away.
    func close() {
        state.withLock { $0 = .closed }
        // What is committed is safe, and what is left of the log is read at the next opening.
        try? queue.close()
    }

    private static func prepare(_ database: Database, pageLimit: Int?) throws {
        // The log and its index stay, empty, when the file is closed: on a full disk nobody could
        // make them again, and so nobody could read.
        var keepsLog: Int32 = 1
        sqlite3_file_control(
            database.sqliteConnection,
            nil,
            SQLITE_FCNTL_PERSIST_WAL,
            &keepsLog
        )
        let isNew = try DatabaseFormat.isEmpty(database)
        // The page size has to be set before the first page is written.
        if isNew { try database.execute(sql: "PRAGMA page_size = 8192") }
        try database.execute(
            sql: """
                PRAGMA journal_mode = WAL;
                PRAGMA synchronous = FULL;
                PRAGMA wal_autocheckpoint = 0;
                PRAGMA secure_delete = OFF;
                PRAGMA cell_size_check = ON;
                PRAGMA trusted_schema = OFF;
                """
        )
        if isNew {
            try database.inTransaction(.immediate) {
                try DatabaseFormat.create(in: database)
                return .commit
            }
            checkpoint(database)
        }
        if let pageLimit {
            try database.execute(sql: "PRAGMA max_page_count = \(pageLimit)")
        }
    }

    private func run(
        _ changes: (Database) throws -> Void,
        in database: Database
    ) throws(StoreError) {
        switch state.withLock({ $0 }) {
        case .open: break
        case .stopped(let cause): throw .commitUnknown(cause: cause)
        case .closed: throw .unavailable(cause: "the writer is closed")
        }
        do {
            try database.beginTransaction(.immediate)
            try changes(database)
        } catch {
            rollBack(database, after: error)
            throw StoreError(writing: error)
        }
        do {
            try database.commit()
        } catch {
            rollBack(database, after: error)
            throw failure(ofCommit: error, in: database)
        }
        Self.checkpoint(database)
    }

    // Without room the commit's last frame was never written whole, so nothing can come of it. Any
    // other failure may have struck after that frame had reached the disk.
    private func failure(ofCommit error: any Error, in database: Database) -> StoreError {
        let cause = String(describing: error)
        let isFull = (error as? DatabaseError)?.resultCode == .SQLITE_FULL
        guard isFull, !database.isInsideTransaction else {
            state.withLock { $0 = .stopped(cause: cause) }
            return .commitUnknown(cause: cause)
        }
        return .full(cause: cause)
    }

    private func rollBack(_ database: Database, after error: any Error) {
        do {
            try database.rollback()
        } catch let second {
            state.withLock { $0 = .stopped(cause: "\(error), and no rollback: \(second)") }
        }
    }

    private static func checkpoint(_ database: Database) {
        // What a reader keeps in the log is moved by the next checkpoint.
        _ = try? database.checkpoint(.truncate)
    }
}
