public import Registers

/// Why the databank can't be used.
///
/// No message has anything of a person in it.
public enum DatabankError: Error, Sendable, Equatable {
    /// The file is something else, or of a format that this program doesn't know.
    case unsupportedFormat(cause: String)
    /// Others than the owner may read the file.
    case notPrivate(path: String)
    /// Another process writes.
    case locked
    /// The key is not the one by which the databank's pseudonyms were made.
    case wrongKey
    /// There is no room left; nothing was changed.
    case full
    /// Stored bytes are not what was written.
    case damaged(delivery: Int, kind: RecordKind, bucket: Int)
    /// The file can't be read or written.
    case unavailable(cause: String)
}

extension DatabankError: CustomStringConvertible {
    /// The error in a sentence for the operator.
    public var description: String {
        switch self {
        case .unsupportedFormat(let cause): "the file is no databank: \(cause)"
        case .notPrivate(let path):
            "others may read the databank \(path): run chmod 600 on it"
        case .locked: "another process writes to the databank"
        case .wrongKey: "the key is not the one that this databank was made with"
        case .full: "there is no room left; nothing was changed"
        case .damaged(let delivery, let kind, let bucket):
            "records of delivery \(delivery) are damaged: \(kind.rawValue), bucket \(bucket)"
        case .unavailable(let cause): "the databank can't be used: \(cause)"
        }
    }
}
