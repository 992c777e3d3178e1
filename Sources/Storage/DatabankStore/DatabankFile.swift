internal import Crypto
internal import GRDB
public import Registers
public import StatisticsModel
internal import Synchronization

/// The confidential database of records: one file, one writer, never opened by the server.
///
/// Records lie in segments: those of one delivery, kind and bucket of persons, sorted by person,
/// column by column, each with a checksum that is seeded with its place.
public final class DatabankFile: Sendable {
    /// How many persons a bucket has: the persons whose number divided by it gives the bucket's.
    public static let bucketPersons = 65_536

    let queue: DatabaseQueue
    /// Keeps the file private and locked for as long as this object lives.
    private let fileGuard: FileGuard

    /// Opens a databank, or makes one.
    ///
    /// - Parameters:
    ///   - path: The file; it gets the mode 0600.
    ///   - readOnly: Whether to only read; else the writer's lock is taken.
    /// - Throws: `DatabankError` when the file is something else, may be read by others, or is
    ///   being written to by another process.
    public init(path: String, readOnly: Bool) throws(DatabankError) {
        fileGuard =
            readOnly ? try FileGuard(reading: path) : try FileGuard(writing: path)
        var configuration = Configuration()
        configuration.readonly = readOnly
        // An admission stays open while its rows stream in.
        configuration.allowsUnsafeTransactions = true
        configuration.busyMode = .timeout(5)
        do {
            queue = try DatabaseQueue(path: path, configuration: configuration)
            try queue.writeWithoutTransaction { database in
                if !readOnly {
                    try database.execute(
                        sql: """
                            PRAGMA journal_mode = WAL;
                            PRAGMA synchronous = FULL;
                            PRAGMA secure_delete = ON;
                            PRAGMA foreign_keys = ON;
                            PRAGMA trusted_schema = OFF;
                            """
                    )
                }
                try DatabankSchema.prepare(database, mayCreate: !readOnly)
            }
        } catch {
            throw DatabankError(error)
        }
    }

    /// Returns all deliveries, in the order of receipt.
    public func deliveries() throws(DatabankError) -> [RegisterDelivery] {
        try read { database in try Self.deliveries(in: database, where: "1") }
    }

    /// Returns the delivery of a fingerprint; `nil` when there is none.
    public func delivery(
        withFingerprint fingerprint: ContentHash
    ) throws(DatabankError) -> RegisterDelivery? {
        try read { database in
            try Self.deliveries(
                in: database,
                where: "fingerprint = ?",
                [Self.data(fingerprint.bytes)]
            )
            .first
        }
    }

    /// Returns how many persons have numbers; they are 0 and up.
    public func personCount() throws(DatabankError) -> Int {
        try read { database in
            try Int.fetchOne(database, sql: "SELECT ifnull(max(number) + 1, 0) FROM person") ?? 0
        }
    }

    /// Begins to admit one delivery: one transaction, open until `commit` or `rollback`.
    ///
    /// - Throws: `DatabankError`, also when an admission is open already.
    public func beginAdmission() throws(DatabankError) -> DatabankAdmission {
        try DatabankAdmission(self)
    }

    /// Returns the segments of a kind and bucket, in the order in which they took effect.
    ///
    /// - Parameters:
    ///   - kind: The kind of record.
    ///   - bucket: The bucket; kinds without persons are in bucket 0.
    ///   - order: The newest delivery that counts.
    /// - Returns: The segments, decoded.
    /// - Throws: `DatabankError.damaged` when stored bytes are not what was written.
    /// - Complexity: O(*n*) in the number of records; decoded outside the database's lock.
    public func segments(
        of kind: RecordKind,
        bucket: Int,
        upTo order: Int
    ) throws(DatabankError) -> [RecordSegment] {
        try segments(of: kind, bucket: bucket, orders: 1...max(1, order))
    }

    /// Returns the persons of a bucket that some deliveries are about, in ascending order.
    ///
    /// - Parameters:
    ///   - bucket: The bucket.
    ///   - orders: The deliveries, by the order in which they took effect.
    /// - Returns: The persons' numbers.
    /// - Throws: `DatabankError`.
    public func personsTouched(
        bucket: Int,
        by orders: ClosedRange<Int>
    ) throws(DatabankError) -> [Int32] {
        var persons: Set<Int32> = []
        for kind in RecordKind.allCases {
            for segment in try segments(of: kind, bucket: bucket, orders: orders) {
                persons.formUnion(segment.batch.persons)
                persons.formUnion(segment.batch.others)
            }
        }
        persons.remove(RecordBatch.nobody)
        return persons.sorted()
    }
}
