/// Why a cell has its value, or has none.
///
/// The raw value is the status byte of the file format.
public enum CellStatus: UInt8, Sendable, CaseIterable {
    /// The cell holds a number.
    case value = 0
    /// Withheld, since it would tell about too few persons.
    case suppressed = 1
    /// Not known, or not delivered.
    case notAvailable = 2
    /// Meaningless for this combination of members.
    case notApplicable = 3
    /// Taken away by law after it had been published.
    case redacted = 4
    /// There is no such cell: no row is shown for it.
    case absent = 255

    /// The word that the API uses: `value`, `suppressed`, `notAvailable`, `notApplicable`,
    /// `redacted`, `absent`.
    public var word: StaticString {
        switch self {
        case .value: "value"
        case .suppressed: "suppressed"
        case .notAvailable: "notAvailable"
        case .notApplicable: "notApplicable"
        case .redacted: "redacted"
        case .absent: "absent"
        }
    }
}

/// A published figure: a scaled integer in the measure's decimals, and its status.
public struct Cell: Hashable, Sendable {
    /// The value times ten to the measure's decimals; 0 unless the status is `.value`.
    public let scaled: Int64
    /// Why the cell has its value, or has none.
    public let status: CellStatus

    /// A cell that holds a number.
    public init(scaled: Int64) {
        self.scaled = scaled
        status = .value
    }

    /// A cell without a number; the status must not be `.value`.
    public init(without status: CellStatus) {
        precondition(status != .value, "a cell with the status value needs a number")
        scaled = 0
        self.status = status
    }

    /// No cell.
    public static let absent = Cell(without: .absent)
    /// A withheld cell.
    public static let suppressed = Cell(without: .suppressed)
}
