internal import HTTPTypes
internal import Hummingbird
internal import StatisticsModel

/// The answer to a browser that asks what another site's page may do here.
enum Preflight {
    /// Returns the answer, which is the same for everyone and good for a day.
    static func response(allowed: [HTTPRequest.Method]) -> Response {
        let methods = allowed.map(\.rawValue).joined(separator: ", ")
        return Response(
            status: .noContent,
            headers: [
                .allow: methods,
                .accessControlAllowMethods: methods,
                .accessControlAllowHeaders: "Accept, Content-Type, If-None-Match",
                .accessControlMaxAge: "86400",
            ]
        )
    }
}

extension Problem {
    /// Says which methods a path has.
    static func methodNotAllowed(
        _ method: HTTPRequest.Method,
        allowed: [HTTPRequest.Method]
    ) -> Problem {
        let methods = allowed.map(\.rawValue).joined(separator: ", ")
        return Problem(
            .methodNotAllowed,
            BilingualText(
                danish: "Stien kan ikke bruges med \(method.rawValue), kun med \(methods).",
                english: "The path can't be used with \(method.rawValue), only with \(methods)."
            ),
            headers: [.allow: methods]
        )
    }
}
