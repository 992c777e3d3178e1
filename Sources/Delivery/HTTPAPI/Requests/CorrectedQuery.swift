internal import HTTPTypes
internal import QueryPlanning
internal import StatisticsModel

/// A question with each mistake replaced by what comes nearest.
struct CorrectedQuery {
    private let problems: [QueryProblem]
    private let query: ObservationQuery

    init(_ error: PlanningError, _ query: ObservationQuery) {
        problems = error.problems
        self.query = query
    }

    /// Returns a path and query that would work; `nil` when some mistake has no remedy.
    ///
    /// - Parameters:
    ///   - request: The request that asked.
    ///   - planner: Says whether the corrected question can be answered.
    /// - Returns: The path and query of a request that is answered.
    func path(of request: APIRequest, trying planner: QueryPlanner) -> String? {
        guard problems.allSatisfy({ $0.suggestion != nil }) else { return nil }
        var names: [String: String] = [:]
        var values: [String: [String: String]] = [:]
        for problem in problems {
            if let value = problem.value {
                values[problem.parameter, default: [:]][value] = problem.suggestion
            } else {
                names[problem.parameter] = problem.suggestion
            }
        }
        let question = ObservationQuery(
            indicators: query.indicators.map { values["indicator"]?[$0] ?? $0 },
            isJoined: query.isJoined,
            parameters: query.parameters.map { Self.corrected($0, names, values) }
        )
        guard (try? planner.plan(question)) != nil else { return nil }
        let corrected = request.query.map { Self.corrected($0, names, values) }
        guard corrected != request.query else { return nil }
        return request.path + QueryText.text(of: corrected)
    }

    private static func corrected(
        _ parameter: ObservationQuery.Parameter,
        _ names: [String: String],
        _ values: [String: [String: String]]
    ) -> ObservationQuery.Parameter {
        ObservationQuery.Parameter(
            name: names[parameter.name] ?? parameter.name,
            values: parameter.values.map { corrected($0, by: values[parameter.name] ?? [:]) }
        )
    }

    private static func corrected(_ text: String, by table: [String: String]) -> String {
        if let whole = table[text] { return whole }
        return text.split(separator: ",", omittingEmptySubsequences: false)
            .map { part in
                let word = String(part).trimmingBlanks
                return table[word] ?? word
            }
            .joined(separator: ",")
    }
}
