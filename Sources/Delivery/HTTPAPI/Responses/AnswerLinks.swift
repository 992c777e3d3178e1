internal import QueryPlanning
internal import ResponseFormats
internal import StatisticsModel
internal import StatisticsService

/// The paths that belong to an answer.
struct AnswerLinks: Sendable {
    /// The same answer for ever: snapshot, question and form in their one spelling.
    let permalink: String
    /// The same question at the newest snapshot.
    let latest: String
    /// The same answer as CSV.
    let csv: String
    /// The indicator's description.
    let metadata: String
    /// The same question at the snapshot before; `nil` when there is none.
    let predecessor: String?

    init(
        _ request: DataRequest,
        of slice: Slice,
        predecessor: Snapshot?
    ) {
        let ids = slice.plan.indicators.map(\.text).joined(separator: ",")
        let isJoined = slice.plan.isJoined
        let resource = isJoined ? "data" : "indicators/\(ids)/data"
        let indicator =
            isJoined ? [ObservationQuery.Parameter(name: "indicator", values: [ids])] : []
        let question = indicator + slice.plan.canonical
        let asked = indicator + request.query.parameters
        let form = request.form.parameters
        let base = "/v1/snapshots/\(slice.edition.snapshot.id)"
        permalink = "\(base)/\(resource)\(QueryText.text(of: question + form))"
        latest = "/v1/\(resource)\(QueryText.text(of: asked + form))"
        var plain = request.form
        plain.format = .csv
        csv = "\(base)/\(resource)\(QueryText.text(of: question + plain.parameters))"
        metadata =
            isJoined
            ? "\(base)/indicators" : "\(base)/indicators/\(ids)"
        self.predecessor = predecessor.map { snapshot in
            "/v1/snapshots/\(snapshot.id)/\(resource)\(QueryText.text(of: question + form))"
        }
    }

    /// The links that stand in an answer's body.
    func context(publicURL: String, isPinned: Bool) -> AnswerContext {
        AnswerContext(
            permalink: publicURL + permalink,
            latest: publicURL + latest,
            csv: publicURL + csv,
            metadata: publicURL + metadata,
            isPinned: isPinned
        )
    }

    /// The value of the header `Link`.
    func header(publicURL: String) -> String {
        var links = [
            (permalink, "permalink"), (latest, "latest-version"), (metadata, "describedby"),
        ]
        if let predecessor { links.append((predecessor, "predecessor-version")) }
        return links.map { "<\(publicURL)\($0)>; rel=\"\($1)\"" }.joined(separator: ", ")
    }
}

extension AnswerForm {
    /// The parameters of the form, in a fixed order; what is usual is left out.
    var parameters: [ObservationQuery.Parameter] {
        var parameters: [(String, String)] = []
        if format != .json { parameters.append(("format", format.rawValue)) }
        if layout != .rows { parameters.append(("layout", layout.rawValue)) }
        if labels != .both { parameters.append(("labels", labels.rawValue)) }
        if language != .danish { parameters.append(("lang", language.rawValue)) }
        return parameters.map { ObservationQuery.Parameter(name: $0, values: [$1]) }
    }
}
