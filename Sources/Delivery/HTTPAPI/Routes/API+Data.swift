internal import HTTPTypes
internal import Hummingbird
internal import NIOCore
internal import QueryPlanning
internal import ResponseFormats
internal import StatisticsModel
internal import StatisticsService

extension API {
    /// `GET` and `POST /v1/indicators/{indicator}/data`.
    func indicatorData(_ request: APIRequest) async throws(Problem) -> Response {
        try await data(request)
    }

    /// `GET` and `POST /v1/data`.
    func joinedData(_ request: APIRequest) async throws(Problem) -> Response {
        try await data(request)
    }

    private func data(_ request: APIRequest) async throws(Problem) -> Response {
        let now = service.currentInstant()
        let question = try DataRequest(request, now: now)
        let edition: Edition
        let slice: Slice
        let summary: SliceSummary
        let snapshots: [Snapshot]
        do {
            edition = try await service.edition(question.choice.selector)
            try checkIndicator(of: request, in: edition)
            slice = try await service.slice(question.query, of: edition)
            try checkForm(question.form, of: slice, in: question.place)
            summary = try await summaries.summary(of: slice)
            snapshots = try await service.snapshots()
        } catch let error as ServiceError {
            throw Problem(error, in: question.place) { error in
                CorrectedQuery(error, question.query).path(of: request)
            }
        } catch {
            throw Problem(wrapping: error)
        }
        let links = AnswerLinks(
            question,
            of: slice,
            predecessor: snapshots.last { $0.sequence < edition.snapshot.sequence }
        )
        let freshness = Freshness(isPinned: question.choice.isPinned, now: now)
        let tag = freshness.entityTag(
            AnswerTag.text(of: slice, summary, question.form, isPinned: question.choice.isPinned)
        )
        let headers = headers(of: edition.snapshot, freshness, tag: tag, links)
        if Freshness.isKnown(tag, request.headers[.ifNoneMatch]) {
            return Response(status: .notModified, headers: headers)
        }
        let encoder = AnswerEncoder(
            slice: slice,
            form: question.form,
            summary: summary,
            context: AnswerContext(
                permalink: settings.publicURL + links.permalink,
                latest: settings.publicURL + links.latest,
                csv: settings.publicURL + links.csv,
                metadata: settings.publicURL + links.metadata,
                isPinned: question.choice.isPinned
            )
        )
        return try await response(encoder, of: slice, summary, headers: headers)
    }

    /// Puts a small answer together, and lets a large one stream.
    private func response(
        _ encoder: AnswerEncoder,
        of slice: Slice,
        _ summary: SliceSummary,
        headers: HTTPFields
    ) async throws(Problem) -> Response {
        var headers = headers
        headers[.contentType] = encoder.contentType
        if let name = encoder.fileName {
            headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        }
        guard summary.rowCount * max(1, slice.plan.columns.count) <= settings.bufferedCells else {
            let body = ResponseBody { writer in
                try await encoder.write { bytes in
                    try await writer.write(ByteBuffer(bytes: bytes))
                }
                try await writer.finish(nil)
            }
            return Response(status: .ok, headers: headers, body: body)
        }
        var buffer = ByteBuffer()
        do {
            try await encoder.write { bytes in buffer.writeBytes(bytes) }
        } catch {
            throw Problem(wrapping: error)
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: buffer))
    }

    /// A path that names no indicator is no path; in a list it is a mistake in the question.
    private func checkIndicator(of request: APIRequest, in edition: Edition) throws(Problem) {
        guard let text = request.pathParameters["indicator"] else { return }
        _ = try indicator(named: text, in: edition)
    }

    /// JSON-stat has an order and a size of its own.
    private func checkForm(
        _ form: AnswerForm,
        of slice: Slice,
        in place: Problem.Item.Place
    ) throws(Problem) {
        guard form.format == .jsonStat else { return }
        let name = slice.plan.limit != nil ? "limit" : (slice.plan.sort.isEmpty ? nil : "sort")
        guard let name else { return }
        throw Problem(
            .invalidValue,
            BilingualText(
                danish: "json-stat er en hel terning og kan ikke bruges med \(name).",
                english: "json-stat is a whole cube and can't be used with \(name)."
            ),
            in: place,
            name: name,
            value: nil
        )
    }

    private func headers(
        of snapshot: Snapshot,
        _ freshness: Freshness,
        tag: String,
        _ links: AnswerLinks
    ) -> HTTPFields {
        var headers = snapshotHeaders(snapshot)
        headers[.eTag] = tag
        headers[.cacheControl] = freshness.cacheControl
        headers[.vary] = "Accept"
        headers[.contentLocation] = links.permalink
        headers[.link] = links.header(publicURL: settings.publicURL)
        return headers
    }

    /// The headers that name a snapshot.
    func snapshotHeaders(_ snapshot: Snapshot) -> HTTPFields {
        var headers: HTTPFields = [
            .snapshotID: snapshot.id.description,
            .snapshotSequence: String(snapshot.sequence),
        ]
        if let withdrawal = snapshot.withdrawal {
            headers[.deprecation] = "@\(withdrawal.at.secondsSinceEpoch)"
        }
        return headers
    }
}
