import QueryPlanning

/// A wrong question and the words in which it is refused.
struct WordingSample: Sendable, CustomStringConvertible {
    let indicators: [String]
    let parameters: [(String, String)]
    let kind: QueryProblem.Kind
    let suggestion: String?
    let danish: String
    let english: String

    var description: String {
        indicators.joined(separator: ",") + parameters.map { " \($0)=\($1)" }.joined()
    }

    static let all: [WordingSample] = names + members + periods + columns
}
