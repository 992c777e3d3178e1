internal import StatisticsModel

/// Where one part is counted: for each cube grids of rows × columns, the columns being periods.
///
/// Columns of all types of period stand in the order in which the periods end. So a person touches
/// neighbouring memory, and further months are further columns.
struct PartPlan: Sendable {
    /// Where the grids of a cube begin among all counts.
    struct Grids: Sendable {
        /// The rows of classes.
        let classStart: Int
        /// The rows of members, for persons of several classes; sums have none.
        let memberStart: Int
    }

    /// One for each type of period.
    let ledgers: [Ledger]
    /// How many columns a row has.
    let width: Int
    /// The grids of each cube.
    let grids: [Grids]

    /// Lays out a part that counts persons in periods of some types, and moves the end of all
    /// counts.
    init(
        personsBy types: [PeriodType],
        in months: Range<Int32>,
        of cubes: [CubePlan],
        after end: inout Int
    ) {
        (ledgers, width) = Ledger.ledgers(of: types, in: months)
        var grids: [Grids] = []
        for cube in cubes {
            let memberStart = end + cube.classRows * width
            grids.append(Grids(classStart: end, memberStart: memberStart))
            end = memberStart + cube.memberRows * width
        }
        self.grids = grids
    }

    /// Lays out a part that sums amounts by month, and moves the end of all sums.
    init(sumsIn months: Range<Int32>, of cubes: [CubePlan], after end: inout Int) {
        (ledgers, width) = Ledger.ledgers(of: [.month], in: months)
        var grids: [Grids] = []
        for cube in cubes {
            grids.append(Grids(classStart: end, memberStart: end))
            end += cube.classRows * width
        }
        self.grids = grids
    }
}

/// The columns of one type of period.
struct Ledger: Sendable {
    /// The type of period.
    let type: PeriodType
    /// The periods.
    let ordinals: Range<Int>
    /// The column of each period.
    let positions: [Int32]

    /// Returns the columns of some types of period, and how many there are together.
    static func ledgers(
        of types: [PeriodType],
        in months: Range<Int32>
    ) -> (ledgers: [Ledger], width: Int) {
        var positions = [[Int32]](repeating: [], count: types.count)
        var width = 0
        for month in months {
            for (place, type) in types.enumerated() {
                for _ in type.ordinals(within: months)
                    .clamped(to: type.ordinals(endingIn: month...month))
                {
                    positions[place].append(Int32(width))
                    width += 1
                }
            }
        }
        let ledgers = zip(types, positions)
            .map { type, positions in
                Ledger(type: type, ordinals: type.ordinals(within: months), positions: positions)
            }
        return (ledgers, width)
    }
}
