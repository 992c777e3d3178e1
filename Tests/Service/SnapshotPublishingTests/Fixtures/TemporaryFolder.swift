import Foundation

/// A folder of files that is gone when nobody holds it any more.
final class TemporaryFolder: Sendable {
    let path: String

    init(_ files: [String: [UInt8]]) throws {
        let home = FileManager.default.temporaryDirectory
        path = home.appendingPathComponent("publishing-\(UUID().uuidString)").path
        for (name, bytes) in files {
            let url = URL(fileURLWithPath: path + "/" + name)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(),
                withIntermediateDirectories: true
            )
            try Data(bytes).write(to: url)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
