import HTTPTypes
import Testing

/// The headers of answers are those that the contract declares.
@Suite struct HeaderTests {
    /// What HTTP and CORS have of their own on every answer.
    private static let general: Set = [
        "content-type", "content-length", "access-control-allow-origin",
        "access-control-expose-headers", "x-content-type-options",
    ]

    @Test func `no answer has a header that is not declared`() async throws {
        let held = try await Conversation.shared.held()

        for exchange in held.exchanges {
            guard let declared = exchange.declared?.headers else { continue }
            for field in exchange.answer.headers {
                let name = field.name.canonicalName
                if Self.general.contains(name) { continue }
                // A problem is never kept, and a body that is too large ends the connection.
                if exchange.answer.status >= 400, name == "cache-control" {
                    #expect(field.value == "no-store")
                    continue
                }
                if exchange.answer.status == 413, name == "connection" { continue }
                #expect(declared[name] != nil, "\(exchange): \(name)")
            }
        }
    }

    @Test func `every header that is declared is sent, always when it is required`() async throws {
        let held = try await Conversation.shared.held()
        var sent: [String: Set<String>] = [:]
        for exchange in held.exchanges {
            let key = "\(exchange.probe.operation) \(exchange.answer.status)"
            let names = exchange.answer.headers.map(\.name.canonicalName)
            sent[key, default: []].formUnion(names)
            for (name, header) in exchange.declared?.headers ?? [:] where header.isRequired {
                #expect(names.contains(name), "\(exchange): \(name)")
            }
        }

        for operation in held.contract.operations {
            for (status, response) in operation.responses where status != 304 {
                var missing = Set(response.headers.keys)
                    .subtracting(sent["\(operation) \(status)", default: []])
                // The newest snapshot is a withdrawn one only when all are.
                if operation.id == "getIndicatorVersions" { missing.remove("deprecation") }
                #expect(missing.isEmpty, "\(operation) \(status) never sends \(missing.sorted())")
            }
        }
    }

    @Test func `header values satisfy their schemas`() async throws {
        let held = try await Conversation.shared.held()
        let validator = SchemaValidator(held.contract.references)

        for exchange in held.exchanges {
            for (name, header) in exchange.declared?.headers ?? [:] {
                guard let key = HTTPField.Name(name), let text = exchange.answer.headers[key] else {
                    continue
                }
                let isNumber = held.contract.references.resolved(header.schema)["type"] == "integer"
                let value = isNumber ? Double(text).map(JSON.number) : nil
                let problems = validator.problems(
                    of: value ?? .string(text),
                    against: header.schema
                )
                #expect(problems.isEmpty, "\(exchange) \(name): \(problems)")
            }
        }
    }

    @Test func `an answer from a snapshot names it in the body and in the headers`() async throws {
        let held = try await Conversation.shared.held()
        let id = try #require(HTTPField.Name("Snapshot-Id"))
        let sequence = try #require(HTTPField.Name("Snapshot-Sequence"))
        var count = 0

        for exchange in held.exchanges
        where exchange.answer.status == 200 && exchange.answer.mediaType == "application/json" {
            let document = try JSON(parsing: exchange.answer.body)
            let stat = document["extension"]?["snapshot"]
            guard let reference = stat ?? document["snapshot"], exchange.answer.headers[id] != nil
            else { continue }
            count += 1
            #expect(reference["id"]?.string == exchange.answer.headers[id], "\(exchange)")
            #expect(reference["sequence"]?.text == exchange.answer.headers[sequence], "\(exchange)")
            let isWithdrawn = reference["status"] == "withdrawn"
            let deprecation = exchange.answer.headers[try #require(HTTPField.Name("Deprecation"))]
            #expect(isWithdrawn == (deprecation != nil), "\(exchange)")
        }
        #expect(count > 100)
    }

    @Test func `what is pinned is immutable and strong, and what isn't is neither`() async throws {
        let held = try await Conversation.shared.held()
        let selectors = ["snapshot", "sequence", "asOf"]

        for exchange in held.exchanges
        where exchange.probe.method == .get && [200, 304].contains(exchange.answer.status) {
            guard let tag = exchange.answer.headers[.eTag] else { continue }
            let operation = exchange.probe.operation
            let isMirrored = operation.path.hasPrefix("/v1/snapshots/{snapshot}/")
            let isChosen = exchange.probe.query.contains { name, value in
                selectors.contains(name) && value != "latest" && value != "2026-09-01"
            }
            let isPinned = isMirrored || isChosen
            #expect(tag.hasPrefix("\"") == isPinned, "\(exchange)")
            let cache = exchange.answer.headers[.cacheControl]
            let expected = isPinned ? "public, max-age=604800, immutable" : "public, max-age=300"
            #expect(cache == expected, "\(exchange)")
        }
    }
}
