import QueryPlanning
import StatisticsModel
import Testing

@testable import HTTPAPI

@Suite struct BodyTextTests {
    @Test func `members are strings, integers and lists of them, by name`() throws {
        let body = #"{"period":"latest:24","area":["101","DK"],"limit":100,"age":[16,"TOT"]}"#

        let parameters = try BodyText.parameters(of: Array(body.utf8))

        #expect(
            parameters == [
                .init(name: "age", values: ["16", "TOT"]),
                .init(name: "area", values: ["101", "DK"]),
                .init(name: "limit", values: ["100"]),
                .init(name: "period", values: ["latest:24"]),
            ]
        )
    }

    @Test func `an empty object asks for what is left out`() throws {
        #expect(try BodyText.parameters(of: Array("{}".utf8)).isEmpty)
    }

    @Test(arguments: [
        "", "{", "[]", "null", "\"area=DK\"", "area=DK", "7", "{\"area\":null}", "{\"area\":true}",
        "{\"area\":{}}", "{\"area\":[[\"DK\"]]}", "{\"area\":[null]}", "{\"limit\":1.5}",
        "{\"area\":\"DK\"} {}",
    ])
    func `anything else is refused`(body: String) {
        let problem = #expect(throws: Problem.self) {
            try BodyText.parameters(of: Array(body.utf8))
        }

        #expect(problem?.code == .invalidBody)
    }
}
