internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import QueryPlanning
internal import ResponseFormats
internal import StatisticsModel
internal import StatisticsService

extension API {
    /// `GET /v1/snapshots`.
    func snapshots(_ request: APIRequest) async throws(Problem) -> Response {
        let now = service.currentInstant()
        let parsed = try CatalogueRequest(
            request,
            isList: true,
            isPaged: true,
            selectors: .none,
            now: now
        )
        let all = try await publicSnapshots()
        let newest = all.last { $0.isCurrent(at: now) }
        // A cursor is a sequence, so that a release between two pages moves nothing.
        let start = parsed.start == 0 ? Int.max : parsed.start
        let older = all.reversed().filter { $0.sequence < start }
        let page = older.prefix(parsed.limit ?? CatalogueRequest.longestPage)
        let next = page.count < older.count ? page.last?.sequence : nil
        let items = page.map { snapshot in
            JSONValue.object(
                SnapshotDocument(snapshot, publicURL: settings.publicURL).facts(newest: newest)
            )
        }
        let path = "\(settings.publicURL)/v1/snapshots"
        let nextURL = next.map { path + nextPage(parsed, from: $0) }
        let latest = path + QueryText.text(of: parsed.parameters(format: parsed.format))
        let answer = CatalogueAnswer(
            .object([
                ("items", .array(items)), ("total", .integer(all.count)),
                (
                    "links",
                    .object([
                        (
                            "csv",
                            .string(path + QueryText.text(of: parsed.parameters(format: .csv)))
                        ),
                        ("latest", .string(latest)), ("next", .text(nextURL)),
                    ])
                ),
            ]),
            table: ItemTable(items, columns: Self.snapshotColumns),
            fileName: "snapshots",
            links: nextURL.map { [($0, "next")] } ?? []
        )
        return answer.response(to: request, parsed.format, Freshness(isPinned: false, now: now))
    }

    private static let snapshotColumns = [
        "id", "sequence", "status", "releasedAt", "recordedAt", "backfilled", "dataMonth",
        "reason", "root", "chain",
    ]

    private func nextPage(_ request: CatalogueRequest, from sequence: Int) -> String {
        var parameters = request.parameters(format: request.format)
        if let limit = request.limit {
            parameters.append(.init(name: "limit", values: [String(limit)]))
        }
        parameters.append(.init(name: "cursor", values: [String(sequence)]))
        return QueryText.text(of: parameters)
    }

    /// `GET /v1/snapshots/{snapshot}`.
    func snapshot(_ request: APIRequest) async throws(Problem) -> Response {
        let now = service.currentInstant()
        let parsed = try CatalogueRequest(request, isList: false, now: now)
        let edition = try await edition(parsed)
        let snapshots = try await publicSnapshots()
        let document = SnapshotDocument(edition.snapshot, publicURL: settings.publicURL)
        let previous = snapshots.last { $0.sequence < edition.snapshot.sequence }
        let newest = snapshots.last { $0.isCurrent(at: now) }
        let answer = CatalogueAnswer(
            .object(
                document.facts(newest: newest)
                    + document.details(edition, previous: previous, parsed.language)
            ),
            links: previous.map { snapshot in
                [("\(settings.publicURL)/v1/snapshots/\(snapshot.id)", "predecessor-version")]
            } ?? []
        )
        // Its status changes at the next release, so it is not the same for ever.
        var headers = document.headers
        headers[.contentLocation] = "/v1/snapshots/\(edition.snapshot.id)"
        let freshness = Freshness(isPinned: false, now: now)
        return answer.response(to: request, parsed.format, freshness, headers: headers)
    }

    /// `GET /v1/snapshots/{snapshot}/manifest`.
    func manifest(_ request: APIRequest) async throws(Problem) -> Response {
        let now = service.currentInstant()
        var parameters = ParameterList(request.query, in: .query)
        let choice = try SnapshotChoice(
            from: &parameters,
            pathSnapshot: request.pathParameter("snapshot"),
            now: now
        )
        try parameters.refuseRest(allowed: [])
        _ = try ContentNegotiation.choose(
            from: ["text/plain"],
            mediaType: { $0 },
            accept: request.headers[.accept]
        )
        let edition: Edition
        do {
            edition = try await service.edition(choice.selector)
        } catch {
            throw Problem(error)
        }
        let freshness = Freshness(isPinned: true, now: now)
        var headers = SnapshotDocument(edition.snapshot, publicURL: settings.publicURL).headers
        let tag = freshness.entityTag(edition.snapshot.root.description)
        headers[.eTag] = tag
        headers[.cacheControl] = freshness.cacheControl
        headers[.vary] = "Accept"
        headers[.contentLocation] = "/v1/snapshots/\(edition.snapshot.id)/manifest"
        if Freshness.isKnown(tag, request.headers[.ifNoneMatch]) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentType] = "text/plain; charset=utf-8"
        let body = ByteBuffer(string: edition.manifestText)
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: body))
    }
}
