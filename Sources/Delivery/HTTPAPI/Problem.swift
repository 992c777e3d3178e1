internal import HTTPTypes
internal import ResponseFormats
internal import StatisticsModel

/// Why a request was not answered, as the reader gets to know it: RFC 9457.
struct Problem: Error {
    /// One thing that is wrong with a request.
    struct Item: Sendable, Equatable {
        /// Where it stands.
        enum Place: String, Sendable {
            case query, path, body, header
        }

        let place: Place
        let name: String
        let value: String?
        let allowed: [String]
        let suggestion: String?
        let detail: BilingualText
    }

    /// What happened; it decides about status and title.
    let code: ProblemCode
    /// What happened here, in a sentence or two.
    let detail: BilingualText
    /// All that is wrong with the request.
    let items: [Item]
    /// A path and query that would work; `nil` when none is known.
    let tryPath: String?
    /// What the status demands: `Allow`, `Retry-After`.
    let headers: HTTPFields
    /// What the log gets and the reader doesn't.
    let cause: String?
    /// The language that a request's body asks for; `nil` leaves it to the query.
    private(set) var language: Language?

    init(
        _ code: ProblemCode,
        _ detail: BilingualText,
        items: [Item] = [],
        tryPath: String? = nil,
        headers: HTTPFields = [:],
        cause: String? = nil
    ) {
        self.code = code
        self.detail = detail
        self.items = items
        self.tryPath = tryPath
        self.headers = headers
        self.cause = cause
    }

    /// Says what is wrong with one parameter.
    init(
        _ code: ProblemCode,
        _ detail: BilingualText,
        in place: Item.Place = .query,
        name: String,
        value: String?,
        allowed: [String] = [],
        suggestion: String? = nil
    ) {
        let item = Item(
            place: place,
            name: name,
            value: value,
            allowed: allowed,
            suggestion: suggestion,
            detail: detail
        )
        self.init(code, detail, items: [item])
    }

    /// Returns the problem in a language that the request asked for.
    func spoken(in language: Language?) -> Problem {
        var problem = self
        problem.language = language
        return problem
    }

    /// The problem as a document.
    ///
    /// - Parameters:
    ///   - publicURL: What absolute links begin with.
    ///   - path: The path that was asked for.
    ///   - requestID: What the log calls the request.
    ///   - language: The language of the texts.
    /// - Returns: The members of RFC 9457, then those of this API.
    func document(
        publicURL: String,
        path: String,
        requestID: String,
        language: Language
    ) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("type", .string("\(publicURL)/problems/\(code.rawValue)")),
            ("title", .string(code.title.text(in: language))),
            ("status", .integer(code.status.code)),
            ("detail", .string(detail.text(in: language))),
            ("instance", .string(path)),
            ("code", .string(code.rawValue)),
        ]
        if !items.isEmpty {
            members.append(("errors", .array(items.map { $0.document(language) })))
        }
        members.append(("requestId", .string(requestID)))
        if let tryPath { members.append(("tryUrl", .string(publicURL + tryPath))) }
        return .object(members)
    }
}

extension Problem.Item {
    fileprivate func document(_ language: Language) -> JSONValue {
        .object([
            ("in", .string(place.rawValue)),
            ("name", .string(name)),
            ("value", value.map(JSONValue.string) ?? .null),
            ("allowed", .array(allowed.map(JSONValue.string))),
            ("suggestion", suggestion.map(JSONValue.string) ?? .null),
            ("detail", .string(detail.text(in: language))),
        ])
    }
}
