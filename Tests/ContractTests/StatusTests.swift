import HTTPTypes
import Testing

/// Every declared status is produced, and every status produced is declared.
@Suite struct StatusTests {
    @Test func `no operation answers with a status that it doesn't declare`() async throws {
        let held = try await Conversation.shared.held()

        for exchange in held.exchanges where exchange.answer.status != 405 {
            #expect(exchange.declared != nil, "\(exchange): \(exchange.answer.text.prefix(200))")
        }
    }

    @Test func `every status that an operation declares is produced`() async throws {
        let held = try await Conversation.shared.held()
        let exchanges = Dictionary(grouping: held.exchanges, by: \.probe.operation.id)

        for operation in held.contract.operations {
            let produced = Set(exchanges[operation.id, default: []].map(\.answer.status))
            let missing = Set(operation.responses.keys).subtracting(produced)
            #expect(missing.isEmpty, "\(operation) never answers \(missing.sorted())")
        }
    }

    @Test func `any other method is 405 and says which there are`() async throws {
        let held = try await Conversation.shared.held()
        let declared = try #require(held.contract.operation("getRoot")?.responses[405])
        let schema = try #require(declared.content["application/problem+json"])
        let validator = SchemaValidator(held.contract.references)

        for exchange in held.exchanges where exchange.probe.name.hasPrefix("method ") {
            let methods = held.contract.operations
                .filter { $0.path == exchange.probe.operation.path }.map(\.method.rawValue)
            let allowed = ["GET", "HEAD"] + methods.filter { $0 != "GET" } + ["OPTIONS"]
            #expect(exchange.answer.status == 405, "\(exchange)")
            #expect(exchange.answer.headers[.allow] == allowed.joined(separator: ", "))
            let problem = try JSON(parsing: exchange.answer.body)
            #expect(validator.problems(of: problem, against: schema).isEmpty, "\(exchange)")
        }
    }

    /// What each kind of mistake is, whatever the operation.
    @Test(arguments: [
        ("plain", 200), ("unknown parameter", 400), ("malformed query", 400), ("long URL", 414),
        ("heavy headers", 431), ("large body", 413), ("packed body", 415),
        ("any Content-Type", 200),
        ("twice", 400), ("If-None-Match W/\"other\"", 200), ("snapshot 2026-12-19", 404),
        ("snapshot 2001-01-01", 404), ("snapshot zzz", 404), ("unknown indicator", 404),
        ("unknown snapshot", 404), ("unknown area", 404), ("unknown fund", 404),
        ("unknown dimension", 404), ("unknown code", 404),
    ])
    func `a mistake has the same status everywhere`(name: String, status: Int) async throws {
        let held = try await Conversation.shared.held()
        let exchanges = held.exchanges.filter { $0.probe.name == name }

        #expect(!exchanges.isEmpty)
        for exchange in exchanges where exchange.probe.headers[.ifNoneMatch] != "*" {
            #expect(exchange.answer.status == status, "\(exchange)")
        }
    }

    @Test func `what has an ETag is 304 to who has it already`() async throws {
        let held = try await Conversation.shared.held()

        for exchange in held.exchanges
        where exchange.probe.name == "plain" && exchange.probe.method == .get {
            guard let tag = exchange.answer.headers[.eTag] else { continue }
            let answer = try await held.published.send(
                .get,
                exchange.probe.target,
                headers: [.ifNoneMatch: tag]
            )
            #expect(answer.status == 304, "\(exchange)")
            #expect(answer.body.isEmpty)
            #expect(answer.headers[.eTag] == tag)
            #expect(answer.headers[.cacheControl] == exchange.answer.headers[.cacheControl])
        }
    }
}
