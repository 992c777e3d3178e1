internal import Crypto
internal import Foundation
internal import GRDB
public import Registers
public import StatisticsModel

extension DatabankFile {
    // What is proved by the key; any constant would do.
    private static let challenge = Array("jobindsats databank key".utf8)

    /// Makes sure that a key is the databank's; a databank without a key takes it on.
    ///
    /// - Parameters:
    ///   - key: The key.
    ///   - now: The time that is recorded.
    /// - Throws: `DatabankError.wrongKey`.
    public func check(key: [UInt8], now: Instant) throws(DatabankError) {
        let proof = Self.proof(of: key)
        try write { database in
            let newest = try Row.fetchOne(
                database,
                sql: "SELECT proof FROM key ORDER BY version DESC LIMIT 1"
            )
            if let newest {
                guard Self.bytes(newest, "proof") == proof else { throw DatabankError.wrongKey }
            } else {
                try Self.insert(proof, version: 1, now: now, in: database)
            }
        }
    }

    /// Takes on a new key.
    ///
    /// From now on deliveries are hashed by both, until the old one is retired.
    ///
    /// - Parameters:
    ///   - old: The key in use.
    ///   - new: The key that takes its place.
    ///   - actor: Who does it.
    ///   - now: The time that is recorded.
    /// - Throws: `DatabankError.wrongKey` when `old` is not the key in use.
    public func rotate(
        from old: [UInt8],
        to new: [UInt8],
        actor: String,
        now: Instant
    ) throws(DatabankError) {
        try check(key: old, now: now)
        try write { database in
            let version =
                try Int.fetchOne(database, sql: "SELECT max(version) FROM key") ?? 0
            try Self.insert(Self.proof(of: new), version: version + 1, now: now, in: database)
            try Self.log(
                actor: actor,
                action: "rotateKey",
                detail: "key \(version + 1) takes the place of key \(version)",
                now: now,
                in: database
            )
        }
    }

    /// Forgets the pseudonyms by all keys but the newest.
    ///
    /// - Returns: How many persons are known only by an old key; nothing is forgotten unless this
    ///   is 0.
    public func retireOldKeys(actor: String, now: Instant) throws(DatabankError) -> Int {
        try write { database in
            let newest = try Int.fetchOne(database, sql: "SELECT max(version) FROM key") ?? 0
            let left =
                try Int.fetchOne(
                    database,
                    sql: """
                        SELECT count(*) FROM person o WHERE key < ? AND NOT EXISTS
                        (SELECT 1 FROM person n WHERE n.number = o.number AND n.key = ?)
                        """,
                    arguments: [newest, newest]
                ) ?? 0
            guard left == 0 else { return left }
            try database.execute(sql: "DELETE FROM person WHERE key < ?", arguments: [newest])
            try Self.log(
                actor: actor,
                action: "retireKeys",
                detail: "only key \(newest) is known",
                now: now,
                in: database
            )
            return 0
        }
    }

    /// Removes the records of a source's deliveries that are about periods before one.
    ///
    /// - Parameters:
    ///   - source: The register.
    ///   - period: The first period that is kept.
    ///   - actor: Who does it.
    ///   - now: The time that is recorded.
    /// - Returns: How many records were removed.
    /// - Throws: `DatabankError`; nothing was removed then.
    public func purge(
        _ source: RegisterSource,
        before period: Period,
        actor: String,
        now: Instant
    ) throws(DatabankError) -> Int {
        try write { database in
            let past =
                try Self.deliveries(
                    in: database,
                    where: "source = ?",
                    [source.rawValue]
                )
                .filter { $0.period.lastDay < period.firstDay }
            var removed = 0
            for delivery in past {
                removed +=
                    try Int.fetchOne(
                        database,
                        sql: "SELECT ifnull(sum(rows), 0) FROM segment WHERE delivery = ?",
                        arguments: [delivery.id]
                    ) ?? 0
                try database.execute(
                    sql: "DELETE FROM segment WHERE delivery = ?",
                    arguments: [delivery.id]
                )
                try database.execute(
                    sql: "INSERT OR IGNORE INTO purged(source, period) VALUES (?, ?)",
                    arguments: [source.rawValue, delivery.period.description]
                )
            }
            try Self.log(
                actor: actor,
                action: "purge",
                detail: "\(source.rawValue) before \(period): \(removed) records of "
                    + "\(past.count) deliveries",
                now: now,
                in: database
            )
            return removed
        }
    }

    /// Returns the periods whose records were removed, by source.
    public func purgedPeriods() throws(DatabankError) -> [RegisterSource: [Period]] {
        try read { database in
            var periods: [RegisterSource: [Period]] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT source, period FROM purged") {
                let (source, period): (String, String) = (row["source"], row["period"])
                guard let source = RegisterSource(rawValue: source),
                    let period = Period(parsing: period)
                else { continue }
                periods[source, default: []].append(period)
            }
            return periods.mapValues { $0.sorted() }
        }
    }

    /// Adds a line to the audit log.
    public func log(
        actor: String,
        action: String,
        detail: String,
        now: Instant
    ) throws(DatabankError) {
        try write { database in
            try Self.log(actor: actor, action: action, detail: detail, now: now, in: database)
        }
    }

    /// Returns the audit log; each line's chain was recomputed and is right.
    ///
    /// - Throws: `DatabankError.unavailable` when a line was changed or removed.
    public func audit() throws(DatabankError) -> [AuditEntry] {
        try read { database in
            var last: [UInt8] = []
            return try Row.fetchAll(database, sql: "SELECT * FROM audit ORDER BY number")
                .map { row in
                    let chain = Self.chain(
                        after: last,
                        number: row["number"],
                        at: row["at"],
                        [row["actor"], row["action"], row["detail"]]
                    )
                    guard chain == Self.bytes(row, "chain"), let hash = ContentHash(bytes: chain)
                    else {
                        throw DatabankError.unavailable(cause: "the audit log was changed")
                    }
                    last = chain
                    return AuditEntry(
                        number: row["number"],
                        at: Instant(secondsSinceEpoch: row["at"]),
                        actor: row["actor"],
                        action: row["action"],
                        detail: row["detail"],
                        chain: hash
                    )
                }
        }
    }

    private static func proof(of key: [UInt8]) -> [UInt8] {
        let code = HMAC<SHA256>
            .authenticationCode(
                for: challenge,
                using: SymmetricKey(data: key)
            )
        return Array(code)
    }

    private static func insert(
        _ proof: [UInt8],
        version: Int,
        now: Instant,
        in database: Database
    ) throws {
        try database.execute(
            sql: "INSERT INTO key(version, proof, made_at) VALUES (?, ?, ?)",
            arguments: [version, data(proof), now.secondsSinceEpoch]
        )
    }

    private static func log(
        actor: String,
        action: String,
        detail: String,
        now: Instant,
        in database: Database
    ) throws {
        let last = try Row.fetchOne(
            database,
            sql: "SELECT number, chain FROM audit ORDER BY number DESC LIMIT 1"
        )
        let number = (last?["number"] ?? 0) + 1
        let chain = chain(
            after: last.map { bytes($0, "chain") } ?? [],
            number: number,
            at: now.secondsSinceEpoch,
            [actor, action, detail]
        )
        try database.execute(
            sql: """
                INSERT INTO audit(number, at, actor, action, detail, chain)
                VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [number, now.secondsSinceEpoch, actor, action, detail, data(chain)]
        )
    }

    private static func chain(
        after last: [UInt8],
        number: Int,
        at seconds: Int,
        _ texts: [String]
    ) -> [UInt8] {
        var hasher = SHA256()
        hasher.update(data: last)
        hasher.update(data: Array("\(number) \(seconds)\n".utf8))
        for text in texts { hasher.update(data: Array("\(text.utf8.count) \(text)\n".utf8)) }
        return Array(hasher.finalize())
    }
}
