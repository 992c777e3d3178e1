internal import StatisticsModel

/// Reads which measures a question wants, and what rows are sorted by.
struct ColumnReading: Sendable {
    /// A measure that may become a column.
    struct Candidate: Sendable {
        /// The column's name.
        let name: String
        /// The place of its indicator in the question.
        let indicator: Int
        /// The measure.
        let measure: Measure
    }

    /// All measures, in published order.
    let candidates: [Candidate]
    /// The measures that a question gets that names none: those with figures.
    let standard: [Candidate]

    /// Collects the measures of some indicators.
    init(_ indexes: [IndicatorIndex], isJoined: Bool, holdings: Holdings) {
        candidates = indexes.enumerated()
            .flatMap { place, index in
                index.indicator.measures.map { measure in
                    Candidate(
                        name: isJoined ? "\(index.indicator.id)_\(measure.id)" : measure.id.text,
                        indicator: place,
                        measure: measure
                    )
                }
            }
        let held = candidates.filter { candidate in
            let known = holdings.measures[indexes[candidate.indicator].indicator.id]
            return known?.contains(candidate.measure.id) ?? true
        }
        standard = held.isEmpty ? candidates : held
    }

    /// Reads the measures; all that have figures when the parameter was left out.
    func columns(
        _ parameter: Question.Parameter?,
        problems: inout ProblemList
    ) -> [Candidate] {
        guard let parameter else { return standard }
        var places: [Int] = []
        for text in parameter.terms {
            let found = self.places(of: text)
            if found.isEmpty {
                let names = candidates.map(\.name)
                let nearest = problems.suggestion { nearestName(to: text) }
                problems.add(.unknownMeasure(text, among: names, suggestion: nearest))
            }
            for place in found where !places.contains(place) { places.append(place) }
        }
        return places.map { candidates[$0] }
    }

    /// Reads what rows are sorted by.
    ///
    /// - Parameters:
    ///   - parameter: The parameter; `nil` when it was left out.
    ///   - columns: The names of the chosen measures.
    ///   - axes: The dimensions that are columns.
    ///   - problems: Where to tell what is wrong.
    /// - Returns: The keys, the first most significant.
    func sort(
        _ parameter: Question.Parameter?,
        columns: [String],
        axes: [Code<Dimension>],
        problems: inout ProblemList
    ) -> [QueryPlan.SortKey] {
        guard let parameter else { return [] }
        let names = axes.map(\.text) + ["period"] + columns
        var keys: [QueryPlan.SortKey] = []
        for text in parameter.terms {
            let isDescending = text.hasPrefix("-")
            let bare = isDescending ? String(text.dropFirst()) : text
            let name = SearchFolding.folded(bare)
            guard let place = names.firstIndex(where: { SearchFolding.folded($0) == name }) else {
                let nearest = problems.suggestion { SpellingIndex(names).nearest(to: bare) }
                    .map { (isDescending ? "-" : "") + names[$0] }
                problems.add(.unknownSortKey(text, among: names, suggestion: nearest))
                continue
            }
            let field: QueryPlan.SortKey.Field =
                if place < axes.count {
                    .axis(place)
                } else if place == axes.count {
                    .period
                } else {
                    .column(place - axes.count - 1)
                }
            if !keys.contains(where: { $0.field == field }) {
                keys.append(QueryPlan.SortKey(field: field, isDescending: isDescending))
            }
        }
        return keys
    }

    /// Returns the column whose name, or whose measure's name in either language, is nearest.
    private func nearestName(to text: String) -> String? {
        var spellings = SpellingIndex()
        for (place, candidate) in candidates.enumerated() {
            let label = candidate.measure.label
            let names = [candidate.name, candidate.measure.id.text, label.danish]
            for name in names + (label.english.map { [$0] } ?? []) {
                spellings.add(name, for: place)
            }
        }
        return spellings.nearest(to: text).map { candidates[$0].name }
    }

    /// Returns the places that a text names: a column, or a measure of several indicators.
    private func places(of text: String) -> [Int] {
        let folded = SearchFolding.folded(text)
        let named = candidates.indices.filter {
            SearchFolding.folded(candidates[$0].name) == folded
        }
        guard named.isEmpty else { return named }
        return candidates.indices.filter { place in
            SearchFolding.folded(candidates[place].measure.id.text) == folded
        }
    }
}
