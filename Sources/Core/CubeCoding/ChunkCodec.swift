/// Cells to bytes and back: file format 1, codec 0.
///
/// A chunk is stored as a keyframe, which stands for itself, or as a patch on the version before.
/// Either begins with three bytes: the format, the codec and the kind. The same cells always give
/// the same bytes, but a chunk is known by the hash of its cells (`ChunkHash`), never of its bytes,
/// so that another codec or another choice of keyframes leaves all roots as they are.
///
/// Decoding trusts nothing: any bytes give a chunk of the wanted shape or an error.
public enum ChunkCodec {
    static let format: UInt8 = 1
    static let codec: UInt8 = 0

    /// What a blob's third byte tells.
    enum Kind: UInt8 {
        case keyframe = 0
        case patch = 1
    }

    /// Encodes a chunk without reference to another.
    ///
    /// - Parameter chunk: The chunk.
    /// - Returns: The keyframe; a few bytes when the chunk has few cells.
    /// - Complexity: O(*n*) in the number of cells.
    public static func keyframe(of chunk: Chunk) -> [UInt8] {
        KeyframeCoding.bytes(of: chunk)
    }

    /// Encodes what differs between two versions of a chunk.
    ///
    /// - Parameters:
    ///   - previous: The version that the patch will be applied to.
    ///   - current: The version that it leads to; of the same shape.
    /// - Returns: The patch, which grows with the number of cells that differ.
    /// - Complexity: O(*n*) in the number of cells.
    public static func patch(from previous: Chunk, to current: Chunk) -> [UInt8] {
        PatchCoding.bytes(from: previous, to: current)
    }

    /// Decodes a keyframe and the patches after it.
    ///
    /// - Parameters:
    ///   - keyframe: The keyframe's bytes; whether they are intact is for `ChunkChecksum` to say.
    ///   - patches: The patches, oldest first.
    ///   - rows: The rows that the layout gives the chunk.
    ///   - columns: The columns that the period type gives the chunk, 1–16.
    /// - Returns: The newest version.
    /// - Throws: `ChunkError.malformed` when the bytes are no encoding of such a chunk.
    /// - Complexity: O(*n*) in the number of cells and the bytes of the patches.
    public static func chunk(
        decoding keyframe: [UInt8],
        patches: [[UInt8]],
        rows: Int,
        columns: Int
    ) throws(ChunkError) -> Chunk {
        var chunk = Chunk(rows: rows, columns: columns)
        try KeyframeCoding.decode(keyframe, into: &chunk)
        for patch in patches {
            try PatchCoding.apply(patch, to: &chunk)
        }
        return chunk
    }

    /// Returns the first bytes of a blob.
    static func header(_ kind: Kind) -> [UInt8] { [format, codec, kind.rawValue] }

    /// Reads the first bytes of a blob.
    ///
    /// - Throws: `ChunkError.malformed` when they are of another format, codec or kind.
    static func readHeader(
        _ kind: Kind,
        from reader: inout ByteReader
    ) throws(ChunkError) {
        guard try reader.byte() == format else { throw .malformed("an unknown format") }
        guard try reader.byte() == codec else { throw .malformed("an unknown codec") }
        guard try reader.byte() == kind.rawValue else { throw .malformed("no \(kind)") }
    }

    /// Reads a mask of columns.
    ///
    /// - Throws: `ChunkError.malformed` when it names a column that the chunk doesn't have.
    static func readMask(
        columns: Int,
        from reader: inout ByteReader
    ) throws(ChunkError) -> UInt16 {
        let mask = try reader.varint()
        guard mask >> UInt64(columns) == 0 else { throw .malformed("a column too many") }
        return UInt16(truncatingIfNeeded: mask)
    }
}

extension UInt16 {
    /// Whether the bit of a column is set.
    @inline(__always)
    func has(_ column: Int) -> Bool { self >> UInt16(truncatingIfNeeded: column) & 1 != 0 }

    /// The columns whose bits are set, in order.
    var columns: [Int] { (0..<16).filter(has) }
}
