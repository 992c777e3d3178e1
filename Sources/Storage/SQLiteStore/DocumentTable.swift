internal import Foundation
internal import GRDB
internal import StatisticsModel

/// The statements about documents.
enum DocumentTable {
    /// The bytes of a document; no row when it is not there.
    static func bytes(of hash: ContentHash) -> SQLQuery<[UInt8]> {
        SQLQuery("SELECT bytes FROM document WHERE hash = ?", [Data(hash.bytes)]) { row in
            try row.bytes(0)
        }
    }

    /// Adds a document that may be there already.
    static func insert(_ bytes: [UInt8], hash: ContentHash) -> SQLCommand {
        SQLCommand(
            "INSERT INTO document(hash, bytes) VALUES (?, ?) ON CONFLICT(hash) DO NOTHING",
            [Data(hash.bytes), Data(bytes)]
        )
    }
}
