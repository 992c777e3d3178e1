/// What months, quarters and years of one indicator tell about each other.
///
/// Full-time persons of a quarter are the mean of its months, and of a year the mean of its
/// quarters. Persons are distinct and give no such equation, but every measure of a row follows
/// their pattern. So a coarse cell is withheld where it would leave one unknown finer one, and it
/// protects nothing in its own table where finer cells reveal it. Months are protected first, then
/// quarters, then years and moving years, each with the `forced` and `exposed` cells found here.
///
/// Covered: one unknown of an equation in a quarter of three months, a year of quarters and
/// months, a moving year of four quarters. Not covered: an unknown that follows only from several
/// such equations together with those of its tables.
public enum PeriodEquations {
    /// Returns what the months of a quarter ask of it.
    ///
    /// - Parameter months: The withheld cells of its three months.
    /// - Returns: Cells to withhold in the quarter, and cells that the months reveal.
    public static func quarter(
        ofMonths months: [CellMask]
    ) -> (forced: CellMask, exposed: CellMask) {
        split(months[0].count) { cell in months.count { $0[cell] } }
    }

    /// Returns what the quarters and months of a year ask of it.
    ///
    /// - Parameters:
    ///   - quarters: The withheld cells of its four quarters.
    ///   - months: The withheld cells of its twelve months.
    /// - Returns: Cells to withhold in the year, and cells that the others reveal.
    public static func year(
        ofQuarters quarters: [CellMask],
        months: [CellMask]
    ) -> (forced: CellMask, exposed: CellMask) {
        split(quarters[0].count) { cell in
            quarters.indices.reduce(0) { sum, quarter in
                guard quarters[quarter][cell] else { return sum }
                return sum + months[quarter * 3..<quarter * 3 + 3].count { $0[cell] }
            }
        }
    }

    /// Returns what its quarters ask of a moving year.
    ///
    /// Two moving years in a row differ by two quarters, so one is withheld wherever a quarter is.
    ///
    /// - Parameter quarters: The withheld cells of its four quarters.
    /// - Returns: Cells to withhold in the moving year, and cells that the quarters reveal.
    public static func movingYear(
        ofQuarters quarters: [CellMask]
    ) -> (forced: CellMask, exposed: CellMask) {
        split(quarters[0].count) { cell in quarters.contains { $0[cell] } ? 1 : 0 }
    }

    private static func split(
        _ count: Int,
        unknowns: (Int) -> Int
    ) -> (forced: CellMask, exposed: CellMask) {
        var forced = CellMask(count: count)
        var exposed = CellMask(count: count)
        for cell in 0..<count {
            switch unknowns(cell) {
            case 0: exposed[cell] = true
            case 1: forced[cell] = true
            default: break
            }
        }
        return (forced, exposed)
    }
}
