internal import HTTPTypes
public import Hummingbird
public import StatisticsService

/// The API of `openapi.yaml` over one service.
public struct API: Sendable {
    /// What an operator decides about the API.
    public struct Settings: Sendable {
        /// What absolute links begin with, without a slash at the end.
        public var publicURL: String
        /// The most bytes of a request's body.
        public var maxBodyBytes: Int
        /// The most bytes of a request's path and query.
        public var maxURLBytes: Int
        /// The most bytes of a request's headers.
        public var maxHeaderBytes: Int
        /// The most cells of an answer that is put together in memory; larger ones stream.
        public var bufferedCells: Int
        /// The most bytes of small answers that are kept as they went out.
        public var answerCacheBytes: Int

        /// Makes settings; each has a default but the URL.
        public init(
            publicURL: String,
            maxBodyBytes: Int = 1 << 20,
            maxURLBytes: Int = 16 << 10,
            maxHeaderBytes: Int = 64 << 10,
            bufferedCells: Int = 5_000,
            answerCacheBytes: Int = 16 << 20
        ) {
            self.publicURL = publicURL
            self.maxBodyBytes = maxBodyBytes
            self.maxURLBytes = maxURLBytes
            self.maxHeaderBytes = maxHeaderBytes
            self.bufferedCells = bufferedCells
            self.answerCacheBytes = answerCacheBytes
        }
    }

    /// The version of the running program.
    static let version = "0.1.0"

    let service: StatisticsService
    let settings: Settings
    let summaries = SummaryCache()
    let answers: AnswerCache

    /// Makes the API.
    ///
    /// - Parameters:
    ///   - service: What answers the questions.
    ///   - settings: What an operator decides.
    public init(service: StatisticsService, settings: Settings) {
        self.service = service
        self.settings = settings
        answers = AnswerCache(capacityBytes: settings.answerCacheBytes)
    }

    /// Makes a responder for all operations, with every refusal as a problem document.
    public func responder() -> some HTTPResponder<BasicRequestContext> {
        let router = Router(
            context: BasicRequestContext.self,
            options: [.autoGenerateHeadEndpoints]
        )
        router.add(middleware: Gate(settings: settings))
        let paths = Dictionary(grouping: routes, by: \.path)
        for (path, routes) in paths {
            for route in routes {
                router.on(RouterPath(path), method: route.method) { request, context in
                    try await route.handler(
                        APIRequest(request, context, maxBodyBytes: settings.maxBodyBytes)
                    )
                }
            }
            let offered = routes.map(\.method)
            let allowed = Self.allowed(offered)
            for method in Self.methods where !allowed.contains(method) {
                router.on(RouterPath(path), method: method) { _, _ -> Response in
                    throw Problem.methodNotAllowed(method, allowed: allowed)
                }
            }
            router.on(RouterPath(path), method: .options) { _, _ in
                Preflight.response(allowed: allowed)
            }
        }
        return router.buildResponder()
    }

    /// The methods that a path answers, if only by saying that they are not allowed.
    static let methods: [HTTPRequest.Method] = [
        .get, .head, .post, .put, .patch, .delete, .trace, .connect,
    ]

    private static func allowed(_ offered: [HTTPRequest.Method]) -> [HTTPRequest.Method] {
        let implied: [HTTPRequest.Method] = offered.contains(.get) ? [.get, .head] : []
        return implied + offered.filter { !implied.contains($0) } + [.options]
    }
}
