/// Which cells of one indicator and period are withheld; the gate's memory between snapshots.
public struct ProtectedPattern: Sendable, Equatable {
    /// The withheld cells, primary and complementary alike.
    public internal(set) var hidden: CellMask
    /// Withheld cells that others keep uncertain for as long as these positions stay withheld.
    public internal(set) var guarded: CellMask

    /// Makes a pattern from what was stored.
    ///
    /// - Parameters:
    ///   - hidden: The withheld cells.
    ///   - guarded: Those among them that others keep uncertain.
    public init(hidden: CellMask, guarded: CellMask) {
        self.hidden = hidden
        self.guarded = guarded
    }
}

/// What is known about one indicator and period before its cells are protected.
public struct ProtectionInput: Sendable {
    /// For each cell, how many persons contribute; -1 where there is no figure.
    public var counts: [Int32]
    /// Cells that are zero by rule, published as 0: benefit not in force, impossible age.
    public var structural: CellMask?
    /// Cells to withhold for a reason of their own, and to keep from being derived.
    public var forced: CellMask?
    /// Cells that are withheld whatever they hold, and may be derived unless they are small.
    public var withheld: CellMask?
    /// Cells that other figures reveal, so that withholding them protects nothing.
    public var exposed: CellMask?
    /// Cells that another indicator holds as well and has already settled.
    public var given: GivenPattern?
    /// The pattern of the snapshot before; `nil` when the period is new.
    public var previous: ProtectedPattern?
    /// Cells whose register content is not that of the snapshot before; ignored without one.
    public var changed: CellMask?

    /// Makes an input of counts alone.
    ///
    /// - Parameter counts: For each cell, how many persons contribute; -1 where there is no figure.
    public init(counts: [Int32]) { self.counts = counts }
}

/// Equal cells of another indicator, and what was decided about them there.
///
/// The other indicator is protected first. A pair such as `ptv_a02` at one benefit and that
/// benefit's own volume hold equal figures: what is withheld in one must be withheld in both.
public struct GivenPattern: Sendable, Equatable {
    /// The cells of this shape that the other indicator holds too.
    public let cells: CellMask
    /// Those among them that are withheld.
    public let hidden: CellMask

    /// Reads the pattern of equal cells from another indicator's pattern.
    ///
    /// - Parameters:
    ///   - links: Pairs of a cell of this shape and the equal cell of the other.
    ///   - pattern: The other indicator's pattern for the same period.
    ///   - cellCount: How many cells this shape has.
    public init(
        links: [(cell: Int32, other: Int32)],
        pattern: ProtectedPattern,
        cellCount: Int
    ) {
        var cells = CellMask(count: cellCount)
        var hidden = CellMask(count: cellCount)
        for link in links {
            cells[Int(link.cell)] = true
            hidden[Int(link.cell)] = pattern.hidden[Int(link.other)]
        }
        self.cells = cells
        self.hidden = hidden
    }
}
