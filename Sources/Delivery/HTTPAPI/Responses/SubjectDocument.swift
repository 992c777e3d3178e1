internal import QueryPlanning
internal import ResponseFormats
internal import StatisticsModel
internal import StatisticsService

/// The tree of subjects as readers see it.
struct SubjectDocument {
    private let edition: Edition
    private let language: Language
    private let children: [Code<Subject>?: [Subject]]
    private let indicators: [Code<Subject>: [Indicator]]

    init(_ edition: Edition, _ language: Language) {
        self.edition = edition
        self.language = language
        children = Dictionary(grouping: edition.catalogue.subjects, by: \.parent)
        indicators = Dictionary(grouping: edition.catalogue.indicators, by: \.subject)
    }

    /// The columns of the tree as a table: one row a subject.
    static let columns = ["id", "parent", "label", "indicators"]

    /// The subjects at the top, with all below them.
    var tree: [JSONValue] { (children[nil] ?? []).map(node) }

    /// All subjects, parents before children.
    var rows: [JSONValue] {
        edition.catalogue.subjects.map { subject in
            .object([
                ("id", .string(subject.id.text)), ("parent", .text(subject.parent?.text)),
                ("label", .string(subject.label.text(in: language))),
                (
                    "indicators",
                    .array((indicators[subject.id] ?? []).map { .string($0.id.text) })
                ),
            ])
        }
    }

    /// Whether every label has been translated.
    var isTranslated: Bool {
        let labels =
            edition.catalogue.subjects.map(\.label) + edition.catalogue.indicators.map(\.label)
        return !labels.contains { $0.isMissing(in: .english) }
    }

    private func node(_ subject: Subject) -> JSONValue {
        .object([
            ("id", .string(subject.id.text)),
            ("label", .string(subject.label.text(in: language))),
            (
                "indicators",
                .array(
                    (indicators[subject.id] ?? [])
                        .map { indicator in
                            .object([
                                ("id", .string(indicator.id.text)),
                                ("label", .string(indicator.label.text(in: language))),
                                ("hasData", .bool(edition.holdings.periods[indicator.id] != nil)),
                            ])
                        }
                )
            ),
            ("children", .array((children[subject.id] ?? []).map(node))),
        ])
    }
}
