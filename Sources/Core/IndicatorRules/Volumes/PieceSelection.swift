internal import Databank
internal import Registers

/// Which pieces of a calendar count.
struct PieceSelection: Sendable {
    /// The benefits that count in any case.
    let always: BenefitSet
    /// The benefits that count for persons of some target groups, as social assistance.
    let inGroups: BenefitSet
    /// Those target groups.
    let groups: UInt32

    /// Selects benefits, whatever the target group.
    init(_ benefits: BenefitSet) {
        always = benefits
        inGroups = []
        groups = 0
    }

    /// Selects the gross unemployed: the insured, and those on social assistance who are ready for
    /// a job.
    ///
    /// Source: seeds/catalogue/README.md, "Rules of the statistics", rule 11, and "Benefits".
    init(unemployedBy settings: RuleSettings) {
        always = settings.insuredBenefits
        inGroups = settings.assistance
        groups = settings.jobReadyGroups
    }

    /// All benefits of which pieces can count.
    var benefits: BenefitSet { always.union(inGroups) }

    /// Returns whether a piece counts.
    @inline(__always)
    func contains(_ piece: BenefitPiece) -> Bool {
        if always.holds(piece.benefit) { return true }
        return inGroups.holds(piece.benefit) && groups.hasBit(piece.targetGroup)
    }

    /// Returns the benefit as which a piece counts.
    @inline(__always)
    func benefit(of piece: BenefitPiece) -> Benefit {
        inGroups.holds(piece.benefit) ? .socialAssistance : piece.benefit
    }
}

extension BenefitSet {
    /// Whether a benefit is in the set, for inner loops: it is inlined in this module.
    @inline(__always)
    func holds(_ benefit: Benefit) -> Bool { rawValue >> UInt32(benefit.rawValue) & 1 == 1 }
}

extension UInt32 {
    /// Whether the bit of a place in a list is set; -1 stands for none.
    @inline(__always)
    func hasBit(_ place: Int16) -> Bool { place >= 0 && self >> UInt32(place) & 1 == 1 }
}
