public import StatisticsModel

extension Snapshot {
    /// A record in which only what a test is about needs to be said.
    ///
    /// The id is the day of release, 2026-01-20 for the first and a month of 28 days later for each
    /// one after it, at 07:00 UTC; it was written an hour before.
    ///
    /// - Parameters:
    ///   - sequence: The place, from 1.
    ///   - state: The state; `.withdrawn` needs a withdrawal.
    ///   - root: The root; a fixed hash unless said.
    ///   - chain: The chain's hash; a fixed hash unless said.
    ///   - changes: The counts of changed cells.
    ///   - withdrawal: Why it was taken back.
    /// - Returns: The record.
    public static func sample(
        sequence: Int,
        state: State = .scheduled,
        root: ContentHash = .filled(with: 0xA0),
        chain: ContentHash = .filled(with: 0xC0),
        changes: ChangeCounts = ChangeCounts(),
        withdrawal: Withdrawal? = nil
    ) -> Snapshot {
        let day = CivilDate(daysSinceEpoch: 20_473).adding(days: 28 * (sequence - 1))
        let release = Instant(secondsSinceEpoch: day.daysSinceEpoch * 86_400 + 7 * 3_600)
        return Snapshot(
            id: SnapshotID(date: day),
            sequence: sequence,
            state: state,
            releaseAt: release,
            recordedAt: release.adding(seconds: -3_600),
            dataMonth: Period(type: .month, ordinal: 2_025 * 12 + 10 + sequence),
            root: root,
            chain: chain,
            origin: SnapshotOrigin(
                source: "jobindsats-api",
                sender: "agency",
                reason: "routine",
                cutAt: sequence.isMultiple(of: 2) ? release.adding(seconds: -86_400) : nil,
                delivery: .filled(with: UInt8(truncatingIfNeeded: sequence)),
                changedIndicators: [Code("y01a02"), Code("y25i01")],
                changes: changes
            ),
            notes: [BilingualText(danish: "Udgivelse \(sequence)", english: nil)],
            withdrawal: withdrawal
        )
    }
}

extension ContentHash {
    /// A hash whose bytes are all the same.
    public static func filled(with byte: UInt8) -> ContentHash {
        guard let hash = ContentHash(bytes: [UInt8](repeating: byte, count: 32)) else {
            preconditionFailure("a hash has 32 bytes")
        }
        return hash
    }
}
