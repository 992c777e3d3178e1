import Testing

/// What the bodies are is what the contract says they are.
@Suite struct AnswerTests {
    @Test func `every media type that an operation declares is served, and no other`() async throws
    {
        let held = try await Conversation.shared.held()
        let good = held.exchanges.filter { $0.answer.status == 200 }
        let exchanges = Dictionary(grouping: good, by: \.probe.operation.id)

        for operation in held.contract.operations {
            let served = Set(exchanges[operation.id, default: []].map(\.answer.mediaType))
            let declared = Set((operation.responses[200]?.content ?? [:]).keys)
            #expect(served == Set(declared.map(Optional.some)), "\(operation)")
        }
    }

    @Test func `the Content-Type of every answer is declared`() async throws {
        let held = try await Conversation.shared.held()

        for exchange in held.exchanges {
            switch exchange.answer.status {
            case 304: #expect(exchange.answer.mediaType == nil, "\(exchange)")
            case 405: #expect(exchange.answer.mediaType == "application/problem+json")
            default:
                let type = try #require(exchange.answer.mediaType, "\(exchange)")
                #expect(exchange.declared?.content[type] != nil, "\(exchange): \(type)")
            }
        }
    }

    @Test func `Accept gets the media type that it names`() async throws {
        let held = try await Conversation.shared.held()

        for exchange in held.exchanges
        where exchange.probe.name.hasPrefix("Accept ") && exchange.answer.status == 200 {
            let wanted = exchange.probe.name.dropFirst("Accept ".count)
            guard wanted != "image/png" else { continue }
            #expect(exchange.answer.mediaType == String(wanted), "\(exchange)")
        }
    }

    @Test func `every JSON answer satisfies its schema`() async throws {
        let held = try await Conversation.shared.held()
        let validator = SchemaValidator(held.contract.references)

        for exchange in held.exchanges where exchange.answer.isJSON {
            let schema = exchange.declared?.content[exchange.answer.mediaType ?? ""]
            guard let schema else { continue }
            let document = try JSON(parsing: exchange.answer.body)
            let problems = validator.problems(of: document, against: schema)
            #expect(problems.isEmpty, "\(exchange): \(problems.prefix(4))")
        }
    }

    @Test func `every line of NDJSON satisfies the schema of lines, and the last one ends them`()
        async throws
    {
        let held = try await Conversation.shared.held()
        let validator = SchemaValidator(held.contract.references)
        let schema = try #require(held.contract.schema("NDJSONText")["x-line"])
        let end = held.contract.schema("EndOfRows")
        var count = 0

        for exchange in held.exchanges where exchange.answer.mediaType == "application/x-ndjson" {
            count += 1
            let lines = try exchange.answer.body.split(separator: UInt8(ascii: "\n"))
                .map { try JSON(parsing: $0) }
            for line in lines {
                let problems = validator.problems(of: line, against: schema)
                #expect(problems.isEmpty, "\(exchange): \(problems.prefix(3))")
            }
            let last = try #require(lines.last)
            #expect(validator.problems(of: last, against: end).isEmpty)
            #expect(last["rows"] == .number(Double(lines.count - 1)))
        }
        #expect(count > 0)
    }

    @Test func `texts satisfy the patterns of their schemas`() async throws {
        let held = try await Conversation.shared.held()
        let validator = SchemaValidator(held.contract.references)

        for exchange in held.exchanges
        where exchange.answer.status == 200 && !exchange.answer.isJSON {
            let schema = exchange.declared?.content[exchange.answer.mediaType ?? ""]
            let text = JSON.string(exchange.answer.text)
            let problems = validator.problems(of: text, against: try #require(schema))
            #expect(problems.isEmpty, "\(exchange): \(problems.prefix(3))")
        }
    }

    /// The schemas are strict enough to notice: an answer with a member more or less is refused.
    @Test func `an answer with a member more or less would not pass`() async throws {
        let held = try await Conversation.shared.held()
        let validator = SchemaValidator(held.contract.references)
        let plain = held.exchanges.filter { exchange in
            exchange.probe.name == "plain" && exchange.answer.mediaType == "application/json"
                && exchange.probe.operation.id != "getOpenAPIJSON"
        }

        #expect(plain.count > 20)
        for exchange in plain {
            let schema = try #require(exchange.declared?.content["application/json"])
            let document = try JSON(parsing: exchange.answer.body)
            let more = document.adding("surprise", .bool(true))
            #expect(!validator.problems(of: more, against: schema).isEmpty, "\(exchange)")
            for member in document.members {
                // The one member that may be missing.
                if member.name == "snapshot", exchange.probe.operation.id == "getReadiness" {
                    continue
                }
                let less = document.removing(member.name)
                let problems = validator.problems(of: less, against: schema)
                #expect(!problems.isEmpty, "\(exchange) without \(member.name)")
            }
        }
    }

    @Test func `the examples of answers satisfy the schemas they stand beside`() throws {
        let contract = try ContractDocument.embedded()
        let references = contract.references
        let validator = SchemaValidator(references)

        for response in contract.root["components"]?["responses"]?.members ?? [] {
            for media in response.value["content"]?.members ?? [] {
                for example in media.value["examples"]?.members ?? [] {
                    let value = try #require(references.resolved(example.value)["value"])
                    let schema = try #require(media.value["schema"])
                    let problems = validator.problems(of: value, against: schema)
                    #expect(
                        problems.isEmpty,
                        "\(response.name) \(example.name): \(problems.prefix(3))"
                    )
                }
            }
        }
    }

    @Test func `nothing that only the log may know stands in an answer`() async throws {
        let held = try await Conversation.shared.held()

        for exchange in held.exchanges where exchange.answer.status >= 400 {
            let text = exchange.answer.text
            for secret in [FailingReader.cause, "sqlite", "StoreError", "Swift.", "cause"] {
                #expect(!text.contains(secret), "\(exchange)")
            }
        }
    }
}

extension Answer {
    /// Whether the body is one JSON document.
    var isJSON: Bool { mediaType == "application/json" || mediaType == "application/problem+json" }
}
