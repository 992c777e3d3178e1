internal import HTTPTypes
internal import Hummingbird
internal import Logging
internal import ResponseFormats
internal import StatisticsModel

/// What every request passes: limits on the way in, one error shape and headers on the way out.
struct Gate: RouterMiddleware {
    let settings: API.Settings

    @concurrent
    func handle(
        _ request: Request,
        context: BasicRequestContext,
        next: @concurrent (Request, BasicRequestContext) async throws -> Response
    ) async throws -> Response {
        let start = ContinuousClock.now
        var response: Response
        do {
            try checkLimits(of: request)
            response = try await next(request, context)
        } catch let problem as Problem {
            response = answer(to: request, problem, context)
        } catch let error as HTTPError where error.status == .notFound {
            response = answer(to: request, Self.absence(of: request), context)
        } catch {
            response = answer(to: request, .accident(error), context)
        }
        response.headers[.accessControlAllowOrigin] = "*"
        response.headers[.accessControlExposeHeaders] = Self.exposedHeaders
        response.headers[.xContentTypeOptions] = "nosniff"
        response.headers[.requestID] = context.id
        context.logger.debug(
            "answered a request",
            metadata: [
                "method": "\(request.method)", "path": "\(request.uri.path)",
                "status": "\(response.status.code)",
                "duration_us": "\((ContinuousClock.now - start) / .microseconds(1))",
            ]
        )
        return response
    }

    private static let exposedHeaders = [
        "ETag", "Link", "Content-Location", "Content-Disposition", "Snapshot-Id",
        "Snapshot-Sequence", "Deprecation", "Request-Id", "Retry-After",
    ]
    .joined(separator: ", ")

    private func checkLimits(of request: Request) throws(Problem) {
        let urlBytes = request.uri.string.utf8.count
        guard urlBytes <= settings.maxURLBytes else {
            throw Problem(
                .urlTooLong,
                BilingualText(
                    danish: "URL'en har \(urlBytes) bytes; den må højst have "
                        + "\(settings.maxURLBytes). Send parametrene som JSON med POST.",
                    english: "The URL has \(urlBytes) bytes; it may have \(settings.maxURLBytes) "
                        + "at most. Send the parameters as JSON with POST."
                )
            )
        }
        let headerBytes = request.headers.reduce(0) { sum, field in
            sum + field.name.rawName.utf8.count + field.value.utf8.count
        }
        guard headerBytes <= settings.maxHeaderBytes else {
            throw Problem(
                .headersTooLarge,
                BilingualText(
                    danish: "Headerne har \(headerBytes) bytes; de må højst have "
                        + "\(settings.maxHeaderBytes).",
                    english: "The headers have \(headerBytes) bytes; they may have "
                        + "\(settings.maxHeaderBytes) at most."
                )
            )
        }
    }

    private func answer(
        to request: Request,
        _ problem: Problem,
        _ context: BasicRequestContext
    ) -> Response {
        if problem.code.status.kind == .serverError {
            context.logger.error(
                "refused a request",
                metadata: ["code": "\(problem.code)", "cause": "\(problem.cause ?? "")"]
            )
        }
        let isEnglish =
            request.uri.query?.split(separator: "&").contains("lang=en") == true
        let document = problem.document(
            publicURL: settings.publicURL,
            path: request.uri.path,
            requestID: context.id,
            language: problem.language ?? (isEnglish ? .english : .danish)
        )
        var headers = problem.headers
        headers[.contentType] = "application/problem+json"
        headers[.cacheControl] = "no-store"
        let response = Response(
            status: problem.code.status,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: document.bytes))
        )
        return request.method == .head ? response.createHeadResponse() : response
    }

    /// A path that isn't there, or a method that no path has.
    private static func absence(of request: Request) -> Problem {
        guard API.methods.contains(request.method) || request.method == .options else {
            return .methodNotAllowed(request.method, allowed: [.get, .head, .options])
        }
        return unknownPath(request)
    }

    private static func unknownPath(_ request: Request) -> Problem {
        Problem(
            .unknownPath,
            BilingualText(
                danish: "Der er intet på stien \(request.uri.path). Alle stier står i "
                    + "/openapi.yaml, og /v1 siger, hvor man begynder.",
                english: "There is nothing at the path \(request.uri.path). All paths are listed "
                    + "in /openapi.yaml, and /v1 says where to begin."
            ),
            tryPath: "/v1"
        )
    }
}

extension HTTPField.Name {
    /// What the log calls the request.
    static let requestID = Self.known("Request-Id")
    /// The id of the snapshot that was answered from.
    static let snapshotID = Self.known("Snapshot-Id")
    /// The sequence of the snapshot that was answered from.
    static let snapshotSequence = Self.known("Snapshot-Sequence")
    /// Other resources that belong to this one, RFC 8288.
    static let link = Self.known("Link")
    /// That a resource should not be used any more, RFC 9745.
    static let deprecation = Self.known("Deprecation")

    private static func known(_ name: String) -> Self {
        guard let name = Self(name) else { preconditionFailure("\(name) is a header's name") }
        return name
    }
}
