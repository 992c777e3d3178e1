internal import HTTPTypes
internal import QueryPlanning
internal import ResponseFormats
internal import StatisticsModel
internal import StatisticsService

/// A request for facts of the catalogue or for snapshots, parsed.
struct CatalogueRequest: Sendable {
    /// The formats of lists; things that are no list have only JSON.
    enum Format: String, CaseIterable, Sendable {
        case json
        case csv
        case csvDanish = "csv-da"

        var mediaType: String {
            switch self {
            case .json: "application/json"
            case .csv, .csvDanish: "text/csv"
            }
        }
    }

    /// Whether a request may choose a snapshot.
    enum Selectors {
        case allowed
        case none
    }

    /// The most items of a page.
    static let longestPage = 1_000

    /// Which snapshot; the newest where a request can't choose.
    let choice: SnapshotChoice
    /// The language of labels.
    let language: Language
    /// The format.
    let format: Format
    /// The most items; `nil` for no pages.
    let limit: Int?
    /// Where the page begins, from 0.
    let start: Int
    /// The filters that were given, in the order of `filterNames`.
    let filters: [ObservationQuery.Parameter]

    /// Parses a request.
    ///
    /// - Parameters:
    ///   - request: The request.
    ///   - isList: Whether there are formats besides JSON.
    ///   - isPaged: Whether there are pages.
    ///   - selectors: Whether a snapshot may be chosen.
    ///   - filterNames: The filters that the resource has.
    ///   - now: The current time.
    /// - Throws: A `Problem` that says what is wrong.
    init(
        _ request: APIRequest,
        isList: Bool,
        isPaged: Bool = false,
        selectors: Selectors = .allowed,
        filterNames: [String] = [],
        now: Instant
    ) throws(Problem) {
        var parameters = ParameterList(request.query, in: .query)
        var names = filterNames
        switch selectors {
        case .allowed:
            choice = try SnapshotChoice(
                from: &parameters,
                pathSnapshot: request.pathParameters["snapshot"],
                now: now
            )
            if request.pathParameters["snapshot"] == nil { names += SnapshotChoice.names }
        case .none:
            choice = SnapshotChoice(selector: .latest, isPinned: false)
        }
        language = try parameters.take("lang", default: .danish)
        format = try Self.format(from: &parameters, isList: isList, request.headers[.accept])
        if isPaged {
            limit = try parameters.take("limit", in: 1...Self.longestPage)
            start = try parameters.take("cursor", in: 0...1_000_000) ?? 0
            names += ["limit", "cursor"]
        } else {
            limit = nil
            start = 0
        }
        var filters: [ObservationQuery.Parameter] = []
        for name in filterNames {
            guard let value = try parameters.take(name) else { continue }
            filters.append(ObservationQuery.Parameter(name: name, values: [value]))
        }
        self.filters = filters
        try parameters.refuseRest(allowed: names + ["lang", "format"])
    }

    /// Returns the value of a filter; `nil` when it wasn't given.
    func filter(_ name: String) -> String? {
        filters.first { $0.name == name }?.values.first
    }

    /// The parameters of the answer's form, in a fixed order; what is usual is left out.
    func parameters(format: Format) -> [ObservationQuery.Parameter] {
        var parameters = filters
        if format != .json { parameters.append(.init(name: "format", values: [format.rawValue])) }
        if language != .danish {
            parameters.append(.init(name: "lang", values: [language.rawValue]))
        }
        return parameters
    }

    private static func format(
        from parameters: inout ParameterList,
        isList: Bool,
        _ accept: String?
    ) throws(Problem) -> Format {
        let formats: [Format] = isList ? Format.allCases : [.json]
        guard let word = try parameters.take("format") else {
            return try ContentNegotiation.choose(
                from: formats.filter { $0 != .csvDanish },
                mediaType: \.mediaType,
                accept: accept
            )
        }
        guard let format = formats.first(where: { $0.rawValue == word }) else {
            throw parameters.refusal(of: word, for: "format", allowed: formats.map(\.rawValue))
        }
        return format
    }
}
