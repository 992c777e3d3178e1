internal import GRDB

/// File format 1 of the databank: how a file is known, and what it holds.
enum DatabankSchema {
    /// What stands in the file's header: the letters `JOBD`.
    static let applicationID = 0x4A_4F_42_44
    /// The newest format that this program reads and writes.
    static let version = 1

    /// Makes the tables in an empty file, or checks that the file is of this format.
    static func prepare(_ database: Database, mayCreate: Bool) throws {
        let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
        let format = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
        let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
        if application == 0, format == 0, tables == 0, mayCreate {
            try database.inTransaction(.immediate) {
                try database.execute(sql: schema)
                try database.execute(sql: "PRAGMA application_id = \(applicationID)")
                try database.execute(sql: "PRAGMA user_version = \(version)")
                return .commit
            }
            return
        }
        guard application == applicationID else {
            throw DatabankError.unsupportedFormat(cause: "it belongs to another program")
        }
        guard format == version else {
            throw DatabankError.unsupportedFormat(
                cause: "it has format \(format), this program knows \(version)"
            )
        }
    }

    private static let schema = """
        CREATE TABLE delivery(
            id INTEGER PRIMARY KEY,
            position INTEGER UNIQUE,
            source TEXT NOT NULL,
            sender TEXT NOT NULL,
            period TEXT NOT NULL,
            number INTEGER NOT NULL CHECK(number > 0),
            is_full INTEGER NOT NULL CHECK(is_full IN (0, 1)),
            fingerprint BLOB NOT NULL UNIQUE CHECK(length(fingerprint) = 32),
            received_at INTEGER NOT NULL,
            report BLOB NOT NULL,
            UNIQUE(source, sender, period, number)
        ) STRICT;
        CREATE TABLE person(
            high INTEGER NOT NULL,
            low INTEGER NOT NULL,
            key INTEGER NOT NULL,
            number INTEGER NOT NULL,
            PRIMARY KEY(high, low)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE key(
            version INTEGER PRIMARY KEY,
            proof BLOB NOT NULL,
            made_at INTEGER NOT NULL
        ) STRICT;
        CREATE TABLE segment(
            number INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,
            bucket INTEGER NOT NULL,
            delivery INTEGER NOT NULL REFERENCES delivery(id) DEFERRABLE INITIALLY DEFERRED,
            part INTEGER NOT NULL,
            rows INTEGER NOT NULL,
            checksum BLOB NOT NULL,
            bytes BLOB NOT NULL,
            UNIQUE(kind, bucket, delivery, part)
        ) STRICT;
        CREATE INDEX segment_by_delivery ON segment(delivery);
        CREATE TABLE purged(
            source TEXT NOT NULL,
            period TEXT NOT NULL,
            PRIMARY KEY(source, period)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE audit(
            number INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            actor TEXT NOT NULL,
            action TEXT NOT NULL,
            detail TEXT NOT NULL,
            chain BLOB NOT NULL CHECK(length(chain) = 32)
        ) STRICT;
        CREATE TABLE state(
            name TEXT NOT NULL,
            part INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            UNIQUE(name, part)
        ) STRICT;
        """
}
