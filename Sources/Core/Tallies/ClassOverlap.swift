/// Finds the cells of members that several classes reach, each once.
///
/// The memory is used again from person to person.
struct ClassOverlap: Sendable {
    /// The rows of classes, ascending, each once.
    private(set) var rows: [Int] = []
    /// The cells that a later row reaches, and no earlier one.
    private(set) var furtherCells: [Int32] = []

    private var reached: [Int32] = []
    private var merged: [Int32] = []

    /// Forgets the rows.
    mutating func removeAll() {
        rows.removeAll(keepingCapacity: true)
    }

    /// Inserts a row unless it is there.
    mutating func insert(_ row: Int) {
        // Ascending order makes counts depend on what was added, not on the order of adding.
        var place = rows.count
        while place > 0, rows[place - 1] >= row {
            if rows[place - 1] == row { return }
            place -= 1
        }
        rows.insert(row, at: place)
    }

    /// Fills `furtherCells`.
    mutating func findFurtherCells(in cube: CubePlan) {
        furtherCells.removeAll(keepingCapacity: true)
        reached.removeAll(keepingCapacity: true)
        reached.append(contentsOf: cube.cells(ofClassRow: rows[0]))
        for row in rows.dropFirst() { merge(cube.cells(ofClassRow: row)) }
    }

    /// Merges ascending cells into those reached, and notes the new ones.
    private mutating func merge(_ cells: ArraySlice<Int32>) {
        merged.removeAll(keepingCapacity: true)
        var old = 0
        for cell in cells {
            while old < reached.count, reached[old] < cell {
                merged.append(reached[old])
                old += 1
            }
            if old == reached.count || reached[old] != cell {
                merged.append(cell)
                furtherCells.append(cell)
            }
        }
        merged.append(contentsOf: reached[old...])
        swap(&reached, &merged)
    }
}
