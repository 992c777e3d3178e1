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

    /// Whether it is time to hand bytes on; asked once a row, and so without waiting.
    var isFull: Bool { bytes.count >= Self.pieceBytes }

    /// Hands all bytes on, in pieces of at most twice the usual size.
    mutating func flush(_ write: Write) async throws {
        guard !bytes.isEmpty else { return }
        let all = bytes
        bytes.removeAll(keepingCapacity: true)
        guard all.count > 2 * Self.pieceBytes else {
            try await write(all)
            return
        }
        for start in stride(from: 0, to: all.count, by: Self.pieceBytes) {
            try await write(Array(all[start..<min(start + Self.pieceBytes, all.count)]))
        }
    }
}
