internal import StatisticsModel

/// The problems of a question as they are found.
///
/// A question may be wrong in thousands of places: after the first hundred nothing is added, and
/// only the first twenty get a search for what was meant, so that the work stays bounded.
struct ProblemList: Sendable {
    /// How many problems are told at most.
    static let limit = 100

    private var problems: [QueryProblem] = []
    private var searchesLeft = 20

    /// Makes an empty list.
    init() {}

    /// Whether nothing was wrong.
    var isEmpty: Bool { problems.isEmpty }

    /// Adds a problem.
    mutating func add(_ problem: QueryProblem) {
        guard problems.count < Self.limit else { return }
        problems.append(problem)
    }

    /// Searches for what was meant; `nil` when nothing is found or too much was searched for.
    mutating func suggestion<Found>(_ search: () -> Found?) -> Found? {
        guard searchesLeft > 0 else { return nil }
        searchesLeft -= 1
        return search()
    }

    /// Returns whether a parameter has a problem already.
    func contains(about parameter: String) -> Bool {
        problems.contains { $0.parameter == parameter }
    }

    /// Returns the error that tells all problems, in the order of the question.
    func error(in question: Question) -> PlanningError {
        let ordered = problems.enumerated()
            .sorted { left, right in
                let places = (
                    question.place(of: left.element.parameter),
                    question.place(of: right.element.parameter)
                )
                return places.0 == places.1 ? left.offset < right.offset : places.0 < places.1
            }
        return PlanningError(ordered.map(\.element))
    }
}
