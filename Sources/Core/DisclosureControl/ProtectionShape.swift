public import StatisticsModel

/// How the cells of one indicator add up, for any one period: made once, used for every period.
///
/// A *cell* is a figure whichever cubes hold it; cells are numbered by the first cube that holds
/// them, in row order. Rows are those of the cubes' planes: `area` most significant, then the
/// indicator's dimensions in order.
public struct ProtectionShape: Sendable {
    /// The indicator.
    public let indicator: Code<Indicator>
    /// How many different cells a period has.
    public let cellCount: Int
    /// For each cube and row, the cell; -1 where the cube holds none.
    public let cells: [[Int32]]
    /// For each cell, the first cube that holds it.
    public let firstCubes: [UInt8]
    /// Where each equation begins in `equationCells`; one more at the end.
    public let equationStarts: [Int32]
    /// The cells of the equations: the total, then its parts.
    public let equationCells: [Int32]

    /// The tables, each after those that hold its margins.
    let tables: [ProtectionTable]
    /// Cells whose group cuts through another group; they are always withheld.
    let crossing: [Int32]
    /// Changes that no equation notices.
    let moves: PersonMoves

    /// Works out the shape of an indicator.
    ///
    /// Areas that are not in force on `date` have no cells. Every dimension has a total.
    ///
    /// - Parameters:
    ///   - indicator: The indicator.
    ///   - catalogue: The catalogue that holds it.
    ///   - date: A day of the newest month; all periods stand on the areas of that day.
    /// - Complexity: O(*n* log *n*) in the number of cells.
    public init(of indicator: Indicator, in catalogue: Catalogue, on date: CivilDate) {
        var assembly = ShapeAssembly(of: indicator, in: catalogue, on: date)
        assembly.assemble()
        self.indicator = indicator.id
        cellCount = assembly.cellCount
        cells = assembly.cells
        firstCubes = assembly.firstCubes
        equationStarts = assembly.equationStarts
        equationCells = assembly.equationCells
        tables = assembly.tables
        crossing = assembly.crossing
        moves = assembly.moves
    }

    /// Brings rows of the cubes together into cells.
    ///
    /// - Parameter rows: For each cube and row, the number of persons; -1 where there is no figure.
    /// - Returns: For each cell, what the first cube says that holds it.
    public func counts(fromRows rows: [[Int32]]) -> [Int32] {
        var counts = [Int32](repeating: -1, count: cellCount)
        for (cube, cubeRows) in rows.enumerated() {
            for (row, cell) in cells[cube].enumerated()
            where cell >= 0 && Int(firstCubes[Int(cell)]) == cube {
                counts[Int(cell)] = cubeRows[row]
            }
        }
        return counts
    }

    /// How many equations there are.
    public var equationCount: Int { equationStarts.count - 1 }
}
