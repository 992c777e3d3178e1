internal import GRDB
internal import SnapshotStore

/// File format 1: how a file is known, and what it holds.
enum DatabaseFormat {
    /// What stands in the file's header to tell whose file it is: the letters `JOBI`.
    static let applicationID = 0x4A_4F_42_49
    /// The newest format that this program reads and writes.
    static let version = 1

    /// Checks that the file is a database of this format.
    ///
    /// - Throws: `StoreError.unsupportedFormat` when it is anything else.
    static func check(_ database: Database) throws {
        guard try !isEmpty(database) else {
            throw StoreError.unsupportedFormat(cause: "the database is empty")
        }
    }

    /// Returns whether the file holds nothing yet.
    ///
    /// - Throws: `StoreError.unsupportedFormat` when it holds anything but this format.
    static func isEmpty(_ database: Database) throws -> Bool {
        let application = try header("application_id").first(in: database) ?? 0
        let version = try header("user_version").first(in: database) ?? 0
        if application == 0, version == 0, try tableCount.first(in: database) == 0 { return true }
        guard application == applicationID else {
            throw StoreError.unsupportedFormat(cause: "the file belongs to another program")
        }
        guard version == Self.version else {
            throw StoreError.unsupportedFormat(
                cause: "the file has format \(version), this program knows \(Self.version)"
            )
        }
        return false
    }

    /// Makes the tables in an empty file, inside the caller's transaction.
    static func create(in database: Database) throws {
        try database.execute(sql: schema)
        try database.execute(sql: "PRAGMA application_id = \(applicationID)")
        try database.execute(sql: "PRAGMA user_version = \(version)")
    }

    private static func header(_ name: String) -> SQLQuery<Int> {
        SQLQuery("PRAGMA \(name)") { try $0.int(0) }
    }

    private static var tableCount: SQLQuery<Int> {
        SQLQuery("SELECT count(*) FROM sqlite_schema") { try $0.int(0) }
    }

    // The bytes of a chunk stand apart from its version, so that a walk over versions stays small.
    private static let schema = """
        CREATE TABLE snapshot(
            sequence INTEGER PRIMARY KEY CHECK(sequence > 0),
            id TEXT NOT NULL UNIQUE,
            state TEXT NOT NULL
                CHECK(state IN ('draft', 'validated', 'scheduled', 'withdrawn')),
            release_at INTEGER NOT NULL,
            recorded_at INTEGER NOT NULL,
            data_month TEXT NOT NULL,
            root BLOB NOT NULL CHECK(length(root) = 32),
            chain BLOB NOT NULL CHECK(length(chain) = 32),
            source TEXT NOT NULL,
            sender TEXT NOT NULL,
            reason TEXT NOT NULL,
            cut_at INTEGER,
            delivery BLOB NOT NULL CHECK(length(delivery) = 32),
            changed_indicators TEXT NOT NULL,
            added INTEGER NOT NULL,
            revised INTEGER NOT NULL,
            removed INTEGER NOT NULL,
            status_changed INTEGER NOT NULL,
            notes TEXT NOT NULL,
            withdrawn_at INTEGER,
            withdrawal_reason TEXT,
            withdrawal_successor TEXT,
            CHECK((state = 'withdrawn') = (withdrawn_at IS NOT NULL)),
            CHECK((withdrawn_at IS NULL) = (withdrawal_reason IS NULL))
        ) STRICT;
        CREATE TABLE document(
            number INTEGER PRIMARY KEY,
            hash BLOB NOT NULL UNIQUE CHECK(length(hash) = 32),
            bytes BLOB NOT NULL
        ) STRICT;
        CREATE TABLE plane(
            number INTEGER PRIMARY KEY,
            key TEXT NOT NULL UNIQUE
        ) STRICT;
        CREATE TABLE blob(
            number INTEGER PRIMARY KEY,
            checksum INTEGER NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT;
        CREATE TABLE chunk(
            plane INTEGER NOT NULL REFERENCES plane(number),
            block INTEGER NOT NULL,
            span INTEGER NOT NULL,
            sequence INTEGER NOT NULL REFERENCES snapshot(sequence),
            hash BLOB NOT NULL CHECK(length(hash) = 32),
            cell_count INTEGER NOT NULL CHECK(cell_count >= 0),
            columns INTEGER NOT NULL CHECK(columns BETWEEN 0 AND 65535),
            depth INTEGER NOT NULL CHECK(depth >= 0),
            blob INTEGER NOT NULL REFERENCES blob(number),
            PRIMARY KEY(plane, block, span, sequence)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX chunk_by_sequence ON chunk(sequence, plane, block, span);
        """
}
