internal import DisclosureControl
internal import StatisticsModel

/// What was published of one indicator, kept to find out what changes.
struct PublishedPeriods: Sendable {
    /// One period.
    struct Entry: Sendable {
        /// For each cell a fingerprint of its exact content, withheld or not.
        let contents: [UInt64]
        /// What is withheld.
        let pattern: ProtectedPattern
    }

    private var entries: [Period: Entry] = [:]

    subscript(period: Period) -> Entry? {
        get { entries[period] }
        set { entries[period] = newValue }
    }

    /// Returns what is withheld in some periods; `nil` when one of them has no figures.
    func hidden(in periods: [Period]) -> [CellMask]? {
        let masks = periods.compactMap { entries[$0]?.pattern.hidden }
        return masks.count == periods.count ? masks : nil
    }
}

/// Mixes numbers to a fingerprint of 64 bits.
///
/// Source: the finalizer of SplitMix64 (Steele, Lea and Flood 2014), applied after each number.
struct ContentFingerprint {
    private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

    @inline(__always)
    mutating func mix(_ number: Int64) {
        var word = value &+ UInt64(bitPattern: number) &+ 0x9E37_79B9_7F4A_7C15
        word = (word ^ word >> 30) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ word >> 27) &* 0x94D0_49BB_1331_11EB
        value = word ^ word >> 31
    }
}
