import HTTPTypes
import QueryPlanning
import ResponseFormats
import StatisticsModel
import StatisticsService
import Testing

@testable import HTTPAPI

@Suite struct DataRequestTests {
    private func request(
        _ query: String,
        method: HTTPRequest.Method = .get,
        path: [String: String] = ["indicator": "y25i01"],
        accept: String? = nil,
        body: String = ""
    ) throws -> DataRequest {
        var headers: HTTPFields = [:]
        headers[.accept] = accept
        let request = APIRequest(
            method: method,
            path: "/v1/data",
            target: "/v1/data?\(query)",
            pathParameters: path,
            query: try #require(QueryText.parameters(of: query)),
            headers: headers,
            body: Array(body.utf8)
        )
        return try DataRequest(request, now: Served.noon)
    }

    @Test func `snapshot and form are taken out, and the question is left as it was asked`() throws
    {
        let parsed = try request(
            "area=DK,101&sequence=2&period=latest&format=csv&lang=en&labels=none&layout=long"
        )

        #expect(parsed.choice.selector == .sequence(2))
        #expect(
            parsed.form
                == AnswerForm(format: .csv, layout: .long, labels: .none, language: .english)
        )
        #expect(parsed.query.indicators == ["y25i01"])
        #expect(!parsed.query.isJoined)
        #expect(
            parsed.query.parameters == [
                .init(name: "area", values: ["DK,101"]), .init(name: "period", values: ["latest"]),
            ]
        )
    }

    @Test(arguments: [
        ("indicator=y25i01,y01a02", ["y25i01", "y01a02"]),
        ("indicator=+y25i01+,+y01a02", ["y25i01", "y01a02"]),
        ("indicator=y25i01&indicator=y01a02,y07a02", ["y25i01", "y01a02", "y07a02"]),
        ("indicator=y25i01", ["y25i01"]),
    ])
    func `a joined table names its indicators`(query: String, expected: [String]) throws {
        let parsed = try request(query, path: [:])

        #expect(parsed.query.indicators == expected)
        #expect(parsed.query.isJoined)
        #expect(parsed.query.parameters.isEmpty)
    }

    @Test func `a joined table without indicators is refused`() {
        let problem = #expect(throws: Problem.self) { try request("area=DK", path: [:]) }

        #expect(problem?.code == .emptyValue)
        #expect(problem?.items.first?.name == "indicator")
    }

    @Test func `the format wins over Accept`() throws {
        #expect(try request("format=csv-da", accept: "image/png").form.format == .csvDanish)
        #expect(try request("", accept: "application/x-ndjson").form.format == .ndjson)
        #expect(try request("").form.format == .json)
    }

    @Test(arguments: [
        "format=csv&layout=arrays", "format=text&layout=long", "format=json-stat&layout=long",
        "format=code:r&layout=arrays", "format=CSV", "format=xml", "layout=wide", "labels=all",
    ])
    func `a form that there is not is refused`(query: String) {
        let problem = #expect(throws: Problem.self) { try request(query) }

        #expect(problem?.code == .invalidValue)
    }

    @Test func `a body and a query add up`() throws {
        let parsed = try request(
            "lang=en",
            method: .post,
            body: #"{"area":["101","DK"],"limit":10}"#
        )

        #expect(parsed.place == .body)
        #expect(parsed.form.language == .english)
        #expect(parsed.query.parameters.map(\.name) == ["area", "limit"])
    }

    @Test func `the same name in both is refused`() {
        let problem = #expect(throws: Problem.self) {
            try request("area=DK", method: .post, body: #"{"area":"DK"}"#)
        }

        #expect(problem?.code == .invalidBody)
        #expect(problem?.items.first?.name == "area")
    }
}
