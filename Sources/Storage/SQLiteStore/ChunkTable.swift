internal import CubeCoding
internal import Foundation
internal import GRDB
internal import SnapshotStore
internal import StatisticsModel

/// The statements about versions of chunks and their bytes.
enum ChunkTable {
    /// A chunk as the file names it.
    struct Place: Hashable {
        /// The number of the plane.
        let plane: Int
        /// The block of rows.
        let block: Int
        /// The span of periods.
        let span: Int
    }

    /// One version in a chain, with the bytes that it was stored as.
    struct Link {
        /// Which of the asked keys it belongs to, from 0.
        let index: Int
        /// The version.
        let version: ChunkVersion
        /// The bytes; `nil` when they are missing.
        let blob: StoredBlob?
    }

    /// The newest version of every chunk of a plane at a sequence, by block and span.
    static func versions(
        of plane: PlaneKey,
        numbered number: Int,
        at sequence: Int
    ) -> SQLQuery<ChunkVersion> {
        // Beside max(), SQLite takes the other columns from the row that has the maximum.
        SQLQuery(
            """
            SELECT block, span, max(sequence), hash, cell_count, columns, depth FROM chunk
            WHERE plane = ? AND sequence <= ? GROUP BY block, span ORDER BY block, span
            """,
            [number, sequence]
        ) { row in
            let key = ChunkKey(plane: plane, block: try row.int(0), span: try row.int(1))
            return try version(of: key, row, from: 2)
        }
    }

    /// All versions of a chunk up to a sequence, oldest first.
    static func history(
        of key: ChunkKey,
        plane number: Int,
        through sequence: Int
    ) -> SQLQuery<ChunkVersion> {
        SQLQuery(
            """
            SELECT sequence, hash, cell_count, columns, depth FROM chunk
            WHERE plane = ? AND block = ? AND span = ? AND sequence <= ? ORDER BY sequence
            """,
            [number, key.block, key.span, sequence]
        ) { row in try version(of: key, row, from: 0) }
    }

    /// The chunks with a version after one sequence and up to another, each once.
    static func changes(after first: Int, through last: Int) -> SQLQuery<Place> {
        SQLQuery(
            """
            SELECT DISTINCT plane, block, span FROM chunk INDEXED BY chunk_by_sequence
            WHERE sequence > ? AND sequence <= ?
            """,
            [first, last]
        ) { row in Place(plane: try row.int(0), block: try row.int(1), span: try row.int(2)) }
    }

    /// The chains of many chunks at a sequence: each version from the newest keyframe on.
    ///
    /// Without a keyframe it is all versions, so that the break is noticed.
    static func chains(
        of keys: [(key: ChunkKey, plane: Int)],
        at sequence: Int
    ) -> SQLQuery<Link> {
        let places = keys.map { "[\($0.plane),\($0.key.block),\($0.key.span)]" }
        return SQLQuery(
            chainText,
            ["[\(places.joined(separator: ","))]", sequence, sequence]
        ) { row in
            let index = try row.int(0)
            guard keys.indices.contains(index) else {
                throw MalformedRow(column: 0, expected: "the place of a key")
            }
            let version = try version(of: keys[index].key, row, from: 1)
            let blob = try row.optionalInt(6)
                .map { checksum in
                    StoredBlob(
                        bytes: try row.bytes(7),
                        checksum: try row.present(UInt32(exactly: checksum), 6),
                        sequence: version.sequence
                    )
                }
            return Link(index: index, version: version, blob: blob)
        }
    }

    /// Adds bytes; their number is the database's last inserted row.
    static func insert(_ blob: StoredBlob) -> SQLCommand {
        SQLCommand(
            "INSERT INTO blob(checksum, bytes) VALUES (?, ?)",
            [Int(blob.checksum), Data(blob.bytes)]
        )
    }

    /// Adds a version whose bytes are stored.
    static func insert(_ version: ChunkVersion, plane: Int, blob: Int64) -> SQLCommand {
        SQLCommand(
            """
            INSERT INTO chunk(
                plane, block, span, sequence, hash, cell_count, columns, depth, blob
            ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                plane, version.key.block, version.key.span, version.sequence,
                Data(version.hash.bytes), version.cellCount, Int(version.columns), version.depth,
                blob,
            ]
        )
    }

    // CROSS JOIN keeps the wanted keys outside, and so each of them a seek in the primary key.
    private static let chainText = """
        WITH wanted AS MATERIALIZED (
            SELECT key AS place, json_extract(value, '$[0]') AS plane,
                json_extract(value, '$[1]') AS block, json_extract(value, '$[2]') AS span
            FROM json_each(?)
        )
        SELECT wanted.place, chunk.sequence, chunk.hash, chunk.cell_count, chunk.columns,
            chunk.depth, blob.checksum, blob.bytes
        FROM wanted CROSS JOIN chunk LEFT JOIN blob ON blob.number = chunk.blob
        WHERE chunk.plane = wanted.plane AND chunk.block = wanted.block
            AND chunk.span = wanted.span AND chunk.sequence <= ?
            AND chunk.sequence >= coalesce(
                (
                    SELECT keyframe.sequence FROM chunk AS keyframe
                    WHERE keyframe.plane = wanted.plane AND keyframe.block = wanted.block
                        AND keyframe.span = wanted.span AND keyframe.sequence <= ?
                        AND keyframe.depth = 0
                    ORDER BY keyframe.sequence DESC LIMIT 1
                ),
                0
            )
        """

    private static func version(
        of key: ChunkKey,
        _ row: SQLRow,
        from first: Int
    ) throws -> ChunkVersion {
        ChunkVersion(
            key: key,
            sequence: try row.int(first),
            hash: try row.hash(first + 1),
            cellCount: try row.int(first + 2),
            columns: try row.present(UInt16(exactly: row.int(first + 3)), first + 3),
            depth: try row.int(first + 4)
        )
    }
}
