internal import HTTPTypes
internal import Hummingbird
internal import ResponseFormats
internal import StatisticsModel
internal import StatisticsService

extension API {
    /// `GET /v1/indicators`.
    func indicators(_ request: APIRequest) async throws(Problem) -> Response {
        let now = service.currentInstant()
        let parsed = try CatalogueRequest(
            request,
            isList: true,
            isPaged: true,
            filterNames: ["subject", "q", "source"],
            now: now
        )
        let edition = try await edition(parsed)
        let page = Page(try IndicatorFilter(parsed, edition).indicators, parsed)
        let envelope = Envelope(parsed, edition, "indicators", publicURL: settings.publicURL)
        let documents = page.items.map { indicator in
            IndicatorDocument(indicator, edition, parsed.language, publicURL: settings.publicURL)
        }
        let items = documents.map(\.summary)
        let answer = CatalogueAnswer(
            .object(
                envelope.members(isTranslated: documents.allSatisfy(\.isTranslated)) + [
                    ("items", .array(items)), ("total", .integer(page.total)),
                    ("links", envelope.links(next: page.next)),
                ]
            ),
            table: ItemTable(items, columns: IndicatorDocument.columns),
            fileName: "indicators_\(edition.snapshot.id)",
            links: envelope.headerLinks(next: page.next)
        )
        return answer.response(to: request, parsed, now, envelope)
    }

    /// `GET /v1/indicators/{indicator}`.
    func indicator(_ request: APIRequest) async throws(Problem) -> Response {
        let now = service.currentInstant()
        let parsed = try CatalogueRequest(request, isList: false, now: now)
        let edition = try await edition(parsed)
        let indicator = try indicator(named: request.pathParameter("indicator"), in: edition)
        let document = IndicatorDocument(
            indicator,
            edition,
            parsed.language,
            publicURL: settings.publicURL
        )
        let envelope = Envelope(
            parsed,
            edition,
            "indicators/\(indicator.id)",
            publicURL: settings.publicURL
        )
        let answer = CatalogueAnswer(
            .object(envelope.members(isTranslated: document.isTranslated) + document.details),
            links: envelope.headerLinks(next: nil)
        )
        return answer.response(to: request, parsed, now, envelope)
    }

    /// `GET /v1/indicators/{indicator}/versions`.
    func indicatorVersions(_ request: APIRequest) async throws(Problem) -> Response {
        let now = service.currentInstant()
        let parsed = try CatalogueRequest(request, isList: true, selectors: .none, now: now)
        let edition = try await edition(parsed)
        let indicator = try indicator(named: request.pathParameter("indicator"), in: edition)
        let snapshots = try await publicSnapshots()
        let newest = edition.snapshot
        let changed = snapshots.reversed()
            .filter {
                $0.origin.changedIndicators.contains(indicator.id)
            }
        let items = changed.map { version(of: indicator, $0, newest: newest) }
        let path = "\(settings.publicURL)/v1/indicators/\(indicator.id)/versions"
        let itself = path + QueryText.text(of: parsed.parameters(format: parsed.format))
        let envelope = Envelope(parsed, edition, "", publicURL: settings.publicURL)
        let label = indicator.label.text(in: parsed.language)
        let isTranslated = !indicator.label.isMissing(in: .english)
        let members = envelope.members(isTranslated: isTranslated)
            .map { name, value in
                name == "permalink" ? (name, JSONValue.string(itself)) : (name, value)
            }
        let csv = path + QueryText.text(of: parsed.parameters(format: .csv))
        let answer = CatalogueAnswer(
            .object(
                members + [
                    (
                        "indicator",
                        .object([
                            ("id", .string(indicator.id.text)), ("label", .string(label)),
                        ])
                    ),
                    ("items", .array(items)), ("total", .integer(items.count)),
                    (
                        "links",
                        .object([
                            ("csv", .string(csv)), ("latest", .string(itself)), ("next", .null),
                        ])
                    ),
                ]
            ),
            table: ItemTable(items, columns: Self.versionColumns),
            fileName: "\(indicator.id)_versions"
        )
        let freshness = Freshness(isPinned: false, now: now)
        let headers = SnapshotDocument(newest, publicURL: settings.publicURL).headers
        return answer.response(to: request, parsed.format, freshness, headers: headers)
    }

    private static let versionColumns = [
        "id", "sequence", "status", "releasedAt", "dataMonth", "reason", "data",
    ]

    private func version(
        of indicator: Indicator,
        _ snapshot: Snapshot,
        newest: Snapshot
    ) -> JSONValue {
        let document = SnapshotDocument(snapshot, publicURL: settings.publicURL)
        let data =
            "\(settings.publicURL)/v1/snapshots/\(snapshot.id)/indicators/\(indicator.id)/data"
        return .object([
            ("id", .string(snapshot.id.description)),
            ("sequence", .integer(snapshot.sequence)),
            ("status", .string(document.status(newest: newest))),
            ("releasedAt", .string(snapshot.releaseAt.description)),
            ("dataMonth", .string(snapshot.dataMonth.description)),
            ("reason", .string(snapshot.origin.reason)),
            ("data", .string(data)),
        ])
    }
}
