/// Collects bytes and hands them on in pieces, so that memory stays bounded.
struct ByteSink {
    /// Takes a piece; it waits until the reader has room.
    typealias Write = @concurrent ([UInt8]) async throws -> Void

    private static let pieceBytes = 32 << 10

    /// What has not been handed on yet.
    var bytes: [UInt8] = []

    init() {
        bytes.reserveCapacity(Self.pieceBytes + 4_096)
    }

    /// Hands the bytes on when there are enough of them.
    mutating func passOn(_ write: Write) async throws {
        guard bytes.count >= Self.pieceBytes else { return }
        try await flush(write)
    }

    /// Hands all bytes on.
    mutating func flush(_ write: Write) async throws {
        guard !bytes.isEmpty else { return }
        let piece = bytes
        bytes.removeAll(keepingCapacity: true)
        try await write(piece)
    }
}
