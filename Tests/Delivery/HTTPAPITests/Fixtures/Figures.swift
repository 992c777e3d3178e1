import CubeCoding
import Foundation
import SnapshotPublishing
import StatisticsModel

/// Figures as a sender hands them in: the rows of one indicator.
struct Figures {
    var indicator = "y25i01"
    var header = "area,benefitGroup,period,fulltimePersons,pctWorkforce"
    var rows: [String]

    /// Reads the figures through the files that a sender would write.
    func read(_ catalogue: Catalogue) throws -> Delivery {
        let folder = FileManager.default.temporaryDirectory
            .appendingPathComponent("api-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let text = ([header] + rows).joined(separator: "\n") + "\n"
        let manifest = """
            {"format": 1, "source": "jobindsats-api", "sender": "star", "kind": "aggregates",
             "mode": "window", "dataMonth": "2026M07", "reason": "routine",
             "files": [{"path": "figures.csv", "indicator": "\(indicator)",
             "rows": \(rows.count), "sha256": "\(ContentHash(sha256: Array(text.utf8)))"}]}
            """
        try Data(text.utf8).write(to: folder.appendingPathComponent("figures.csv"))
        try Data(manifest.utf8)
            .write(to: folder.appendingPathComponent(DeliveryManifest.fileName))
        return try DeliveryFolder.read(path: folder.path, catalogue: catalogue)
    }

    /// Two months of unemployment in four areas, with two cells withheld.
    static let unemployment = Figures(rows: [
        "DK,TOT,2026M06,91204,3.0", "DK,TOT,2026M07,91583,3.1", "DK,DP,2026M07,77888,2.5",
        "DK,KTH,2026M07,13695,0.5", "1084,TOT,2026M07,30100,3.2", "101,TOT,2026M06,16981,4.3",
        "101,TOT,2026M07,16702,4.2", "101,KTH,2026M07,,", "147,TOT,2026M07,2100,3.4",
    ])

    /// Figures of another indicator.
    static let insuranceBenefit = Figures(
        indicator: "y01a02",
        header: "area,gender,age,period,persons,pctWorkforce",
        rows: ["DK,TOT,TOT,2026M06,78000,2.5", "DK,TOT,TOT,2026M07,78500,2.5"]
    )
}
