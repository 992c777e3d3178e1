internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import StatisticsModel

extension APIRequest {
    /// Takes what the routes need out of a request, with its whole body.
    ///
    /// - Throws: A `Problem` when the query can't be read or the body is too large or encoded.
    init(
        _ request: Request,
        _ context: BasicRequestContext,
        maxBodyBytes: Int
    ) async throws(Problem) {
        method = request.method
        path = request.uri.path
        target = request.uri.string
        headers = request.headers
        var parameters: [String: String] = [:]
        for (name, value) in context.parameters {
            parameters[String(name)] = QueryText.decoded(value.utf8, plusIsBlank: false) ?? ""
        }
        pathParameters = parameters
        guard let query = QueryText.parameters(of: request.uri.query ?? "") else {
            throw Problem(
                .malformedQuery,
                BilingualText(
                    danish: "URL'ens parametre er ikke rigtigt procentkodet UTF-8.",
                    english: "The URL's parameters are not properly percent-encoded UTF-8."
                )
            )
        }
        self.query = query
        body =
            request.method == .post
            ? try await Self.body(of: request, limit: maxBodyBytes) : []
    }

    private static func body(of request: Request, limit: Int) async throws(Problem) -> [UInt8] {
        let encoding = request.headers[.contentEncoding]?.lowercased() ?? "identity"
        guard encoding == "identity" else {
            throw Problem(
                .unsupportedEncoding,
                BilingualText(
                    danish: "Indholdet er kodet som \"\(encoding)\", som ikke kan læses her.",
                    english: "The body is encoded as \"\(encoding)\", which can't be read here."
                ),
                in: .header,
                name: "Content-Encoding",
                value: encoding,
                allowed: ["identity"]
            )
        }
        do {
            return Array(buffer: try await request.body.collect(upTo: limit))
        } catch is NIOTooManyBytesError {
            throw Problem(
                .bodyTooLarge,
                BilingualText(
                    danish: "Indholdet må højst have \(limit) bytes.",
                    english: "The body may have \(limit) bytes at most."
                ),
                headers: [.connection: "close"]
            )
        } catch {
            throw Problem(
                .invalidBody,
                BilingualText(
                    danish: "Indholdet nåede ikke helt frem.",
                    english: "The body did not arrive completely."
                ),
                cause: "\(error)"
            )
        }
    }
}
