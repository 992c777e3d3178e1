internal import Foundation
internal import GRDB
internal import StatisticsModel

/// The statements about snapshots' records.
enum SnapshotTable {
    /// All records, by sequence.
    static var all: SQLQuery<Snapshot> {
        SQLQuery("SELECT \(columns) FROM snapshot ORDER BY sequence", decode: snapshot)
    }

    /// The newest sequence; no row when there is none.
    static var head: SQLQuery<Int> {
        SQLQuery("SELECT sequence FROM snapshot ORDER BY sequence DESC LIMIT 1") { try $0.int(0) }
    }

    /// The sequence of an id.
    static func sequence(of id: SnapshotID) -> SQLQuery<Int> {
        SQLQuery("SELECT sequence FROM snapshot WHERE id = ?", [id.description]) { try $0.int(0) }
    }

    /// Adds a record.
    static func insert(_ snapshot: Snapshot) throws -> SQLCommand {
        let origin = snapshot.origin
        let columnCount = columns.split(separator: ",").count
        let places = repeatElement("?", count: columnCount).joined(separator: ", ")
        return SQLCommand(
            "INSERT INTO snapshot(\(columns)) VALUES (\(places))",
            [
                snapshot.sequence,
                snapshot.id.description,
                snapshot.state.rawValue,
                snapshot.releaseAt.secondsSinceEpoch,
                snapshot.recordedAt.secondsSinceEpoch,
                snapshot.dataMonth.description,
                Data(snapshot.root.bytes),
                Data(snapshot.chain.bytes),
                origin.source,
                origin.sender,
                origin.reason,
                origin.cutAt?.secondsSinceEpoch,
                Data(origin.delivery.bytes),
                origin.changedIndicators.map(\.text).joined(separator: " "),
                origin.changes.added,
                origin.changes.revised,
                origin.changes.removed,
                origin.changes.status,
                try text(of: snapshot.notes),
                snapshot.withdrawal?.at.secondsSinceEpoch,
                snapshot.withdrawal?.reason,
                snapshot.withdrawal?.successor?.description,
            ]
        )
    }

    /// Moves a snapshot that is not withdrawn to another state.
    static func transition(_ sequence: Int, to state: Snapshot.State) -> SQLCommand {
        SQLCommand(
            "UPDATE snapshot SET state = ? WHERE sequence = ? AND state <> 'withdrawn'",
            [state.rawValue, sequence]
        )
    }

    /// Takes back a snapshot that is not withdrawn.
    static func withdraw(_ sequence: Int, _ withdrawal: Withdrawal) -> SQLCommand {
        SQLCommand(
            """
            UPDATE snapshot SET state = 'withdrawn', withdrawn_at = ?, withdrawal_reason = ?,
                withdrawal_successor = ?
            WHERE sequence = ? AND state <> 'withdrawn'
            """,
            [
                withdrawal.at.secondsSinceEpoch,
                withdrawal.reason,
                withdrawal.successor?.description,
                sequence,
            ]
        )
    }

    private static let columns = """
        sequence, id, state, release_at, recorded_at, data_month, root, chain, source, sender, \
        reason, cut_at, delivery, changed_indicators, added, revised, removed, status_changed, \
        notes, withdrawn_at, withdrawal_reason, withdrawal_successor
        """

    private static func snapshot(_ row: SQLRow) throws -> Snapshot {
        Snapshot(
            id: try row.present(SnapshotID(parsing: row.text(1)), 1),
            sequence: try row.int(0),
            state: try row.present(Snapshot.State(rawValue: row.text(2)), 2),
            releaseAt: Instant(secondsSinceEpoch: try row.int(3)),
            recordedAt: Instant(secondsSinceEpoch: try row.int(4)),
            dataMonth: try row.present(Period(parsing: row.text(5)), 5),
            root: try row.hash(6),
            chain: try row.hash(7),
            origin: SnapshotOrigin(
                source: try row.text(8),
                sender: try row.text(9),
                reason: try row.text(10),
                cutAt: try row.optionalInt(11).map(Instant.init(secondsSinceEpoch:)),
                delivery: try row.hash(12),
                changedIndicators: try row.text(13).split(separator: " ")
                    .map { try Code<Indicator>(parsing: String($0)) },
                changes: ChangeCounts(
                    added: try row.int(14),
                    revised: try row.int(15),
                    removed: try row.int(16),
                    status: try row.int(17)
                )
            ),
            notes: try JSONDecoder()
                .decode([BilingualText].self, from: Data(row.text(18).utf8)),
            withdrawal: try withdrawal(row)
        )
    }

    private static func withdrawal(_ row: SQLRow) throws -> Withdrawal? {
        guard let seconds = try row.optionalInt(19) else { return nil }
        return Withdrawal(
            at: Instant(secondsSinceEpoch: seconds),
            reason: try row.text(20),
            successor: try row.optionalText(21)
                .map { text in
                    try row.present(SnapshotID(parsing: text), 21)
                }
        )
    }

    private static func text(of notes: [BilingualText]) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(notes), as: UTF8.self)
    }
}
