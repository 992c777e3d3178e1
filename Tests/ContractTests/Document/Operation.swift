import HTTPTypes

/// One operation of the contract, with all references followed but those within schemas.
struct Operation: Sendable, CustomStringConvertible {
    struct Parameter: Sendable {
        let name: String
        let place: String
        let isRequired: Bool
        let schema: JSON
        /// The values that the contract shows; at least one.
        let examples: [JSON]
    }

    struct Header: Sendable {
        let isRequired: Bool
        let schema: JSON
    }

    struct Response: Sendable {
        let headers: [String: Header]
        /// The schema of each media type.
        let content: [String: JSON]
    }

    let method: HTTPRequest.Method
    let path: String
    let id: String
    let parameters: [Parameter]
    let responses: [Int: Response]
    /// The schema of the body and an example; `nil` for what has none.
    let body: (schema: JSON, example: JSON)?

    var description: String { id }

    init(
        method: HTTPRequest.Method,
        path: String,
        item: JSON,
        object: JSON,
        _ references: References
    ) {
        self.method = method
        self.path = path
        id = object["operationId"]?.string ?? ""
        let listed = (item["parameters"]?.items ?? []) + (object["parameters"]?.items ?? [])
        parameters = listed.map { Self.parameter(references.resolved($0), references) }
        var responses: [Int: Response] = [:]
        for response in object["responses"]?.members ?? [] {
            guard let status = Int(response.name) else { continue }
            responses[status] = Self.response(references.resolved(response.value), references)
        }
        self.responses = responses
        body = object["requestBody"]
            .map { body in
                let media = references.resolved(body)["content"]?["application/json"]
                let example = media?["examples"]?.members.first?.value["value"]
                return (media?["schema"] ?? .null, example ?? .null)
            }
    }

    /// The parameters of the query.
    var queryParameters: [Parameter] { parameters.filter { $0.place == "query" } }

    /// The query parameter of a name; `nil` when the operation has none.
    func queryParameter(_ name: String) -> Parameter? {
        queryParameters.first { $0.name == name }
    }

    static func response(_ object: JSON, _ references: References) -> Response {
        var headers: [String: Header] = [:]
        for member in object["headers"]?.members ?? [] {
            let header = references.resolved(member.value)
            headers[member.name.lowercased()] = Header(
                isRequired: header["required"]?.bool ?? false,
                schema: header["schema"] ?? .null
            )
        }
        var content: [String: JSON] = [:]
        for media in object["content"]?.members ?? [] {
            content[media.name] = media.value["schema"] ?? .null
        }
        return Response(headers: headers, content: content)
    }

    private static func parameter(_ object: JSON, _ references: References) -> Parameter {
        let named = object["examples"]?.members
            .compactMap { references.resolved($0.value)["value"] }
        return Parameter(
            name: object["name"]?.string ?? "",
            place: object["in"]?.string ?? "",
            isRequired: object["required"]?.bool ?? false,
            schema: object["schema"] ?? .null,
            examples: object["example"].map { [$0] } ?? named ?? []
        )
    }
}
