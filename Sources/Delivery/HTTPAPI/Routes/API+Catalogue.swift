internal import HTTPTypes
internal import Hummingbird
internal import QueryPlanning
internal import ResponseFormats
internal import StatisticsModel
internal import StatisticsService

extension API {
    /// Opens the edition that a request chooses.
    func edition(_ request: CatalogueRequest) async throws(Problem) -> Edition {
        do {
            return try await service.edition(request.choice.selector)
        } catch {
            throw Problem(error)
        }
    }

    /// Returns the public snapshots, oldest first.
    func publicSnapshots() async throws(Problem) -> [Snapshot] {
        do {
            return try await service.snapshots()
        } catch {
            throw Problem(error)
        }
    }

    /// `GET /v1/subjects`.
    func subjects(_ request: APIRequest) async throws(Problem) -> Response {
        let now = service.currentInstant()
        let parsed = try CatalogueRequest(request, isList: true, now: now)
        let edition = try await edition(parsed)
        let envelope = Envelope(parsed, edition, "subjects", publicURL: settings.publicURL)
        let document = SubjectDocument(edition, parsed.language)
        let answer = CatalogueAnswer(
            .object(
                envelope.members(isTranslated: document.isTranslated) + [
                    ("items", .array(document.tree)),
                    ("total", .integer(edition.catalogue.subjects.count)),
                    ("links", envelope.links(next: nil)),
                ]
            ),
            table: ItemTable(document.rows, columns: SubjectDocument.columns),
            fileName: "subjects_\(edition.snapshot.id)",
            links: envelope.headerLinks(next: nil)
        )
        return answer.response(to: request, parsed, now, envelope)
    }

    /// `GET /v1/dimensions`.
    func dimensions(_ request: APIRequest) async throws(Problem) -> Response {
        let now = service.currentInstant()
        let parsed = try CatalogueRequest(request, isList: true, now: now)
        let edition = try await edition(parsed)
        let envelope = Envelope(parsed, edition, "dimensions", publicURL: settings.publicURL)
        let documents = edition.catalogue.dimensions.map { DimensionDocument($0, parsed.language) }
        let items = documents.map { $0.summary(base: envelope.base) }
        let answer = CatalogueAnswer(
            .object(
                envelope.members(isTranslated: documents.allSatisfy(\.isTranslated)) + [
                    ("items", .array(items)), ("total", .integer(items.count)),
                    ("links", envelope.links(next: nil)),
                ]
            ),
            table: ItemTable(items, columns: DimensionDocument.columns),
            fileName: "dimensions_\(edition.snapshot.id)",
            links: envelope.headerLinks(next: nil)
        )
        return answer.response(to: request, parsed, now, envelope)
    }

    /// `GET /v1/dimensions/{dimension}`.
    func dimension(_ request: APIRequest) async throws(Problem) -> Response {
        let now = service.currentInstant()
        let parsed = try CatalogueRequest(
            request,
            isList: true,
            isPaged: true,
            filterNames: ["level", "parent", "q", "validOn"],
            now: now
        )
        let edition = try await edition(parsed)
        let dimension = try dimension(named: request.pathParameter("dimension"), in: edition)
        let members = try MemberFilter(parsed, dimension).members(edition.search)
        let page = Page(members, parsed)
        let document = DimensionDocument(dimension, parsed.language)
        let items = page.items.map { JSONValue.object(document.facts(of: $0)) }
        let envelope = Envelope(
            parsed,
            edition,
            "dimensions/\(dimension.id)",
            publicURL: settings.publicURL
        )
        let sources = SourceDocument.all(dimension.sources, in: edition.catalogue)
        let answer = CatalogueAnswer(
            .object(
                envelope.members(isTranslated: document.isTranslated) + document.facts + [
                    ("sources", .array(sources)), ("members", .array(items)),
                    ("matched", .integer(page.total)),
                    ("links", envelope.links(next: page.next)),
                ]
            ),
            table: ItemTable(items, columns: DimensionDocument.memberColumns),
            fileName: "\(dimension.id)_\(edition.snapshot.id)",
            links: envelope.headerLinks(next: page.next)
        )
        return answer.response(to: request, parsed, now, envelope)
    }

    /// `GET /v1/areas/{area}`.
    func area(_ request: APIRequest) async throws(Problem) -> Response {
        try await member(request, of: .area, named: "area", "areas", unknown: .unknownArea) {
            document,
            member in
            [("groups", document.groups(of: member)), ("members", document.members(of: member))]
        }
    }

    /// `GET /v1/funds/{fund}`.
    func fund(_ request: APIRequest) async throws(Problem) -> Response {
        try await member(request, of: Code("akasse"), named: "fund", "funds", unknown: .unknownFund)
        {
            _,
            _ in []
        }
    }

    private func member(
        _ request: APIRequest,
        of dimension: Code<Dimension>,
        named name: String,
        _ collection: String,
        unknown: ProblemCode,
        extra: (DimensionDocument, Member) -> [(String, JSONValue)]
    ) async throws(Problem) -> Response {
        let now = service.currentInstant()
        let parsed = try CatalogueRequest(request, isList: false, now: now)
        let edition = try await edition(parsed)
        guard let dimension = edition.catalogue.dimension(dimension) else {
            throw Problem(wrapping: MissingDimension(id: dimension.text))
        }
        let member = try member(
            named: request.pathParameter(name),
            of: dimension,
            parameter: name,
            unknown: unknown
        )
        let document = DimensionDocument(dimension, parsed.language)
        let envelope = Envelope(
            parsed,
            edition,
            "\(collection)/\(member.code)",
            publicURL: settings.publicURL
        )
        let links = JSONValue.object([
            ("dimension", .string("\(envelope.base)/dimensions/\(dimension.id)")),
            ("latest", .string(envelope.latest)),
        ])
        let answer = CatalogueAnswer(
            .object(
                envelope.members(isTranslated: !member.label.isMissing(in: .english))
                    + document.facts(of: member) + extra(document, member) + [("links", links)]
            ),
            links: envelope.headerLinks(next: nil)
        )
        return answer.response(to: request, parsed, now, envelope)
    }
}
