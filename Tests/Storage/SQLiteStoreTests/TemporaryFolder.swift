import Foundation

/// A folder that goes with the object.
final class TemporaryFolder: Sendable {
    /// The folder's path.
    let path: String

    /// Makes an empty folder.
    init() throws {
        let url = FileManager.default.temporaryDirectory
            .appendingPathComponent("snapshots-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        // A folder left behind is for the system to clear.
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Returns the path of a file in the folder.
    func file(_ name: String = "snapshots.sqlite") -> String { "\(path)/\(name)" }

    /// Returns the bytes of every file in the folder, by name.
    func contents() throws -> [String: Data] {
        let names = try FileManager.default.contentsOfDirectory(atPath: path)
        let bytes = try names.map { try Data(contentsOf: URL(fileURLWithPath: file($0))) }
        return Dictionary(uniqueKeysWithValues: zip(names, bytes))
    }
}
