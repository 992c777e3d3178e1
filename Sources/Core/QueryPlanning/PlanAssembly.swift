internal import StatisticsModel

/// What was read from a question, ready to be put together as a plan.
struct PlanAssembly: Sendable {
    /// The indicators, in the order asked for.
    let indicators: [Indicator]
    /// Whether the answer is one table of several indicators.
    let isJoined: Bool
    /// The dimensions that are columns.
    let selections: [AxisReading.Selection]
    /// The periods.
    let periods: [Period]
    /// The chosen measures.
    let columns: [ColumnReading.Candidate]
    /// The names of the columns that a question gets that names none.
    let standardColumns: [String]
    /// For each indicator the cube that answers.
    let cubes: [Cube]
    /// What rows are sorted by.
    let sort: [QueryPlan.SortKey]
    /// The most rows.
    let limit: Int?
    /// What the reader should know about how the question was understood.
    let notes: [PlanNote]

    /// The plan.
    var plan: QueryPlan {
        QueryPlan(
            indicators: indicators.map(\.id),
            isJoined: isJoined,
            axes: selections.map { selection in
                QueryPlan.Axis(
                    dimension: selection.dimension,
                    members: selection.places.map(selection.scope.index.code)
                )
            },
            periods: periods,
            columns: columns.map { candidate in
                QueryPlan.Column(
                    name: candidate.name,
                    indicator: indicators[candidate.indicator].id,
                    measure: candidate.measure,
                    cube: cubes[candidate.indicator]
                )
            },
            sort: sort,
            limit: limit,
            notes: notes + warnings,
            canonical: canonical
        )
    }

    /// The question in its one spelling: area, period, other dimensions, measures, sort, limit.
    private var canonical: [ObservationQuery.Parameter] {
        var pairs = selections.map { ($0.dimension.text, $0.canonical) }
        if !periods.isEmpty {
            let place = pairs.firstIndex { $0.0 == "area" }.map { $0 + 1 } ?? 0
            pairs.insert(("period", PeriodReading.canonical(periods)), at: place)
        }
        let names = columns.map(\.name)
        if names != standardColumns { pairs.append(("measure", names.joined(separator: ","))) }
        if !sort.isEmpty { pairs.append(("sort", sort.map(text).joined(separator: ","))) }
        if let limit { pairs.append(("limit", String(limit))) }
        return pairs.map { ObservationQuery.Parameter(name: $0, values: [$1]) }
    }

    /// Warns of measures that can't be summed where `each` invites to do it.
    private var warnings: [PlanNote] {
        guard selections.contains(where: { $0.terms?.contains(.each) ?? false }) else { return [] }
        var seen: Set<Code<Measure>> = []
        return columns.map(\.measure)
            .filter { !$0.isAdditive && seen.insert($0.id).inserted }
            .map { .notAdditive($0.id) }
    }

    private func text(of key: QueryPlan.SortKey) -> String {
        let name =
            switch key.field {
            case .axis(let place): selections[place].dimension.text
            case .period: "period"
            case .column(let place): columns[place].name
            }
        return (key.isDescending ? "-" : "") + name
    }
}
