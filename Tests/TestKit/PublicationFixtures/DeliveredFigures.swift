internal import Crypto
internal import Foundation
public import SnapshotPublishing
public import StatisticsModel

/// Figures as a sender hands them in, of one indicator a file.
public struct DeliveredFigures: Sendable {
    /// How the figures meet those that are there.
    public var mode: String
    /// The newest month that the figures know.
    public var dataMonth: String
    /// For each indicator the text of its file.
    public var files: [(indicator: String, text: String)]

    /// Makes a delivery.
    public init(
        mode: String = "full",
        dataMonth: String,
        files: [(indicator: String, text: String)]
    ) {
        self.mode = mode
        self.dataMonth = dataMonth
        self.files = files
    }

    /// Reads the figures through the files that a sender would write.
    ///
    /// - Parameter catalogue: The catalogue that they belong to.
    /// - Returns: The delivery.
    /// - Throws: What writing and reading the folder throws.
    public func read(_ catalogue: Catalogue) throws -> Delivery {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "figures-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in files {
            try Data(file.text.utf8).write(to: folder.appending(path: "\(file.indicator).csv"))
        }
        try Data(manifest.utf8).write(to: folder.appending(path: "delivery.json"))
        return try DeliveryFolder.read(path: folder.path, catalogue: catalogue)
    }

    private var manifest: String {
        let entries = files.map { file in
            let hash = SHA256.hash(data: Data(file.text.utf8))
                .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
                .joined()
            let rows = file.text.split(separator: "\n").count - 1
            return """
                {"path": "\(file.indicator).csv", "indicator": "\(file.indicator)",
                 "rows": \(rows), "sha256": "\(hash)"}
                """
        }
        return """
            {"format": 1, "source": "jobindsats-api", "sender": "star", "kind": "aggregates",
             "mode": "\(mode)", "dataMonth": "\(dataMonth)", "reason": "routine",
             "files": [\(entries.joined(separator: ","))]}
            """
    }
}
