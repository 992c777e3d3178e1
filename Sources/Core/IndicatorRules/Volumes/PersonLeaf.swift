internal import Databank
internal import Registers
internal import Tallies

/// By which properties of a piece contributions are told apart, beside area, gender and origin.
struct PieceFacets: OptionSet, Sendable {
    let rawValue: UInt8

    static let fund = PieceFacets(rawValue: 1)
    static let targetGroup = PieceFacets(rawValue: 2)
    static let benefit = PieceFacets(rawValue: 4)
}

/// Makes the leaves of a person's contributions.
struct PersonLeaf {
    /// The leaf with what never changes.
    let base: Leaf

    /// Takes gender and origin; without a record the origin is unknown.
    @inline(__always)
    init(of person: borrowing PersonCalendar) {
        var leaf = Leaf()
        leaf[.gender] = person.facts.person?.gender ?? -1
        leaf[.origin] = person.facts.person?.origin ?? Self.unknownOrigin
        base = leaf
    }

    /// The place of `UNK` in the list of origins.
    private static let unknownOrigin: Int16 = 5

    /// Returns the leaf of a piece.
    @inline(__always)
    func leaf(of piece: BenefitPiece, as benefit: Benefit, by facets: PieceFacets) -> Leaf {
        var leaf = base
        leaf[.area] = piece.municipality
        if facets.contains(.fund) { leaf[.fund] = piece.fund }
        if facets.contains(.targetGroup) { leaf[.targetGroup] = piece.targetGroup }
        if facets.contains(.benefit) { leaf[.benefit] = Int16(benefit.rawValue) }
        return leaf
    }
}
