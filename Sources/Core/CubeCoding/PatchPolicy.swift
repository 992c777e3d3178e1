/// When a new version of a chunk is stored as a keyframe, and when as a patch.
///
/// Short chains keep every version quick to read, however old it is.
public enum PatchPolicy {
    /// How many patches may follow a keyframe.
    static let deepest = 8

    /// Encodes a new version: as a patch while the chain is short and the patch is smaller than
    /// seven tenths of the keyframe, else as a keyframe.
    ///
    /// - Parameters:
    ///   - current: The new version.
    ///   - previous: The version before it, of the same shape; `nil` when there is none.
    ///   - depth: How many patches stand between the version before and its keyframe.
    /// - Returns: The bytes, and how many patches now stand behind the keyframe; 0 for a keyframe.
    /// - Complexity: O(*n*) in the number of cells.
    public static func encoding(
        of current: Chunk,
        after previous: Chunk?,
        depth: Int
    ) -> (bytes: [UInt8], depth: Int) {
        guard let previous, depth < deepest else { return (ChunkCodec.keyframe(of: current), 0) }
        let patch = ChunkCodec.patch(from: previous, to: current)
        // Most keyframes are far larger than the patch, which is known after a part of them.
        if let keyframe = KeyframeCoding.bytes(of: current, limit: patch.count * 10 / 7) {
            return (keyframe, 0)
        }
        return (patch, depth + 1)
    }
}
