public import StatisticsModel

/// The hash chain over releases, by which anyone can tell that history was not rewritten.
public enum ReleaseChain {
    /// Returns the chain's hash after a release.
    ///
    /// It is the SHA-256 of the line
    /// `release-chain 1 <previous> <sequence> <id> <root> <releaseAt>`, without a line feed; the
    /// first release has 64 zeros for `<previous>`, and the instant is in UTC.
    ///
    /// - Parameters:
    ///   - previous: The chain's hash before it; `nil` for the first release.
    ///   - sequence: The release's place, from 1.
    ///   - id: Its id.
    ///   - root: The hash of its manifest.
    ///   - releaseAt: When it becomes public.
    /// - Returns: The hash, which is `previous` for the next release.
    public static func hash(
        after previous: ContentHash?,
        sequence: Int,
        id: SnapshotID,
        root: ContentHash,
        releaseAt: Instant
    ) -> ContentHash {
        let before = previous.map(\.description) ?? String(repeating: "0", count: 64)
        let line = "release-chain 1 \(before) \(sequence) \(id) \(root) \(releaseAt)"
        return ContentHash(sha256: Array(line.utf8))
    }
}
