internal import QueryPlanning
public import StatisticsModel

/// Finds indicators and members by words, as people write them.
///
/// Case, accents, `å` or `aa` and Danish word endings make no difference, and a word's beginning
/// is enough. Exact hits come first, then whole words, then beginnings, then parts of words; among
/// equals the catalogue's order holds.
public struct CatalogueSearch: Sendable {
    private let indicators: [(id: Code<Indicator>, text: SearchableText)]
    private let members: [Code<Dimension>: [(code: Code<Member>, text: SearchableText)]]

    /// Indexes a catalogue.
    ///
    /// - Complexity: O(*n*) in the length of its texts.
    init(_ catalogue: Catalogue) {
        let stemmer = WordStemmer()
        indicators = catalogue.indicators.map { indicator in
            let subject = catalogue.subjects.first { $0.id == indicator.subject }
            let labels = [indicator.label] + (subject.map { [$0.label] } ?? [])
            let measures = indicator.measures.map(\.label)
            return (
                indicator.id,
                SearchableText(
                    exact: [indicator.id.text, indicator.sourceTable ?? ""]
                        + Self.texts([indicator.label]),
                    title: Self.texts(labels + measures) + indicator.measures.map(\.id.text),
                    body: Self.texts(
                        [indicator.definition, indicator.population].compactMap(\.self)
                    ),
                    stemmer
                )
            )
        }
        var members: [Code<Dimension>: [(code: Code<Member>, text: SearchableText)]] = [:]
        for dimension in catalogue.dimensions {
            members[dimension.id] = dimension.members.map { member in
                (
                    member.code,
                    SearchableText(
                        exact: [member.code.text] + member.aliases + Self.texts([member.label]),
                        title: Self.texts([member.label]) + member.aliases,
                        body: [],
                        stemmer
                    )
                )
            }
        }
        self.members = members
    }

    /// Returns the indicators that a text finds, the best first.
    ///
    /// - Parameter text: Words; an indicator must have all of them.
    /// - Returns: Their ids.
    public func indicators(matching text: String) -> [Code<Indicator>] {
        Self.best(SearchedWords(text, WordStemmer()), among: indicators.map { ($0.id, $0.text) })
    }

    /// Returns the members of a dimension that a text finds, the best first.
    ///
    /// - Parameters:
    ///   - text: Words; a member must have all of them.
    ///   - dimension: The dimension; one that there is not has no members.
    /// - Returns: Their codes.
    public func members(
        matching text: String,
        of dimension: Code<Dimension>
    ) -> [Code<Member>] {
        let candidates = members[dimension] ?? []
        return Self.best(
            SearchedWords(text, WordStemmer()),
            among: candidates.map { ($0.code, $0.text) }
        )
    }

    private static func best<Subject>(
        _ words: SearchedWords,
        among candidates: [(Code<Subject>, SearchableText)]
    ) -> [Code<Subject>] {
        let ranked = candidates.enumerated()
            .compactMap { place, candidate in
                candidate.1.rank(of: words).map { (rank: $0, place: place, code: candidate.0) }
            }
        return ranked.sorted { ($0.rank, $0.place) < ($1.rank, $1.place) }.map(\.code)
    }

    private static func texts(_ texts: [BilingualText]) -> [String] {
        texts.flatMap { [$0.danish] + ($0.english.map { [$0] } ?? []) }
    }
}
