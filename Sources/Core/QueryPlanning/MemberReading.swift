internal import StatisticsModel

/// Reads the terms that choose members of one dimension.
struct MemberReading: Sendable {
    /// What may be chosen.
    let scope: MemberScope
    /// The indicators that the question is about.
    let indicators: [Code<Indicator>]
    /// The other dimensions of the catalogue, in which closed codes are looked for.
    let otherDimensions: [DimensionIndex]
    /// The newest month of the figures.
    let dataMonth: Period

    private var dimension: Dimension { scope.index.dimension }

    /// What may be written: the codes, or when there are more than fifty the kinds of selection.
    var allowed: [String] {
        let places = scope.places
        guard places.count > QueryProblem.allowedLimit else {
            return places.map { scope.index.code($0).text }
        }
        let total = scope.total.map { [scope.index.code($0).text] } ?? []
        return total + levelTerms + ["in:<code>", "children:<code>", "each", "*"]
    }

    private var levelTerms: [String] { scope.levels.map { "level:\($0)" } }

    /// Reads a term.
    ///
    /// - Parameters:
    ///   - text: The term, without blanks around it.
    ///   - problems: Where to tell what is wrong.
    /// - Returns: The term; `nil` when it is wrong.
    func term(_ text: String, problems: inout ProblemList) -> MemberTerm? {
        if let place = heldPlace(text) { return .member(place) }
        if text == "*" { return .all }
        if let term = selection(text, problems: &problems) { return chosen(term, text, &problems) }
        return nil
    }

    private func heldPlace(_ text: String) -> Int? {
        scope.index.aliases.places(for: text).first { scope.holds[$0] }
    }

    private func chosen(
        _ term: MemberTerm,
        _ text: String,
        _ problems: inout ProblemList
    ) -> MemberTerm? {
        guard scope.places(of: term).isEmpty else { return term }
        problems.add(.nothingChosen(text, of: dimension, allowed: allowed, on: dataMonth))
        return nil
    }

    private func selection(_ text: String, problems: inout ProblemList) -> MemberTerm? {
        guard text.count <= SpellingIndex.longestText else {
            problems.add(.tooLong(text, parameter: dimension.id.text))
            return nil
        }
        let folded = SearchFolding.folded(text)
        if folded == "each" { return .each }
        if let colon = text.firstIndex(of: ":") {
            let rest = String(Question.trimmed(text[text.index(after: colon)...]))
            switch SearchFolding.folded(String(text[..<colon])) {
            case "level": return level(rest, in: text, problems: &problems)
            case "in": return group(rest, form: "in", problems: &problems).map(MemberTerm.inside)
            case "children":
                return group(rest, form: "children", problems: &problems).map(MemberTerm.children)
            case "cluster", "peers":
                problems.add(.unsupportedSelection(text, of: dimension, allowed: allowed))
                return nil
            default: break
            }
        }
        problems.add(unknown(text, problems: &problems))
        return nil
    }

    private func level(
        _ name: String,
        in text: String,
        problems: inout ProblemList
    ) -> MemberTerm? {
        let levels = dimension.levels
        var spellings = SpellingIndex()
        for (order, level) in levels.enumerated() where scope.levels.contains(level.id) {
            let names = [level.id.text, level.label.danish, level.label.english ?? level.id.text]
            let folded = names.map(SearchFolding.folded)
            if folded.contains(SearchFolding.folded(name)) { return .level(order) }
            for name in names { spellings.add(name, for: order) }
        }
        let nearest = problems.suggestion { spellings.nearest(to: name) }
        problems.add(
            .unknownLevel(
                text,
                of: dimension,
                allowed: levelTerms,
                suggestion: nearest.map { "level:\(levels[$0].id)" }
            )
        )
        return nil
    }

    /// Reads the member of `in:` or `children:`, which need not have figures itself.
    private func group(_ name: String, form: String, problems: inout ProblemList) -> Int? {
        let places = scope.index.aliases.places(for: name)
        if let place = places.first(where: { scope.index.isInForce[$0] }) ?? places.first {
            return place
        }
        let nearest = problems.suggestion {
            scope.index.aliases.nearestPlace(to: name) { _ in true }
        }
        problems.add(
            .unknownMember(
                "\(form):\(name)",
                of: dimension,
                allowed: allowed,
                suggestion: nearest.map { "\(form):\(scope.index.code($0))" },
                name: nearest.map { dimension.members[$0].label }
            )
        )
        return nil
    }

    private func unknown(_ text: String, problems: inout ProblemList) -> QueryProblem {
        if let place = scope.index.aliases.places(for: text).first {
            return notHeld(text, place: place, problems: &problems)
        }
        if let problem = closedElsewhere(text) { return problem }
        let nearest = problems.suggestion {
            scope.index.aliases.nearestPlace(to: text) { scope.holds[$0] }
        }
        return .unknownMember(
            text,
            of: dimension,
            allowed: allowed,
            suggestion: nearest.map { scope.index.code($0).text } ?? nearestForm(text),
            name: nearest.map { dimension.members[$0].label }
        )
    }

    private func nearestForm(_ text: String) -> String? {
        let forms = ["each"] + levelTerms
        return SpellingIndex(forms).nearest(to: text).map { forms[$0] }
    }

    /// Tells about a member without figures, and suggests what stands for it.
    private func notHeld(
        _ text: String,
        place: Int,
        problems: inout ProblemList
    ) -> QueryProblem {
        let index = scope.index
        let member = dimension.members[place]
        let successors = member.successors.compactMap(index.aliases.place)
            .filter { scope.holds[$0] }
        if !successors.isEmpty {
            return .closedMember(
                text,
                member: member,
                of: dimension,
                successors: successors.map { dimension.members[$0] },
                allowed: allowed
            )
        }
        var stand: Int? = index.owners[place]
        var steps = 0
        while let next = stand, !scope.holds[next], steps < 16 {
            stand = index.parents[next]
            steps += 1
        }
        let suggestion = stand.flatMap { scope.holds[$0] ? index.code($0).text : nil }
        return .memberNotHeld(
            text,
            member: member,
            of: dimension,
            indicators: indicators,
            allowed: allowed,
            suggestion: suggestion
        )
    }

    /// Looks for a closed code in another list, whose successors stand in this one.
    private func closedElsewhere(_ text: String) -> QueryProblem? {
        for other in otherDimensions where other.dimension.id != dimension.id {
            for place in other.aliases.places(for: text) {
                let member = other.dimension.members[place]
                let successors = member.successors.compactMap(scope.index.aliases.place)
                    .filter { scope.holds[$0] }
                guard !successors.isEmpty else { continue }
                return .closedMember(
                    text,
                    member: member,
                    of: dimension,
                    successors: successors.map { dimension.members[$0] },
                    allowed: allowed
                )
            }
        }
        return nil
    }
}
