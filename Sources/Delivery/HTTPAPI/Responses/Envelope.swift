internal import HTTPTypes
internal import QueryPlanning
internal import ResponseFormats
internal import StatisticsModel
internal import StatisticsService

/// What surrounds an answer from the catalogue: snapshot, permalink, remarks and links.
struct Envelope {
    private let request: CatalogueRequest
    private let edition: Edition
    private let publicURL: String
    /// The resource below `/v1` or a snapshot: `indicators/y25i01`.
    private let resource: String

    init(_ request: CatalogueRequest, _ edition: Edition, _ resource: String, publicURL: String) {
        self.request = request
        self.edition = edition
        self.resource = resource
        self.publicURL = publicURL
    }

    /// What resources of this snapshot begin with.
    var base: String { "\(publicURL)/v1/snapshots/\(edition.snapshot.id)" }

    /// The same answer for ever.
    var permalink: String {
        "\(base)/\(resource)\(QueryText.text(of: request.parameters(format: request.format)))"
    }

    /// The same question at the newest snapshot.
    var latest: String {
        let parameters = request.parameters(format: request.format)
        return "\(publicURL)/v1/\(resource)\(QueryText.text(of: parameters))"
    }

    /// The members that every answer begins with.
    func members(isTranslated: Bool) -> [(String, JSONValue)] {
        var notes = edition.snapshot.notes.map { $0.text(in: request.language) }
        if !isTranslated, request.language == .english {
            notes.append("Where an English text is missing, the Danish one stands in.")
        }
        return [
            (
                "snapshot",
                SnapshotReference.document(of: edition.snapshot)
            ),
            ("permalink", .string(permalink)),
            ("notes", .array(notes.map(JSONValue.string))),
        ]
    }

    /// The links of a list.
    func links(next: Int?) -> JSONValue {
        .object([
            (
                "csv",
                .string(
                    "\(base)/\(resource)\(QueryText.text(of: request.parameters(format: .csv)))"
                )
            ),
            ("latest", .string(latest)),
            ("next", next.map { .string(page(from: $0)) } ?? .null),
        ])
    }

    /// The links of the header `Link`.
    func headerLinks(next: Int?) -> [(url: String, relation: String)] {
        var links = [(permalink, "permalink"), (latest, "latest-version")]
        if let next { links.append((page(from: next), "next")) }
        return links
    }

    /// The headers that name the snapshot and the permalink.
    var headers: HTTPFields {
        var headers = SnapshotDocument(edition.snapshot, publicURL: publicURL).headers
        headers[.contentLocation] = String(permalink.dropFirst(publicURL.count))
        return headers
    }

    private func page(from start: Int) -> String {
        var parameters = request.parameters(format: request.format)
        if let limit = request.limit {
            parameters.append(.init(name: "limit", values: [String(limit)]))
        }
        parameters.append(.init(name: "cursor", values: [String(start)]))
        return "\(base)/\(resource)\(QueryText.text(of: parameters))"
    }
}

/// The part of a list that a request asks for.
struct Page<Item> {
    let items: [Item]
    let total: Int
    /// Where the next page begins; `nil` on the last.
    let next: Int?

    init(_ all: [Item], _ request: CatalogueRequest) {
        let start = min(request.start, all.count)
        let end = min(start + (request.limit ?? CatalogueRequest.longestPage), all.count)
        items = Array(all[start..<end])
        total = all.count
        next = end < all.count ? end : nil
    }
}
