internal import StatisticsModel
internal import StatisticsService

/// How an answer is quoted.
enum Citation {
    /// Returns a sentence with the indicator, the snapshot and the permalink.
    static func text(of slice: Slice, in language: Language, permalink: String) -> String {
        let names = slice.indicators
            .map { "\($0.label.text(in: language)) (\($0.id))" }
            .joined(separator: "; ")
        let snapshot = slice.edition.snapshot
        return switch language {
        case .danish: "Jobindsats, \(names), udgivelsen \(snapshot.id). \(permalink)"
        case .english: "Jobindsats, \(names), release of \(snapshot.id). \(permalink)"
        }
    }
}
