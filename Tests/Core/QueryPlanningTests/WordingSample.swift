import QueryPlanning

struct WordingSample: Sendable, CustomStringConvertible {
    let indicators: [String]
    let parameters: [(String, String)]
    let kind: QueryProblem.Kind
    let suggestion: String?
    let danish: String
    let english: String
    var description: String { "\(indicators) \(parameters)" }
    static let all: [WordingSample] = []
}
