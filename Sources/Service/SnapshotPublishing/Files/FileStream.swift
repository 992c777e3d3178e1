internal import CubeCoding
internal import Foundation
internal import StatisticsModel

/// Reads a file piece by piece, so that its size doesn't matter, and hashes what it reads.
final class FileStream {
    /// Why a file can't be read.
    struct Failure: Error {
        let cause: String
    }

    private static let pieceBytes = 1 << 20
    private let handle: FileHandle
    private var hasher = ContentHasher()

    init(path: String) throws(Failure) {
        do {
            handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: path))
        } catch {
            throw Failure(cause: String(describing: error))
        }
    }

    deinit { handle.closeFile() }

    /// Returns the next piece; an empty one at the end.
    func next() throws(Failure) -> [UInt8] {
        do {
            guard let data = try handle.read(upToCount: Self.pieceBytes) else { return [] }
            let piece = [UInt8](data)
            hasher.update(piece)
            return piece
        } catch {
            throw Failure(cause: String(describing: error))
        }
    }

    /// Returns the hash of all that was read; to be called once, at the end.
    func hash() -> ContentHash { hasher.finalize() }

    /// Reads a whole small file.
    static func contents(ofPath path: String) throws(Failure) -> [UInt8] {
        let stream = try FileStream(path: path)
        var bytes: [UInt8] = []
        while true {
            let piece = try stream.next()
            guard !piece.isEmpty else { return bytes }
            bytes += piece
        }
    }
}
