internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

/// Which indicators a request asks for.
struct IndicatorFilter {
    /// The indicators that satisfy all filters: in the catalogue's order, or the best first.
    let indicators: [Indicator]

    /// Reads the filters and applies them.
    ///
    /// - Throws: A `Problem` when a subject or a source is none.
    init(_ request: CatalogueRequest, _ edition: Edition) throws(Problem) {
        let catalogue = edition.catalogue
        let subjects = try Self.subjects(request.filter("subject"), in: catalogue)
        let source = try Self.source(request.filter("source"), in: catalogue)
        let wanted = catalogue.indicators.filter { indicator in
            (subjects.map { $0.contains(indicator.subject) } ?? true)
                && (source.map(indicator.sources.contains) ?? true)
        }
        guard let words = request.filter("q") else {
            indicators = wanted
            return
        }
        let byID = Dictionary(wanted.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        indicators = edition.search.indicators(matching: words).compactMap { byID[$0] }
    }

    /// A subject and all below it.
    private static func subjects(
        _ text: String?,
        in catalogue: Catalogue
    ) throws(Problem) -> Set<Code<Subject>>? {
        guard let text else { return nil }
        let names = catalogue.subjects.map(\.id.text)
        guard let top = catalogue.subjects.first(where: { matches($0.id.text, text) }) else {
            throw ParameterList([], in: .query).refusal(of: text, for: "subject", allowed: names)
        }
        var found: Set = [top.id]
        // Parents stand before their children.
        for subject in catalogue.subjects {
            if let parent = subject.parent, found.contains(parent) { found.insert(subject.id) }
        }
        return found
    }

    private static func source(
        _ text: String?,
        in catalogue: Catalogue
    ) throws(Problem) -> Code<Source>? {
        guard let text else { return nil }
        if let source = catalogue.sources.first(where: { matches($0.id.text, text) }) {
            return source.id
        }
        throw ParameterList([], in: .query)
            .refusal(of: text, for: "source", allowed: catalogue.sources.map(\.id.text))
    }

    private static func matches(_ id: String, _ text: String) -> Bool {
        id.lowercased() == text.lowercased()
    }
}
