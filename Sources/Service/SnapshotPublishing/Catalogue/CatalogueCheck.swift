internal import DeliveryText
internal import StatisticsModel

/// Checks that a catalogue doesn't contradict itself.
///
/// Source: `seeds/catalogue/README.md`, "Rules".
struct CatalogueCheck {
    /// Words that mean something else in a question or an answer.
    static let reservedWords: Set<String> = [
        "status", "flags", "rows", "cells", "measure", "measures", "period", "date", "indicator",
        "format", "lang", "labels", "layout", "sort", "limit", "cursor", "snapshot", "sequence",
        "asOf", "q", "subject", "source", "level", "parent", "validOn",
    ]

    let draft: CatalogueDraft
    let problems: CatalogueProblems
    let sources: Set<Code<Source>>
    let subjects: Set<Code<Subject>>
    let units: Set<Code<Unit>>
    let dimensionPlaces: [Code<Dimension>: Int]
    let memberSets: [Set<Code<Member>>]

    init(draft: CatalogueDraft, problems: CatalogueProblems) {
        self.draft = draft
        self.problems = problems
        sources = Set(draft.sources.map(\.value.id))
        subjects = Set(draft.subjects.map(\.value.id))
        units = Set(draft.units.map(\.value.id))
        dimensionPlaces = Dictionary(
            zip(draft.dimensions.map(\.value.id), draft.dimensions.indices),
            uniquingKeysWith: { first, _ in first }
        )
        memberSets = draft.dimensions.map { Set($0.value.members.map(\.code)) }
    }

    /// Adds everything that is wrong to the problems.
    func run() {
        checkUnique(draft.sources.map { Placed(value: $0.value.id.text, place: $0.place) })
        checkUnique(draft.units.map { Placed(value: $0.value.id.text, place: $0.place) })
        checkSubjects()
        checkUnique(draft.dimensions.map { Placed(value: $0.value.id.text, place: $0.place) })
        checkDimensionList()
        for dimension in draft.dimensions { check(dimension) }
        checkUnique(draft.indicators.map { Placed(value: $0.value.id.text, place: $0.place) })
        for indicator in draft.indicators { check(indicator) }
    }

    private func checkSubjects() {
        checkUnique(draft.subjects.map { Placed(value: $0.value.id.text, place: $0.place) })
        checkParents(
            draft.subjects.map { subject in
                (id: subject.value.id, parent: subject.value.parent, place: subject.place)
            }
        )
        for subject in draft.subjects {
            checkSources(subject.value.sources, at: subject.place)
        }
    }

    private func checkDimensionList() {
        guard let first = draft.dimensions.first, first.value.id != .area else { return }
        problems.add(
            .areaNotFirst,
            at: first.place,
            "the first dimension is \(first.value.id)",
            remedy: "area is the first of all dimensions"
        )
    }

    // These are shared by the checks of dimensions and indicators.

    func checkUnique(_ ids: [Placed<String>]) {
        var first: [String: CataloguePlace] = [:]
        for id in ids {
            let folded = id.value.lowercased()
            if let place = first[folded] {
                problems.add(
                    .duplicateID,
                    at: id.place,
                    "\"\(id.value)\" stands already at \(place.file):\(place.line)",
                    remedy: "ids are unique, in whatever case"
                )
            } else {
                first[folded] = id.place
            }
        }
    }

    func checkNotReserved(_ id: String, at place: CataloguePlace) {
        guard Self.reservedWords.contains(id) else { return }
        problems.add(
            .reservedID,
            at: place,
            "the word \"\(id)\" has a meaning of its own in questions and answers",
            remedy: "choose another id"
        )
    }

    func checkSources(_ ids: [Code<Source>], at place: CataloguePlace) {
        for id in ids where !sources.contains(id) {
            problems.add(
                .unknownSource,
                at: place,
                "there is no source \"\(id)\"",
                remedy: Self.remedy(
                    for: id.text,
                    among: sources.map(\.text),
                    "a row of sources.csv"
                )
            )
        }
    }

    /// Checks a tree: parents exist, stand above their children, and nothing is its own ancestor.
    func checkParents<Subject>(
        _ nodes: [(id: Code<Subject>, parent: Code<Subject>?, place: CataloguePlace)]
    ) {
        let lines = Dictionary(
            zip(nodes.map(\.id), nodes.indices),
            uniquingKeysWith: { first, _ in first }
        )
        for (index, node) in nodes.enumerated() {
            guard let parent = node.parent else { continue }
            guard let line = lines[parent] else {
                problems.add(
                    .unknownParent,
                    at: node.place,
                    "\"\(node.id)\" has the parent \"\(parent)\", which there is not",
                    remedy: Self.remedy(for: parent.text, among: lines.keys.map(\.text), "an id")
                )
                continue
            }
            guard line >= index else { continue }
            if isOwnAncestor(index, nodes: nodes, lines: lines) {
                problems.add(
                    .cycle,
                    at: node.place,
                    "\"\(node.id)\" is its own ancestor",
                    remedy: "parents form a tree"
                )
            } else {
                problems.add(
                    .parentAfterChild,
                    at: node.place,
                    "\"\(node.id)\" stands above its parent \"\(parent)\"",
                    remedy: "parents stand above their children"
                )
            }
        }
    }

    private func isOwnAncestor<Subject>(
        _ index: Int,
        nodes: [(id: Code<Subject>, parent: Code<Subject>?, place: CataloguePlace)],
        lines: [Code<Subject>: Int]
    ) -> Bool {
        var current = index
        for _ in nodes {
            guard let parent = nodes[current].parent, let next = lines[parent] else { return false }
            if next == index { return true }
            current = next
        }
        return false
    }

    static func remedy(for text: String, among known: [String], _ otherwise: String) -> String {
        guard let nearest = NearestMatch.nearest(to: text, among: known.sorted()) else {
            return "name \(otherwise)"
        }
        return "did you mean \"\(nearest)\"?"
    }
}
