import Foundation
import Testing

/// A file that an answer must equal, byte by byte.
///
/// `RECORD=1` writes the files instead; what is written has to be read before it is kept.
struct GoldenFile {
    let name: String

    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Golden")
    private static let isWriting = ProcessInfo.processInfo.environment["RECORD"] == "1"

    /// Compares an answer with the file.
    func expect(_ answer: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let file = Self.folder.appendingPathComponent(name)
        if Self.isWriting { try Data(answer.utf8).write(to: file) }
        let golden = try String(decoding: Data(contentsOf: file), as: UTF8.self)
        #expect(answer == golden, "\(name) is another", sourceLocation: sourceLocation)
    }
}
