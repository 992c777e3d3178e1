internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import ResponseFormats
internal import StatisticsModel
internal import StatisticsService

extension API {
    /// `GET /v1`.
    func root(_ request: APIRequest) async throws(Problem) -> Response {
        let now = service.currentInstant()
        let parsed = try CatalogueRequest(request, isList: false, selectors: .none, now: now)
        let newest = try await publicSnapshots().last { $0.isCurrent(at: now) }
        let document = RootDocument(
            publicURL: settings.publicURL,
            language: parsed.language,
            newest: newest
        )
        let answer = CatalogueAnswer(document.value)
        return answer.response(to: request, parsed.format, Freshness(isPinned: false, now: now))
    }

    /// `GET /v1/config`.
    func config(_ request: APIRequest) async throws(Problem) -> Response {
        let now = service.currentInstant()
        let parsed = try CatalogueRequest(request, isList: false, selectors: .none, now: now)
        let answer = CatalogueAnswer(ConfigDocument(settings, parsed.language).value)
        return answer.response(to: request, parsed.format, Freshness(isPinned: false, now: now))
    }

    /// `GET /health/live`.
    func live(_ request: APIRequest) async throws(Problem) -> Response {
        try refuseParameters(of: request)
        return health(snapshot: nil)
    }

    /// `GET /health/ready`.
    func ready(_ request: APIRequest) async throws(Problem) -> Response {
        try refuseParameters(of: request)
        let newest: Snapshot?
        do {
            newest = try await service.probe()
        } catch {
            throw Problem(error)
        }
        guard let newest else { throw Problem.nothingPublished }
        return health(snapshot: newest)
    }

    private func refuseParameters(of request: APIRequest) throws(Problem) {
        try ParameterList(request.query, in: .query).refuseRest(allowed: [])
    }

    private func health(snapshot: Snapshot?) -> Response {
        var members: [(String, JSONValue)] = [
            ("status", .string("pass")), ("version", .string(Self.version)),
        ]
        if let snapshot { members.append(("snapshot", .string(snapshot.id.description))) }
        return Response(
            status: .ok,
            headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: JSONValue.object(members).bytes))
        )
    }

    /// `GET /problems/{code}`.
    func problem(_ request: APIRequest) async throws(Problem) -> Response {
        var parameters = ParameterList(request.query, in: .query)
        let language = try parameters.take("lang", default: Language.danish)
        try parameters.refuseRest(allowed: ["lang"])
        let text = request.pathParameter("code")
        guard let code = ProblemCode(rawValue: text) else {
            throw Problem(
                .unknownProblem,
                BilingualText(
                    danish: "Der er ingen fejlkode \"\(text)\".",
                    english: "There is no problem \"\(text)\"."
                ),
                in: .path,
                name: "code",
                value: text,
                allowed: ProblemCode.allCases.map(\.rawValue)
            )
        }
        let page = ProblemPage(code, language)
        let type = try ContentNegotiation.choose(
            from: ["text/plain", "text/html"],
            mediaType: { $0 },
            accept: request.headers[.accept]
        )
        let bytes = Array((type == "text/html" ? page.html : page.text).utf8)
        let freshness = Freshness(isPinned: false, now: service.currentInstant())
        let tag = freshness.entityTag(TagHash.hex(of: [bytes]))
        var headers: HTTPFields = [
            .eTag: tag, .cacheControl: freshness.cacheControl, .vary: "Accept",
        ]
        if Freshness.isKnown(tag, request.headers[.ifNoneMatch]) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = "\(type); charset=utf-8"
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}
