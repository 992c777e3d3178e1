internal import HTTPTypes
internal import QueryPlanning
internal import ResponseFormats
internal import StatisticsModel

/// A request for observations, parsed: which snapshot, in what form, and the question itself.
struct DataRequest: Sendable {
    /// Which snapshot.
    let choice: SnapshotChoice
    /// In what form the answer goes out.
    let form: AnswerForm
    /// The question; what is wrong with it, planning says.
    let query: ObservationQuery
    /// Where the parameters stood.
    let place: Problem.Item.Place

    /// Parses a request.
    ///
    /// - Parameters:
    ///   - request: The request; its path may name a snapshot and an indicator.
    ///   - now: The current time.
    /// - Throws: A `Problem` when the selector or the form can't be read.
    init(_ request: APIRequest, now: Instant) throws(Problem) {
        var parameters = try Self.parameters(of: request)
        place = parameters.place
        choice = try SnapshotChoice(
            from: &parameters,
            pathSnapshot: request.pathParameters["snapshot"],
            now: now
        )
        form = try AnswerForm(from: &parameters, accept: request.headers[.accept])
        let indicator = request.pathParameters["indicator"]
        let indicators = indicator.map { [$0] } ?? Self.list(parameters.takeAll("indicator"))
        guard !indicators.isEmpty else { throw Self.missingIndicator(in: place) }
        query = ObservationQuery(
            indicators: indicators,
            isJoined: indicator == nil,
            parameters: parameters.rest
        )
    }

    /// The language that a request's body asks for; `nil` when it has none, or can't be read.
    static func language(ofBody request: APIRequest) -> Language? {
        guard request.method == .post,
            let members = try? BodyText.parameters(of: request.body),
            let values = members.first(where: { $0.name == "lang" })?.values, values.count == 1
        else { return nil }
        return Language(rawValue: values[0])
    }

    /// Takes the parameters from the query or the body; the same name may not stand in both.
    private static func parameters(of request: APIRequest) throws(Problem) -> ParameterList {
        guard request.method == .post else { return ParameterList(request.query, in: .query) }
        let members = try BodyText.parameters(of: request.body)
        let names = Set(members.map(\.name))
        if let twice = request.query.first(where: { names.contains($0.name) }) {
            throw Problem(
                .invalidBody,
                BilingualText(
                    danish: "\(twice.name) står både i URL'en og i indholdet. Behold ét sted.",
                    english: "\(twice.name) stands both in the URL and in the body. Keep one."
                ),
                in: .body,
                name: twice.name,
                value: twice.values.first
            )
        }
        return ParameterList(members + request.query, in: .body)
    }

    private static func list(_ values: [String]) -> [String] {
        values.flatMap { $0.split(separator: ",", omittingEmptySubsequences: false) }
            .map { String($0).trimmingBlanks }
    }

    private static func missingIndicator(in place: Problem.Item.Place) -> Problem {
        Problem(
            .emptyValue,
            BilingualText(
                danish: "Nævn de indikatorer, tabellen skal have: indicator=y25i01,y60a02.",
                english: "Name the indicators of the table: indicator=y25i01,y60a02."
            ),
            in: place,
            name: "indicator",
            value: nil,
            suggestion: "y25i01"
        )
    }
}
