/// What a verification read, and what it found.
public struct VerificationReport: Sendable, Equatable {
    /// How many snapshots were read whole.
    public let snapshots: Int
    /// How many documents were found right.
    public let documents: Int
    /// How many planes were compared, each once in every snapshot.
    public let planes: Int
    /// How many versions of chunks were decoded and found right.
    public let chunks: Int
    /// Everything that is not what was written; empty when the store is intact.
    public let damages: [SnapshotDamage]

    init(snapshots: Int, _ inspection: SnapshotInspection) {
        self.snapshots = snapshots
        documents = inspection.documentCount
        planes = inspection.planeCount
        chunks = inspection.chunkCount
        damages = inspection.damages
    }

    /// Whether everything is what was written.
    public var isIntact: Bool { damages.isEmpty }
}
