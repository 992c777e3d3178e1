import CubeCoding
import Foundation
import SnapshotPublishing
import StatisticsModel
import Testing

/// Figures in a plain dictionary, which knows nothing of cubes, layouts or chunks.
struct Figures {
    /// Where a figure stands.
    struct Place: Hashable {
        let indicator: Code<Indicator>
        let measure: Code<Measure>
        /// One member for each of the indicator's dimensions, in their order.
        let members: [Code<Member>]
        let period: Period
    }

    var cells: [Place: Cell] = [:]
    let dataMonth: String

    init(cells: [Place: Cell], dataMonth: String) {
        self.cells = cells
        self.dataMonth = dataMonth
    }

    /// Reads lines such as `y25i01 pctWorkforce DK TOT 2026M07 110`.
    ///
    /// The last word is a scaled integer, or the word of a status.
    init(_ text: String, dataMonth: String = "2026M07") throws {
        self.dataMonth = dataMonth
        for line in text.split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            try #require(words.count >= 5, "\(line) is no figure")
            let place = Place(
                indicator: try Code(parsing: words[0]),
                measure: try Code(parsing: words[1]),
                members: try words[2..<words.count - 2].map { try Code(parsing: $0) },
                period: try #require(Period(parsing: words[words.count - 2]))
            )
            let status = CellStatus.allCases.first { "\($0.word)" == words[words.count - 1] }
            if let status {
                cells[place] = Cell(without: status)
            } else {
                cells[place] = Cell(scaled: try #require(Int64(words[words.count - 1])))
            }
        }
    }

    /// Hands the figures in as a sender does: one file for each measure, whole.
    func delivered(under catalogue: Catalogue) throws -> Delivery {
        let folder = FileManager.default.temporaryDirectory
            .appending(path: "answering-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        var entries: [String] = []
        for indicator in catalogue.indicators {
            for measure in indicator.measures {
                let rows = rows(of: indicator, measure)
                guard !rows.isEmpty else { continue }
                let dimensions = indicator.dimensions.map(\.id.text)
                let header = (dimensions + ["period", measure.id.text]).joined(separator: ",")
                let bytes = Array(([header] + rows).map { $0 + "\n" }.joined().utf8)
                let name = "\(indicator.id)-\(measure.id).csv"
                try Data(bytes).write(to: folder.appending(path: name))
                entries.append(
                    """
                    {"path": "\(name)", "indicator": "\(indicator.id)", "rows": \(rows.count),
                     "sha256": "\(ContentHash(sha256: bytes))"}
                    """
                )
            }
        }
        let manifest = """
            {"format": 1, "source": "jobindsats-api", "sender": "star", "kind": "aggregates",
             "mode": "full", "dataMonth": "\(dataMonth)", "reason": "routine",
             "files": [\(entries.joined(separator: ","))]}
            """
        try Data(manifest.utf8).write(to: folder.appending(path: "delivery.json"))
        return try DeliveryFolder.read(path: folder.path, catalogue: catalogue)
    }

    private func rows(of indicator: Indicator, _ measure: Measure) -> [String] {
        cells.filter { $0.key.indicator == indicator.id && $0.key.measure == measure.id }
            .map { place, cell in
                let value =
                    switch cell.status {
                    case .value: FixedDecimal.text(cell.scaled, decimals: measure.decimals)
                    case .suppressed: ""
                    default: "\(cell.status.word)"
                    }
                let members = place.members.map(\.text)
                return (members + [place.period.description, value]).joined(separator: ",")
            }
            .sorted()
    }
}
