/// What the gate knows about a cell while it works on a period.
struct CellFlags: OptionSet, Sendable {
    let rawValue: UInt8

    /// Withheld.
    static let hidden = CellFlags(rawValue: 1)
    /// Must not be derivable.
    static let sensitive = CellFlags(rawValue: 2)
    /// Nobody knows it when it is withheld.
    static let unknown = CellFlags(rawValue: 4)
    /// Another indicator has decided.
    static let given = CellFlags(rawValue: 8)
    /// Others keep it uncertain.
    static let guarded = CellFlags(rawValue: 16)
    /// Was withheld in the snapshot before.
    static let wasHidden = CellFlags(rawValue: 32)
    /// Its content is not that of the snapshot before.
    static let changed = CellFlags(rawValue: 64)

    /// Whether the cell is a variable of the attack: withheld, unknown, and not decided elsewhere.
    @inline(__always)
    var isVariable: Bool { rawValue & 0b1101 == 0b0101 }

    /// Whether withholding the cell would make it a variable.
    @inline(__always)
    var isCandidate: Bool { rawValue & 0b1101 == 0b0100 }

    /// Whether the cell must be kept from being derived.
    @inline(__always)
    var isProtected: Bool {
        isVariable && contains(.sensitive) || rawValue & 0b1101 == 0b1101
    }
}
