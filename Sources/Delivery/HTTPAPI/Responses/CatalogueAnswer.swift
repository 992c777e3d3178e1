internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import QueryPlanning
internal import ResponseFormats
internal import StatisticsModel

/// An answer that is put together whole: a document, or for lists a table of its items.
struct CatalogueAnswer {
    /// The document.
    let document: JSONValue
    /// The items as a table; `nil` for what is no list.
    let table: ItemTable?
    /// The name of a download, without the extension.
    let fileName: String
    /// What `Link` says.
    let links: [(url: String, relation: String)]

    init(
        _ document: JSONValue,
        table: ItemTable? = nil,
        fileName: String = "",
        links: [(url: String, relation: String)] = []
    ) {
        self.document = document
        self.table = table
        self.fileName = fileName
        self.links = links
    }

    /// Encodes the answer from a snapshot, or says that the reader has it already.
    func response(
        to request: APIRequest,
        _ parsed: CatalogueRequest,
        _ now: Instant,
        _ envelope: Envelope
    ) -> Response {
        let freshness = Freshness(isPinned: parsed.choice.isPinned, now: now)
        return response(to: request, parsed.format, freshness, headers: envelope.headers)
    }

    /// Encodes the answer, or says that the reader has it already.
    func response(
        to request: APIRequest,
        _ format: CatalogueRequest.Format,
        _ freshness: Freshness,
        headers base: HTTPFields = [:]
    ) -> Response {
        let bytes = bytes(format)
        var headers = base
        let tag = freshness.entityTag(TagHash.hex(of: [bytes]))
        headers[.eTag] = tag
        headers[.cacheControl] = freshness.cacheControl
        headers[.vary] = "Accept"
        if !links.isEmpty {
            headers[.link] = links.map { "<\($0.url)>; rel=\"\($0.relation)\"" }
                .joined(separator: ", ")
        }
        if Freshness.isKnown(tag, request.headers[.ifNoneMatch]) {
            return Response(status: .notModified, headers: headers)
        }
        switch format {
        case .json: headers[.contentType] = "application/json"
        case .csv, .csvDanish:
            headers[.contentType] = "text/csv; charset=utf-8; header=present"
            headers[.contentDisposition] = "attachment; filename=\"\(fileName).csv\""
        }
        return Response(
            status: .ok,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    private func bytes(_ format: CatalogueRequest.Format) -> [UInt8] {
        guard let table, format != .json else { return document.bytes }
        return TableText(columns: table.columns, rows: table.rows)
            .bytes(isDanish: format == .csvDanish)
    }
}
