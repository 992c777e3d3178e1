import CubeCoding
import Foundation
import SnapshotPublishing
import StatisticsModel

/// Figures as a sender hands them in.
struct DeliveredFigures {
    var month = "2026M07"
    var reason = "routine"
    /// Further fields of the manifest, each ended by a comma.
    var further = ""
    var files: [(indicator: String, text: String)]

    /// Reads the figures through the files that a sender would write.
    func read(_ catalogue: Catalogue) throws -> Delivery {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("contract-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (number, file) in files.enumerated() {
            try Data(file.text.utf8).write(to: folder.appendingPathComponent("\(number).csv"))
        }
        try Data(manifest.utf8)
            .write(to: folder.appendingPathComponent(DeliveryManifest.fileName))
        return try DeliveryFolder.read(path: folder.path, catalogue: catalogue)
    }

    private var manifest: String {
        let files = files.enumerated()
            .map { number, file in
                let rows = file.text.split(separator: "\n").count - 1
                return """
                    {"path": "\(number).csv", "indicator": "\(file.indicator)", "rows": \(rows),
                     "sha256": "\(ContentHash(sha256: Array(file.text.utf8)))"}
                    """
            }
        return """
            {"format": 1, "source": "jobindsats-api", "sender": "star", "kind": "aggregates",
             "mode": "window", "dataMonth": "\(month)", "reason": "\(reason)", \(further)
             "files": [\(files.joined(separator: ","))]}
            """
    }
}
