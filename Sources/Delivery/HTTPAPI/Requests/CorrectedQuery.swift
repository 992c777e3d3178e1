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
    func path(of request: APIRequest) -> String? {
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
        let corrected = request.query.map { parameter in
            ObservationQuery.Parameter(
                name: names[parameter.name] ?? parameter.name,
                values: parameter.values.map { text in
                    Self.corrected(text, by: values[parameter.name] ?? [:])
                }
            )
        }
        guard corrected != request.query else { return nil }
        return request.path + QueryText.text(of: corrected)
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
