import Crypto
import Foundation
import SnapshotPublishing
import StatisticsModel

/// Figures as a sender hands them in, of one indicator a file.
struct Delivered {
    var dataMonth = "2026M07"
    var notes = ""
    /// For each indicator its file.
    var files: [(indicator: String, text: String)]

    /// Reads the figures through the files that a sender would write.
    func read(_ catalogue: Catalogue) throws -> Delivery {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("formats-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for file in files {
            let url = folder.appendingPathComponent("\(file.indicator).csv")
            try Data(file.text.utf8).write(to: url)
        }
        try Data(manifest.utf8).write(to: folder.appendingPathComponent("delivery.json"))
        return try DeliveryFolder.read(path: folder.path, catalogue: catalogue)
    }

    private var manifest: String {
        let files = files.map { file in
            let hash = SHA256.hash(data: Data(file.text.utf8))
                .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let rows = file.text.split(separator: "\n").count - 1
            return """
                {"path": "\(file.indicator).csv", "indicator": "\(file.indicator)",
                 "rows": \(rows), "sha256": "\(hash)"}
                """
        }
        return """
            {"format": 1, "source": "jobindsats-api", "sender": "star", "kind": "aggregates",
             "mode": "full", "dataMonth": "\(dataMonth)", "reason": "routine", \(notes)
             "files": [\(files.joined(separator: ","))]}
            """
    }
}

extension Delivered {
    /// Two months of three indicators, with a cell of every status that a sender can give.
    ///
    /// - København's cash benefit is withheld in June and has no row in July; its share is not
    ///   available in July.
    /// - `y07a02` has a break in 2025M07, and has none of the figures of 2026.
    static let small = Delivered(
        files: [
            (
                "y25i01",
                """
                area,benefitGroup,period,fulltimePersons,pctWorkforce
                DK,TOT,2026M06,91204,3.0
                DK,TOT,2026M07,91583,11.0
                DK,KTH,2026M06,13695,0.5
                DK,KTH,2026M07,0,-0.1
                101,TOT,2026M06,16981,4.3
                101,TOT,2026M07,16702,notAvailable
                101,KTH,2026M06,,
                101,DP,2026M06,notApplicable,0.3

                """
            ),
            (
                "y01a02",
                """
                area,gender,age,period,persons,pctWorkforce
                DK,TOT,TOT,2025M06,80100,2.6
                DK,TOT,TOT,2025M07,79900,2.6
                DK,TOT,TOT,2026M07,78000,2.5

                """
            ),
            (
                "y07a02",
                """
                area,age,period,fulltimePersons
                DK,TOT,2025M06,61000
                DK,TOT,2025M07,52000

                """
            ),
        ]
    )
}
