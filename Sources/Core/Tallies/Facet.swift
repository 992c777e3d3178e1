/// A property by which contributions are told apart; each dimension of the catalogue reads one.
public enum Facet: Int, Sendable, CaseIterable {
    /// A municipality's number; 0 where it is unknown. Dimension `area`.
    case area
    /// A benefit's raw value, or 100 for wage employment. Dimension `benefitGroup`.
    case benefit
    /// A place in the list of funds; -1 for none. Dimension `akasse`.
    case fund
    /// 0 women, 1 men. Dimension `gender`.
    case gender
    /// Whole years. Dimensions `age`, `ageEft`, `ageBroad`. -1: filled in by the tally, as the age
    /// on the last day of the period.
    case age
    /// A place in the list of origins. Dimension `origin`.
    case origin
    /// A place in the list of target groups; -1 counts as unknown, `UOP`. Dimension `visitation`.
    case targetGroup
    /// A place in the list of offers. Dimension `activationType`.
    case offer
    /// Kind of interview × 4 + form. Dimension `contactType`.
    case contact
    /// A place in `elapsedBands`. Dimension `durationElapsed`.
    case elapsed
    /// A place in `endedBands`. Dimension `durationEnded`.
    case ended
    /// A place in `statuses`. Dimension `statusAfter`.
    case status
    /// A place in the list of sanctions. Dimension `sanctionType`.
    case sanction
    /// A place in the list of industries. Dimension `industry`.
    case industry

    /// The members of `durationElapsed` in the order of the facet's values: time so far, then
    /// consumption of the benefit period.
    public static let elapsedBands = [
        "D0-1.5", "D1.5-3", "D3-6", "D6-9", "D9-12", "D12-",
        "C0-3", "C3-6", "C6-12", "C12-18", "C18-",
    ]
    /// The members of `durationEnded` in the order of the facet's values.
    public static let endedBands = [
        "W0-1", "W2-4", "W5-13", "W14-26", "W27-39", "W40-52", "W53-",
    ]
    /// The members of `statusAfter` in the order of the facet's values.
    public static let statuses = [
        "LON", "UDD", "SELV", "DP", "KTH", "SDP", "JAF", "REV", "RES", "LY", "FLX", "BAR", "PENS",
        "EFT", "FP", "AND",
    ]
}

/// One value for each facet, in 32 bytes; -1 where a facet doesn't apply.
public struct Leaf: Sendable, Hashable {
    @usableFromInline
    var values = SIMD16<Int16>(repeating: -1)

    /// Makes a leaf to which no facet applies.
    @inlinable
    public init() {}

    /// The value of a facet.
    @inlinable
    public subscript(facet: Facet) -> Int16 {
        get { values[facet.rawValue] }
        set { values[facet.rawValue] = newValue }
    }

    /// Whether two leaves have the same values.
    @inlinable
    public static func == (left: Leaf, right: Leaf) -> Bool {
        // Rules and tallies compare leaves all the time: eight bytes at once, not facet by facet.
        let left = unsafeBitCast(left.values, to: SIMD4<UInt64>.self)
        let right = unsafeBitCast(right.values, to: SIMD4<UInt64>.self)
        return (left[0] ^ right[0]) | (left[1] ^ right[1]) | (left[2] ^ right[2])
            | (left[3] ^ right[3]) == 0
    }
}
