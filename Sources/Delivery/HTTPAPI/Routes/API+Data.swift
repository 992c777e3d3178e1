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
        try await spokenData(request)
    }

    /// `GET` and `POST /v1/data`.
    func joinedData(_ request: APIRequest) async throws(Problem) -> Response {
        try await spokenData(request)
    }

    /// Answers, and says what is wrong in the language that the body asks for.
    private func spokenData(_ request: APIRequest) async throws(Problem) -> Response {
        do {
            return try await data(request)
        } catch {
            throw error.spoken(in: DataRequest.language(ofBody: request))
        }
    }

    private func data(_ request: APIRequest) async throws(Problem) -> Response {
        let now = service.currentInstant()
        let question = try DataRequest(request, now: now)
        let edition = try await edition(of: question)
        let freshness = Freshness(isPinned: question.choice.isPinned, now: now)
        let key = AnswerCache.Key(
            chain: edition.snapshot.chain,
            state: edition.snapshot.state,
            target: request.target,
            accept: request.headers[.accept],
            isPinned: freshness.isPinned
        )
        if request.method == .get, let kept = answers.answer(key) {
            return Self.response(kept, to: request, freshness)
        }
        let (slice, summary) = try await slice(of: question, request, edition)
        let links = AnswerLinks(
            question,
            of: slice,
            predecessor: try await predecessor(of: edition)
        )
        let tag = AnswerTag.text(of: slice, summary, question.form, isPinned: freshness.isPinned)
        var headers = headers(of: edition.snapshot, links)
        if Freshness.isKnown(freshness.entityTag(tag), request.ifNoneMatch) {
            freshness.mark(&headers, tag: tag)
            return Response(status: .notModified, headers: headers)
        }
        let encoder = AnswerEncoder(
            slice: slice,
            form: question.form,
            summary: summary,
            context: links.context(publicURL: settings.publicURL, isPinned: freshness.isPinned)
        )
        headers[.contentType] = encoder.contentType
        if let name = encoder.fileName {
            headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        }
        guard summary.rowCount * max(1, slice.plan.columns.count) <= settings.bufferedCells else {
            freshness.mark(&headers, tag: tag, isPost: request.method == .post)
            guard request.method != .head else {
                headers[.contentLength] = String(try await Self.length(of: encoder))
                return Response(status: .ok, headers: headers)
            }
            return Response(status: .ok, headers: headers, body: Self.stream(encoder))
        }
        let body = try await Self.buffer(encoder)
        let answer = AnswerCache.Answer(tag: tag, headers: headers, body: body)
        if request.method == .get { answers.keep(answer, for: key) }
        return Self.response(answer, to: request, freshness)
    }

    private func edition(of question: DataRequest) async throws(Problem) -> Edition {
        do {
            return try await service.edition(question.choice.selector)
        } catch {
            throw Problem(error, in: question.place)
        }
    }

    /// Plans a question and walks its answer once, for the digest.
    private func slice(
        of question: DataRequest,
        _ request: APIRequest,
        _ edition: Edition
    ) async throws(Problem) -> (Slice, SliceSummary) {
        try checkIndicator(of: request, in: edition)
        do {
            let slice = try await service.slice(question.query, of: edition)
            let summary = try await summaries.summary(of: slice)
            try checkForm(question.form, of: slice, in: question.place)
            return (slice, summary)
        } catch let error as ServiceError {
            throw Problem(error, in: question.place) { error in
                CorrectedQuery(error, question.query)
                    .path(of: request, trying: edition.planner)
            }
        } catch {
            throw Problem(wrapping: error)
        }
    }

    private func predecessor(of edition: Edition) async throws(Problem) -> Snapshot? {
        try await publicSnapshots().last { $0.sequence < edition.snapshot.sequence }
    }

    /// Sends a small answer, or says that the reader has it already.
    private static func response(
        _ answer: AnswerCache.Answer,
        to request: APIRequest,
        _ freshness: Freshness
    ) -> Response {
        var headers = answer.headers
        freshness.mark(&headers, tag: answer.tag, isPost: request.method == .post)
        if Freshness.isKnown(freshness.entityTag(answer.tag), request.ifNoneMatch) {
            headers[.contentType] = nil
            headers[.contentDisposition] = nil
            return Response(status: .notModified, headers: headers)
        }
        return Response(status: .ok, headers: headers, body: ResponseBody(byteBuffer: answer.body))
    }

    private static func buffer(_ encoder: AnswerEncoder) async throws(Problem) -> ByteBuffer {
        var buffer = ByteBuffer()
        do {
            try await encoder.write { bytes in buffer.writeBytes(bytes) }
        } catch {
            throw Problem(wrapping: error)
        }
        return buffer
    }

    /// Counts the bytes of an answer that is not kept.
    private static func length(of encoder: AnswerEncoder) async throws(Problem) -> Int {
        var length = 0
        do {
            try await encoder.write { bytes in length += bytes.count }
        } catch {
            throw Problem(wrapping: error)
        }
        return length
    }

    private static func stream(_ encoder: AnswerEncoder) -> ResponseBody {
        ResponseBody { writer in
            try await encoder.write { bytes in
                try await writer.write(ByteBuffer(bytes: bytes))
            }
            try await writer.finish(nil)
        }
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

    /// The headers that don't depend on the time of day.
    private func headers(of snapshot: Snapshot, _ links: AnswerLinks) -> HTTPFields {
        var headers = SnapshotDocument(snapshot, publicURL: settings.publicURL).headers
        headers[.vary] = "Accept"
        headers[.contentLocation] = links.permalink
        headers[.link] = links.header(publicURL: settings.publicURL)
        return headers
    }
}
