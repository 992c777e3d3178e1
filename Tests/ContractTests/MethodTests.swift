import HTTPTypes
import Testing

/// HEAD and OPTIONS, which the contract promises for every path at once.
@Suite struct MethodTests {
    @Test func `HEAD is GET without the body`() async throws {
        let held = try await Conversation.shared.held()
        let requestID = try #require(HTTPField.Name("Request-Id"))

        for exchange in held.exchanges
        where exchange.probe.method == .get && exchange.probe.side == .published {
            let head = try await held.published.send(
                .head,
                exchange.probe.target,
                headers: exchange.probe.headers
            )
            var expected = exchange.answer.headers
            var headers = head.headers
            expected[requestID] = nil
            headers[requestID] = nil

            #expect(head.status == exchange.answer.status, "\(exchange)")
            #expect(head.body.isEmpty, "\(exchange)")
            #expect(headers == expected, "\(exchange)")
        }
    }

    @Test func `OPTIONS says what a page of another site may do`() async throws {
        let held = try await Conversation.shared.held()

        for operation in held.contract.operations where operation.method == .get {
            let methods = held.contract.operations.filter { $0.path == operation.path }
                .map(\.method.rawValue)
            let allowed = (["GET", "HEAD"] + methods.filter { $0 != "GET" } + ["OPTIONS"])
                .joined(separator: ", ")

            let answer = try await held.published.send(
                .options,
                Probe(operation, "preflight").target,
                headers: [.origin: "https://example.com", .accessControlRequestMethod: "GET"]
            )

            #expect(answer.status == 204, "\(operation)")
            #expect(answer.body.isEmpty)
            #expect(answer.headers[.allow] == allowed)
            #expect(answer.headers[.accessControlAllowMethods] == allowed)
            #expect(answer.headers[.accessControlAllowOrigin] == "*")
        }
    }
}
