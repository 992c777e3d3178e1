import HTTPTypes
import Testing

/// What may be asked is what the contract lists, both ways.
@Suite struct ParameterTests {
    /// Examples that fit a single indicator's data, but not a joined table.
    private static let unjoined = ["measure", "sort"]

    @Test func `every declared parameter is accepted with every example`() async throws {
        let held = try await Conversation.shared.held()

        for exchange in held.exchanges where exchange.probe.name.hasPrefix("example of ") {
            let name = exchange.probe.name.dropFirst("example of ".count)
            let isJoined = exchange.probe.operation.queryParameter("indicator") != nil
            guard exchange.answer.status == 200 || isJoined && Self.unjoined.contains(String(name))
            else {
                Issue.record("\(exchange): \(exchange.answer.text.prefix(300))")
                continue
            }
            guard exchange.answer.status != 200 else { continue }
            let problem = try JSON(parsing: exchange.answer.body)
            #expect(problem["code"] != "unknownParameter", "\(exchange)")
        }
    }

    @Test func `every word of a parameter is accepted`() async throws {
        let held = try await Conversation.shared.held()

        for exchange in held.exchanges where exchange.probe.name == "word" {
            #expect(
                exchange.answer.status == 200,
                "\(exchange): \(exchange.answer.text.prefix(300))"
            )
        }
    }

    @Test func `every example of a body's members is accepted in the body`() async throws {
        let held = try await Conversation.shared.held()

        for operation in held.contract.operations where operation.method == .post {
            for parameter in operation.queryParameters where !Self.unjoined.contains(parameter.name)
            {
                let example = try #require(parameter.examples.first)
                var probe = Probe.examples(of: operation, held.catalogue)
                    .first { $0.name == "example of \(parameter.name)" }
                let joined = probe?.query
                    .first { $0.name == "indicator" && parameter.name != $0.name }
                probe?.query = []
                var body = JSON.object([.init(name: parameter.name, value: example)])
                if operation.queryParameter("indicator") != nil, parameter.name != "indicator" {
                    body = body.adding("indicator", .string(joined?.value ?? "y25i01,y60a02"))
                }
                probe?.body = body.written
                let sent = try #require(probe)

                let answer = try await held.published.send(.post, sent.target, body: sent.bytes)

                #expect(answer.status == 200, "\(sent) \(body): \(answer.text.prefix(300))")
                let schema = try #require(operation.body?.schema)
                let validator = SchemaValidator(held.contract.references)
                #expect(validator.problems(of: body, against: schema).isEmpty, "\(sent) \(body)")
            }
        }
    }

    @Test func `what is not declared is refused by name`() async throws {
        let held = try await Conversation.shared.held()

        for exchange in held.exchanges where exchange.probe.name == "unknown parameter" {
            let problem = try JSON(parsing: exchange.answer.body)
            #expect(exchange.answer.status == 400, "\(exchange)")
            #expect(problem["code"] == "unknownParameter", "\(exchange)")
            #expect(problem["errors"]?.items.first?["name"] == "nonsense", "\(exchange)")
        }
    }

    @Test func `a parameter that only others have is refused`() async throws {
        let held = try await Conversation.shared.held()
        let codes: Set = ["unknownParameter", "conflictingSelectors"]
        var names: [String: JSON] = [:]
        for operation in held.contract.operations {
            for parameter in operation.queryParameters {
                names[parameter.name] = parameter.examples.first
            }
        }

        for operation in held.contract.operations {
            for (name, example) in names.sorted(by: { $0.key < $1.key })
            where operation.queryParameter(name) == nil {
                let probe = Probe(operation, name, query: [(name, example.text)])
                let answer = try await held.published.send(
                    probe.method,
                    probe.target,
                    body: probe.bytes
                )
                #expect(answer.status == 400, "\(probe)")
                let code = try JSON(parsing: answer.body)["code"]?.string ?? ""
                #expect(codes.contains(code), "\(probe): \(code)")
            }
        }
    }

    @Test func `a required parameter can't be left out`() async throws {
        let held = try await Conversation.shared.held()

        for path in ["/v1/data", "/v1/snapshots/2026-08-19/data"] {
            let answer = try await held.published.send(.get, path)
            #expect(answer.status == 400)
            #expect(answer.text.contains("\"name\":\"indicator\""))
        }
    }

    @Test func `each example satisfies its own schema`() throws {
        let contract = try ContractDocument.embedded()
        let validator = SchemaValidator(contract.references)

        for operation in contract.operations {
            for parameter in operation.parameters {
                for example in parameter.examples {
                    let problems = validator.problems(of: example, against: parameter.schema)
                    #expect(problems.isEmpty, "\(operation) \(parameter.name): \(problems)")
                }
            }
            if let body = operation.body {
                #expect(validator.problems(of: body.example, against: body.schema).isEmpty)
            }
        }
    }
}
