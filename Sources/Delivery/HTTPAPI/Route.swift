internal import HTTPTypes
internal import Hummingbird

/// One operation of the contract.
struct Route: Sendable {
    /// Answers a request, or says why not.
    typealias Handler = @Sendable (APIRequest) async throws(Problem) -> Response

    /// The method; `HEAD` comes with `GET`.
    let method: HTTPRequest.Method
    /// The path as `openapi.yaml` writes it: `/v1/indicators/{indicator}`.
    let path: String
    /// What answers.
    let handler: Handler

    static func get(_ path: String, _ handler: @escaping Handler) -> Route {
        Route(method: .get, path: path, handler: handler)
    }

    static func post(_ path: String, _ handler: @escaping Handler) -> Route {
        Route(method: .post, path: path, handler: handler)
    }
}
