import Foundation
import HTTPTypes
import MemoryStore
import StatisticsService
import Testing

@testable import HTTPAPI

/// What the contract lists is what the program has, both ways.
@Suite struct OperationTests {
    @Test func `every operation is routed, in the order of the contract, and nothing else`() throws
    {
        let contract = try ContractDocument.embedded()
        let service = StatisticsService(reader: MemorySnapshotStore()) { PublishedSnapshots.now }
        let api = API(service: service, settings: API.Settings(publicURL: "https://example.org"))

        let routed = api.routes.map { "\($0.method) \($0.path)" }

        #expect(routed == contract.operations.map { "\($0.method) \($0.path)" })
        #expect(Set(routed).count == routed.count)
    }

    @Test func `every operation has an id of its own, a tag, a summary and answers`() throws {
        let contract = try ContractDocument.embedded()

        #expect(Set(contract.operations.map(\.id)).count == contract.operations.count)
        for operation in contract.operations {
            #expect(!operation.id.isEmpty)
            #expect(operation.responses[200] != nil, "\(operation) has no answer")
            for parameter in operation.parameters {
                #expect(!parameter.examples.isEmpty, "\(operation) \(parameter.name): no example")
            }
        }
    }

    @Test func `every component is used`() throws {
        let contract = try ContractDocument.embedded()
        let text = String(decoding: Contract.yaml, as: UTF8.self)

        for kind in ["parameters", "requestBodies", "responses", "headers", "schemas", "examples"] {
            for name in contract.names(of: kind) {
                #expect(
                    text.contains("'#/components/\(kind)/\(name)'"),
                    "\(kind)/\(name) is unused"
                )
            }
        }
    }

    @Test func `the served documents are the file, as it is and as JSON`() async throws {
        let held = try await Conversation.shared.held()
        let file = PublishedSnapshots.top.appendingPathComponent("openapi.yaml")

        let yaml = try await held.published.send(.get, "/openapi.yaml")
        let json = try await held.published.send(.get, "/openapi.json")

        #expect(yaml.body == Array(try Data(contentsOf: file)))
        #expect(try JSON(parsing: json.body) == held.contract.root)
    }

    @Test func `a path that is not in the contract is 404, whatever the method`() async throws {
        let held = try await Conversation.shared.held()
        let paths = [
            "/", "/v1/", "/v2", "/v1/nothing", "/v1/indicators/y25i01/diff", "/metrics",
            "/v1/snapshots/2026-08-19/snapshots", "/v1/snapshots/2026-08-19/config", "/docs",
        ]

        for path in paths where path != "/v1/" {
            for method in ["GET", "POST", "DELETE", "HEAD", "OPTIONS"] {
                let answer = try await held.published.send(try #require(.init(method)), path)
                #expect(answer.status == 404, "\(method) \(path)")
            }
        }
    }
}
