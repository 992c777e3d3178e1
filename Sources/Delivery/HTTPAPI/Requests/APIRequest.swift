internal import HTTPTypes
internal import QueryPlanning
internal import StatisticsModel

/// A request as the routes see it: no sockets, no framework.
struct APIRequest: Sendable {
    /// The method.
    let method: HTTPRequest.Method
    /// The path as it was sent, without the query.
    let path: String
    /// The path and query as they were sent.
    let target: String
    /// What stands in the braces of the route's path.
    let pathParameters: [String: String]
    /// The parameters of the query, in the order of their first appearance.
    let query: [ObservationQuery.Parameter]
    /// The headers.
    let headers: HTTPFields
    /// The body; empty when there is none.
    let body: [UInt8]

    /// Returns what stands in the braces of a path; a route that asks for another name is wrong.
    func pathParameter(_ name: String) -> String {
        guard let value = pathParameters[name] else {
            preconditionFailure("the route's path must have the parameter \(name)")
        }
        return value
    }

    /// What the reader has already; a `POST` is always answered whole.
    var ifNoneMatch: String? { method == .post ? nil : headers[.ifNoneMatch] }

    /// The language of the answer, also of one that is an error; Danish unless English is asked for.
    var language: Language {
        query.last { $0.name == "lang" }?.values.last == Language.english.rawValue
            ? .english : .danish
    }
}
