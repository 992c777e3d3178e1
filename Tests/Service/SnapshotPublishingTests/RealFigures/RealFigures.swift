import Foundation
import SnapshotPublishing
import StatisticsModel

/// The folder of figures that were really published, which is no part of the project.
struct RealFigures: Sendable {
    /// The deliveries' folders, by day.
    let folders: [String]

    private static let root = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// The figures of the folder that `REAL_FIGURES` names, else of a sibling of the project;
    /// `nil` where neither is.
    static let available: RealFigures? = {
        let named = ProcessInfo.processInfo.environment["REAL_FIGURES"]
        let sibling = root.deletingLastPathComponent().appendingPathComponent("shared/real").path
        let home = named ?? sibling
        let days = ["2026-08-18", "2026-08-19", "2026-08-20"].map { home + "/" + $0 }
        let isThere = days.allSatisfy { day in
            FileManager.default.fileExists(atPath: day + "/" + DeliveryManifest.fileName)
        }
        return isThere ? RealFigures(folders: days) : nil
    }()

    /// The catalogue of the seeds.
    static func catalogue() throws -> Catalogue {
        try CatalogueFolder.read(path: root.appendingPathComponent("seeds/catalogue").path)
    }

    /// Returns what the files of a day say, read by the simplest means: cell by cell, a text or
    /// nothing.
    func texts(onDay day: Int) throws -> [CellName: String] {
        let folder = folders[day]
        let manifest = try DeliveryManifest.parse(
            Array(try Data(contentsOf: URL(fileURLWithPath: folder + "/delivery.json")))
        )
        var texts: [CellName: String] = [:]
        for file in manifest.files {
            let text = try String(contentsOfFile: folder + "/" + file.path, encoding: .utf8)
            let lines = text.split(separator: "\n")
                .map { line in
                    line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
                }
            for row in lines.dropFirst() {
                let fields = Dictionary(uniqueKeysWithValues: zip(lines[0], row))
                let dimensions = ["area", "benefitGroup"]
                let members = dimensions.compactMap { name in
                    fields[name].flatMap { $0 == "TOT" ? nil : "\(name)=\($0)" }
                }
                for (column, value) in fields
                where column != "period" && !dimensions.contains(column) {
                    let name = CellName(
                        indicator: file.indicator,
                        measure: column,
                        period: fields["period"] ?? "",
                        members: Set(members)
                    )
                    texts[name] = value
                }
            }
        }
        return texts
    }
}
