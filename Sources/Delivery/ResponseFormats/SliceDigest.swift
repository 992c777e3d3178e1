internal import Crypto
public import StatisticsModel
public import StatisticsService

/// What is known about a slice once it has been walked.
public struct SliceSummary: Sendable, Equatable {
    /// The SHA-256 of the slice's canonical CSV.
    public let digest: ContentHash
    /// How many rows it has.
    public let rowCount: Int
    /// How many bytes its canonical CSV has.
    public let byteCount: Int
}

/// The fingerprint of a slice: equal in every format, and anyone can check it with `sha256sum`.
///
/// It is the SHA-256 of the canonical CSV, which is the answer with `format=csv&labels=none`.
public enum SliceDigest {
    /// Walks a slice and computes its digest.
    ///
    /// - Parameter slice: The slice.
    /// - Returns: The digest, and how large the slice is.
    /// - Throws: `ServiceError` when a chunk of the slice can't be read.
    /// - Complexity: O(*n*) in the number of cells; memory for one batch of rows.
    public static func summary(of slice: Slice) async throws(ServiceError) -> SliceSummary {
        let format = CSVFormat(slice, AnswerForm(format: .csv, labels: .none), .international)
        var hasher = SHA256()
        var bytes: [UInt8] = []
        var (rows, count) = (0, 0)
        format.appendHeader(to: &bytes)
        var cursor = slice.rows()
        while let batch = try await cursor.next() {
            format.append(batch, to: &bytes)
            hasher.update(data: bytes)
            rows += batch.count
            count += bytes.count
            bytes.removeAll(keepingCapacity: true)
        }
        hasher.update(data: bytes)
        count += bytes.count
        guard let digest = ContentHash(bytes: Array(hasher.finalize())) else {
            preconditionFailure("a SHA-256 has 32 bytes")
        }
        return SliceSummary(digest: digest, rowCount: rows, byteCount: count)
    }
}
