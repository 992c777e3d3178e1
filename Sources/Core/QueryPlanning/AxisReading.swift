internal import StatisticsModel

/// Reads which members a question chooses, and so which dimensions are columns.
struct AxisReading: Sendable {
    /// A dimension of the question with what was chosen of it.
    struct Selection: Sendable {
        /// What may be chosen.
        let scope: MemberScope
        /// What was asked for; `nil` when nothing was said.
        let terms: [MemberTerm]?
        /// The places of the chosen members, in order.
        var places: [Int]

        /// The dimension.
        var dimension: Code<Dimension> { scope.index.dimension.id }

        /// Whether a member that is not the total was chosen.
        var isOpen: Bool { places.contains { scope.index.owners[$0] != scope.total } }

        /// Whether the dimension is a column.
        var isColumn: Bool { dimension == .area || terms != nil || isOpen }

        /// The canonical spelling of what was chosen.
        var canonical: String {
            let standard = scope.total.map(MemberTerm.member) ?? .all
            return Set(terms ?? [standard]).sorted { $0.rank < $1.rank }
                .map { $0.text(in: scope.index.dimension) }
                .joined(separator: ",")
        }
    }

    /// The indicators.
    let indexes: [IndicatorIndex]
    /// All dimensions of the catalogue, in the order of answers.
    let dimensions: [DimensionIndex]
    /// The newest month of the figures.
    let dataMonth: Period

    /// Reads all dimensions of the indicators.
    ///
    /// - Parameters:
    ///   - question: The question.
    ///   - notes: Where to tell what the reader should know.
    ///   - problems: Where to tell what is wrong.
    /// - Returns: The dimensions that all indicators have, `area` first.
    func selections(
        of question: Question,
        notes: inout [PlanNote],
        problems: inout ProblemList
    ) -> [Selection] {
        var selections: [Selection] = []
        for scope in sharedScopes(question, &problems) {
            let dimension = scope.index.dimension
            guard let parameter = question[dimension.id.text] else {
                if scope.total == nil { notes.append(.dimensionOpened(dimension.id)) }
                let places = scope.total.map { [$0] } ?? scope.placesWithCells
                selections.append(Selection(scope: scope, terms: nil, places: places))
                continue
            }
            let reading = MemberReading(
                scope: scope,
                indicators: indexes.map(\.indicator.id),
                otherDimensions: dimensions,
                dataMonth: dataMonth
            )
            if parameter.hasEmptyTerm {
                problems.add(.emptyValue(dimension.id.text, allowed: reading.allowed))
            }
            let terms = parameter.terms.compactMap { reading.term($0, problems: &problems) }
            let places = Set(terms.flatMap(scope.places)).sorted()
            selections.append(Selection(scope: scope, terms: terms, places: places))
        }
        return selections
    }

    /// Returns the dimensions that all indicators have; tells about others that matter.
    private func sharedScopes(
        _ question: Question,
        _ problems: inout ProblemList
    ) -> [MemberScope] {
        var shared: [MemberScope] = []
        for index in dimensions {
            let id = index.dimension.id
            let having = indexes.filter { $0.scope(of: id) != nil }
            guard !having.isEmpty else { continue }
            if having.count == indexes.count {
                let scopes = having.compactMap { $0.scope(of: id) }
                shared.append(
                    scopes.count == 1 ? scopes[0] : MemberScope(joining: scopes, in: index)
                )
                continue
            }
            let isNamed = question[id.text] != nil
            let lacksTotal = having.contains { $0.scope(of: id)?.total == nil }
            guard isNamed || lacksTotal else { continue }
            problems.add(
                .dimensionNotShared(
                    id,
                    value: question[id.text]?.value,
                    having: having.map(\.indicator.id),
                    isNamed: isNamed
                )
            )
        }
        return shared
    }
}
