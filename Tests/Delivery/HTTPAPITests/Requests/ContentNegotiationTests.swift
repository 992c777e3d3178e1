import StatisticsModel
import Testing

@testable import HTTPAPI

@Suite struct ContentNegotiationTests {
    private static let types = [
        "application/json", "text/csv; charset=utf-8", "application/x-ndjson",
        "text/plain; charset=utf-8",
    ]

    private func choose(_ accept: String?) throws -> String {
        let type = try ContentNegotiation.choose(
            from: Self.types,
            mediaType: { $0 },
            accept: accept
        )
        return String(type.prefix { $0 != ";" })
    }

    @Test(arguments: [
        (nil, "application/json"), ("", "application/json"), ("*/*", "application/json"),
        ("text/csv", "text/csv"), ("TEXT/CSV", "text/csv"), ("text/*", "text/csv"),
        ("text/plain, text/csv;q=0.5", "text/plain"),
        ("text/plain;q=0.5, text/csv", "text/csv"),
        ("text/html, application/xhtml+xml, */*;q=0.8", "application/json"),
        ("application/json;q=0.1, text/csv;q=0.2", "text/csv"),
        ("text/csv;charset=utf-8", "text/csv"),
        ("text/*;q=0.9, text/csv;q=0.1, application/json;q=0.5", "text/plain"),
        ("*/*;q=0.1, application/json;q=0", "text/csv"),
        ("application/x-ndjson ; q=1.0", "application/x-ndjson"),
        ("text/csv;q=7", "text/csv"), ("nonsense", "application/json"),
    ])
    func `the best liked format is chosen`(accept: String?, expected: String) throws {
        #expect(try choose(accept) == expected)
    }

    @Test(arguments: ["image/png", "text/csv;q=0", "application/xml, image/*", "*/*;q=0"])
    func `where none is acceptable it says which there are`(accept: String) {
        let problem = #expect(throws: Problem.self) { try choose(accept) }

        #expect(problem?.code == .notAcceptable)
        #expect(problem?.items.first?.place == .header)
        #expect(problem?.items.first?.name == "Accept")
        #expect(problem?.items.first?.value == accept)
        #expect(problem?.items.first?.allowed == Self.types)
    }
}
