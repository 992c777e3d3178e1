internal import QueryPlanning
internal import ResponseFormats
internal import StatisticsModel
internal import StatisticsService

/// An indicator as readers see it.
struct IndicatorDocument {
    private let indicator: Indicator
    private let edition: Edition
    private let language: Language
    private let publicURL: String

    init(_ indicator: Indicator, _ edition: Edition, _ language: Language, publicURL: String) {
        self.indicator = indicator
        self.edition = edition
        self.language = language
        self.publicURL = publicURL
    }

    /// The columns of the list as a table.
    static let columns = [
        "id", "label", "subject", "definition", "measures", "dimensions", "periodTypes", "sources",
        "hasData",
    ]

    /// An entry in the list of indicators.
    var summary: JSONValue {
        .object([
            ("id", .string(indicator.id.text)),
            ("label", text(indicator.label)),
            ("subject", subject),
            ("definition", text(indicator.definition)),
            ("measures", .array(indicator.measures.map { .string($0.id.text) })),
            ("dimensions", .array(indicator.dimensions.map { .string($0.id.text) })),
            ("periodTypes", periodTypes),
            ("sources", .array(indicator.sources.map { .string($0.text) })),
            ("hasData", .bool(hasData)),
            ("links", links),
        ])
    }

    /// The members of the indicator's own page.
    var details: [(String, JSONValue)] {
        [
            ("id", .string(indicator.id.text)),
            ("label", text(indicator.label)),
            ("subject", subject),
            ("definition", text(indicator.definition)),
            ("population", indicator.population.map(text) ?? .null),
            ("sourceTable", .text(indicator.sourceTable)),
            ("provenance", provenance),
            ("measures", .array(indicator.measures.map(measure))),
            ("dimensions", .array(indicator.dimensions.map(dimension))),
            ("cubes", .array(indicator.cubes.map(cube))),
            (
                "crossings",
                .array(edition.planner.crossings(of: indicator.id).map(JSONValue.string))
            ),
            ("periodTypes", periodTypes),
            ("sources", .array(SourceDocument.all(indicator.sources, in: edition.catalogue))),
            ("breaks", .array(indicator.breaks.map(seriesBreak))),
            (
                "publicationLag",
                .object([
                    ("days", .integer(indicator.publicationLagDays)),
                    ("text", indicator.publicationLag.map(text) ?? .null),
                ])
            ),
            ("provisionalPeriods", .integer(indicator.provisionalPeriods)),
            ("hasData", .bool(hasData)),
            ("defaultSelection", defaultSelection),
            ("links", links),
        ]
    }

    /// Whether every text that is shown has been translated.
    var isTranslated: Bool {
        let texts = [indicator.label, indicator.definition] + indicator.measures.map(\.label)
        return !texts.contains { $0.isMissing(in: .english) }
    }

    private var hasData: Bool { edition.holdings.periods[indicator.id] != nil }

    private var base: String { "\(publicURL)/v1/snapshots/\(edition.snapshot.id)" }

    private func text(_ text: BilingualText) -> JSONValue { .string(text.text(in: language)) }

    private var subject: JSONValue {
        let subject = edition.catalogue.subjects.first { $0.id == indicator.subject }
        return .object([
            ("id", .string(indicator.subject.text)),
            ("label", subject.map { text($0.label) } ?? .string(indicator.subject.text)),
        ])
    }

    private var provenance: JSONValue {
        guard hasData else { return .null }
        return .string(edition.isAsPublished(indicator.id) ? "asPublished" : "computed")
    }

    private var periodTypes: JSONValue {
        let held = edition.holdings.periods[indicator.id] ?? [:]
        return .array(
            indicator.periodTypes.map { type in
                .object([
                    ("type", .string(type.rawValue)),
                    ("first", .text(held[type]?.lowerBound.description)),
                    ("last", .text(held[type]?.upperBound.description)),
                ])
            }
        )
    }

    private var links: JSONValue {
        .object([
            ("metadata", .string("\(base)/indicators/\(indicator.id)")),
            ("data", .string("\(base)/indicators/\(indicator.id)/data")),
            ("versions", .string("\(publicURL)/v1/indicators/\(indicator.id)/versions")),
        ])
    }

    private func measure(_ measure: Measure) -> JSONValue {
        let unit = edition.catalogue.unit(measure.unit)
        return .object([
            ("id", .string(measure.id.text)),
            ("label", text(measure.label)),
            ("definition", measure.definition.map(text) ?? .null),
            ("unit", .string(measure.unit.text)),
            ("unitLabel", unit.map { text($0.label) } ?? .string(measure.unit.text)),
            ("decimals", .integer(measure.decimals)),
            ("additive", .bool(measure.isAdditive)),
            ("polarity", .string(measure.polarity.rawValue)),
            ("sourceMeasure", .text(measure.sourceMeasure)),
            ("measureGroup", .text(measure.measureGroup)),
        ])
    }

    private func dimension(_ use: IndicatorDimension) -> JSONValue {
        let dimension = edition.catalogue.dimension(use.id)
        let levels = use.levels ?? dimension?.levels.map(\.id) ?? []
        return .object([
            ("id", .string(use.id.text)),
            ("label", dimension.map { text($0.label) } ?? .string(use.id.text)),
            ("total", .text(dimension?.total?.text)),
            ("levels", .array(levels.map { .string($0.text) })),
            ("memberCount", .integer(edition.catalogue.members(of: use).count)),
            ("link", .string("\(base)/dimensions/\(use.id)")),
        ])
    }

    private func cube(_ cube: Cube) -> JSONValue {
        .object([
            ("id", .string(cube.id.text)),
            ("dimensions", .array(cube.dimensions.map { .string($0.text) })),
            ("levels", .array(cube.levels.map { .string($0.text) })),
            ("oneWayLevels", .array(cube.oneWayLevels.map { .string($0.text) })),
        ])
    }

    private func seriesBreak(_ entry: SeriesBreak) -> JSONValue {
        .object([
            ("period", .string(entry.period.description)),
            ("kind", .string(entry.kind.rawValue)),
            ("label", text(entry.label)),
            ("source", .text(entry.source?.text)),
        ])
    }

    /// What leaving all parameters out means; nothing while there are no figures.
    private var defaultSelection: JSONValue {
        let query = ObservationQuery(
            indicators: [indicator.id.text],
            isJoined: false,
            parameters: []
        )
        guard let plan = try? edition.planner.plan(query) else { return .object([]) }
        return .object(
            plan.canonical.map { ($0.name, .string($0.values.joined(separator: ","))) }
        )
    }
}

/// Sources as readers see them.
enum SourceDocument {
    /// Returns the sources of some ids, in the order of the ids.
    static func all(_ ids: [Code<Source>], in catalogue: Catalogue) -> [JSONValue] {
        ids.compactMap { id in catalogue.sources.first { $0.id == id } }
            .map { source in
                .object([
                    ("id", .string(source.id.text)), ("title", .string(source.title)),
                    ("publisher", .string(source.publisher)), ("year", .text(source.year)),
                    ("url", .text(source.url)), ("note", .text(source.note)),
                ])
            }
    }
}
