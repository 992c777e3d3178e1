public import StatisticsModel

/// Turns questions into plans: every name looked up, every default filled in, every mistake told.
///
/// A planner belongs to one snapshot: it knows that snapshot's catalogue and which periods there
/// are figures for. Making one indexes the catalogue; planning is then a matter of look-ups.
public struct QueryPlanner: Sendable {
    /// Which figures there are.
    public let holdings: Holdings

    private let dimensions: [DimensionIndex]
    private let indexes: [IndicatorIndex]
    private let places: [String: Int]
    private let spellings: SpellingIndex

    private static let ownParameters = ["period", "measure", "sort", "limit"]

    /// Makes the planner of a snapshot.
    ///
    /// - Parameters:
    ///   - catalogue: The snapshot's catalogue.
    ///   - holdings: Which figures it holds.
    /// - Complexity: O(*n* log *n*) in the size of the catalogue.
    public init(catalogue: Catalogue, holdings: Holdings) {
        self.holdings = holdings
        let day = holdings.dataMonth.lastDay
        let dimensions = catalogue.dimensions.enumerated()
            .map { order, dimension in
                DimensionIndex(dimension, order: order, on: day)
            }
            .sorted { $0.order < $1.order }
        self.dimensions = dimensions
        let byID = Dictionary(
            dimensions.map { ($0.dimension.id, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        indexes = catalogue.indicators.map { indicator in
            IndicatorIndex(
                indicator,
                scopes: indicator.dimensions.compactMap { use in
                    byID[use.id].map { MemberScope(of: use, in: $0) }
                },
                periods: holdings.periods[indicator.id] ?? [:]
            )
        }
        places = Dictionary(
            catalogue.indicators.enumerated().map { (SearchFolding.folded($1.id.text), $0) },
            uniquingKeysWith: { first, _ in first }
        )
        spellings = SpellingIndex(catalogue.indicators.map(\.id.text))
    }

    /// Returns the crossings that an indicator has, in words; none for an unknown one.
    ///
    /// - Parameter indicator: The indicator's id.
    /// - Returns: Texts such as `area × gender (country, municipality)`.
    public func crossings(of indicator: Code<Indicator>) -> [String] {
        places[SearchFolding.folded(indicator.text)]
            .map { CubeChoice.crossings(of: indexes[$0].indicator) } ?? []
    }

    /// Plans a question.
    ///
    /// - Parameter query: The question as it was asked.
    /// - Returns: What is to be read.
    /// - Throws: `PlanningError` with everything that is wrong with the question.
    /// - Complexity: O(*n* log *n*) in the number of members that it chooses.
    public func plan(_ query: ObservationQuery) throws(PlanningError) -> QueryPlan {
        let question = Question(query)
        var problems = ProblemList()
        let chosen = chosenIndexes(query, &problems)
        guard problems.isEmpty else { throw problems.error(in: question) }
        refuseUnknown(question, chosen, &problems)
        var notes: [PlanNote] = []
        for index in chosen where index.periods.isEmpty {
            notes.append(.noFigures(index.indicator.id))
        }
        let axes = AxisReading(
            indexes: chosen,
            dimensions: dimensions,
            dataMonth: holdings.dataMonth
        )
        var selections = axes.selections(of: question, notes: &notes, problems: &problems)
        let offer = PeriodOffer(chosen, dataMonth: holdings.dataMonth)
        let periods = PeriodReading(offer: offer).choice(question["period"], problems: &problems)
        notes += periods.notes
        let reading = ColumnReading(chosen, isJoined: query.isJoined, holdings: holdings)
        let columns = reading.columns(question["measure"], problems: &problems)
        let all = reading.candidates.map(\.name)
        let axisNames = selections.filter(\.isColumn).map(\.dimension)
        refuseEmpty(question, (offer.allowed, all, axisNames.map(\.text)), &problems)
        let sort = reading.sort(
            question["sort"],
            // A misspelt measure is told once, not again as a column that can't be sorted by.
            columns: problems.contains(about: "measure") ? all : columns.map(\.name),
            axes: axisNames,
            problems: &problems
        )
        let limit = limit(question["limit"], &problems)
        guard problems.isEmpty else { throw problems.error(in: question) }
        let cubes = CrossingReading(indexes: chosen)
            .cubes(for: &selections, in: question, problems: &problems)
        guard problems.isEmpty else { throw problems.error(in: question) }
        return PlanAssembly(
            indicators: chosen.map(\.indicator),
            isJoined: query.isJoined,
            selections: selections.filter(\.isColumn),
            periods: periods.periods,
            columns: columns,
            standardColumns: reading.standard.map(\.name),
            cubes: cubes,
            sort: sort,
            limit: limit,
            notes: notes
        )
        .plan
    }

    private func chosenIndexes(
        _ query: ObservationQuery,
        _ problems: inout ProblemList
    ) -> [IndicatorIndex] {
        let ids = indexes.map(\.indicator.id.text)
        var chosen: [Int] = []
        for given in query.indicators {
            let text = String(Question.trimmed(Substring(given)))
            guard !text.isEmpty else {
                problems.add(.emptyValue("indicator", allowed: ids))
                continue
            }
            guard let place = places[SearchFolding.folded(text)] else {
                let nearest = problems.suggestion { spellings.nearest(to: text) }
                problems.add(
                    .unknownIndicator(
                        text,
                        allowed: ids,
                        suggestion: nearest.map { ids[$0] }
                    )
                )
                continue
            }
            if !chosen.contains(place) { chosen.append(place) }
        }
        if chosen.isEmpty, problems.isEmpty { problems.add(.emptyValue("indicator", allowed: ids)) }
        return chosen.map { indexes[$0] }
    }

    private func refuseUnknown(
        _ question: Question,
        _ chosen: [IndicatorIndex],
        _ problems: inout ProblemList
    ) {
        let own = Set(chosen.flatMap { $0.scopes.map(\.index.dimension.id.text) })
        let allowed =
            dimensions.map(\.dimension.id.text).filter(own.contains)
            + Self.ownParameters
        for parameter in question.parameters where !allowed.contains(parameter.name) {
            if let foreign = dimensions.first(where: { $0.dimension.id.text == parameter.name }) {
                problems.add(
                    .foreignDimension(
                        foreign.dimension,
                        of: chosen.map(\.indicator.id),
                        allowed: allowed
                    )
                )
                continue
            }
            let nearest = problems.suggestion { SpellingIndex(allowed).nearest(to: parameter.name) }
            problems.add(
                .unknownParameter(
                    parameter.name,
                    allowed: allowed,
                    suggestion: nearest.map { allowed[$0] }
                )
            )
        }
    }

    private func refuseEmpty(
        _ question: Question,
        _ names: (periods: [String], columns: [String], axes: [String]),
        _ problems: inout ProblemList
    ) {
        let allowed = [
            "period": names.periods,
            "measure": names.columns,
            "sort": names.axes + ["period"] + names.columns,
            "limit": QueryProblem.allowedLimits,
        ]
        for name in Self.ownParameters where question[name]?.hasEmptyTerm == true {
            problems.add(.emptyValue(name, allowed: allowed[name] ?? []))
        }
    }

    private func limit(_ parameter: Question.Parameter?, _ problems: inout ProblemList) -> Int? {
        guard let parameter, !parameter.terms.isEmpty else { return nil }
        let text = parameter.value
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy(\.isASCIIDigit),
            let limit = Int(text), limit > 0
        else {
            problems.add(.invalidLimit(text))
            return nil
        }
        return limit
    }
}
