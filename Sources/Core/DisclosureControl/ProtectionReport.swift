/// What protection cost, by cube; each cell counts in the first cube that holds it.
public struct ProtectionReport: Sendable, Equatable {
    /// The cost in one cube.
    public struct Cost: Sendable, Equatable {
        /// Cells with a figure.
        public var cells = 0
        /// Withheld zeros.
        public var zeros = 0
        /// Withheld cells of one or two persons.
        public var primary = 0
        /// Cells withheld so that others can't be derived.
        public var complementary = 0
        /// Complementary cells that were withheld in the snapshot before.
        public var retained = 0

        /// Makes an empty count.
        public init() {}

        /// The share of cells with persons that are withheld though three or more persons count.
        public var complementaryShare: Double {
            cells > zeros ? Double(complementary) / Double(cells - zeros) : 0
        }

        /// Adds another count.
        public mutating func add(_ other: Cost) {
            cells += other.cells
            zeros += other.zeros
            primary += other.primary
            complementary += other.complementary
            retained += other.retained
        }
    }

    /// The cost in each cube, in the indicator's order.
    public internal(set) var cubes: [Cost]
    /// How many breakdowns of an area, or tables, were withheld as a whole.
    public internal(set) var wholeBreakdowns = 0
    /// How many sensitive cells can't be protected, because an earlier snapshot or other figures
    /// reveal them.
    public internal(set) var exposedCells = 0

    /// Makes an empty report.
    ///
    /// - Parameter cubeCount: How many cubes the indicator has.
    public init(cubeCount: Int) { cubes = [Cost](repeating: Cost(), count: cubeCount) }

    /// Adds another period's cost.
    public mutating func add(_ other: ProtectionReport) {
        for cube in cubes.indices { cubes[cube].add(other.cubes[cube]) }
        wholeBreakdowns += other.wholeBreakdowns
        exposedCells += other.exposedCells
    }
}
