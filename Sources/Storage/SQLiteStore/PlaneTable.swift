internal import CubeCoding
internal import GRDB

/// The statements about planes, which chunks name by a small number.
enum PlaneTable {
    /// The number of a plane; no row when it has none.
    static func number(of plane: PlaneKey) -> SQLQuery<Int> {
        SQLQuery("SELECT number FROM plane WHERE key = ?", [plane.description]) { try $0.int(0) }
    }

    /// The plane of a number.
    static func plane(numbered number: Int) -> SQLQuery<PlaneKey> {
        SQLQuery("SELECT key FROM plane WHERE number = ?", [number]) { row in
            try row.present(PlaneKey(parsing: row.text(0)), 0)
        }
    }

    /// Gives a plane the next number.
    static func insert(_ plane: PlaneKey) -> SQLCommand {
        SQLCommand("INSERT INTO plane(key) VALUES (?)", [plane.description])
    }
}
