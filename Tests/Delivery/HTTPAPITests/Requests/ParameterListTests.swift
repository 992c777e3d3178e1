import QueryPlanning
import StatisticsModel
import Testing

@testable import HTTPAPI

@Suite struct ParameterListTests {
    private func list(_ text: String) throws -> ParameterList {
        ParameterList(try #require(QueryText.parameters(of: text)), in: .query)
    }

    @Test func `what was taken is gone, and the rest stays in order`() throws {
        var parameters = try list("a=1&b=2&c=3&b=4")

        #expect(parameters.takeAll("b") == ["2", "4"])
        #expect(parameters.takeAll("b").isEmpty)
        #expect(try parameters.take("a") == "1")
        #expect(try parameters.take("a") == nil)
        #expect(parameters.rest.map(\.name) == ["c"])
    }

    @Test func `blanks round a value are trimmed`() throws {
        var parameters = try list("a=%20%09x+y+")

        #expect(try parameters.take("a") == "x y")
    }

    @Test(arguments: [
        ("lang=", ProblemCode.emptyValue), ("lang=+", .emptyValue), ("lang", .emptyValue),
        ("lang=da&lang=en", .invalidValue), ("lang=de", .invalidValue), ("lang=DA", .invalidValue),
        ("lang=" + String(repeating: "a", count: 201), .invalidValue),
    ])
    func `a word that is none of the words is refused`(text: String, code: ProblemCode) throws {
        var parameters = try list(text)

        let problem = #expect(throws: Problem.self) {
            try parameters.take("lang", default: Language.danish)
        }

        #expect(problem?.code == code)
        #expect(problem?.items.first?.name == "lang")
    }

    @Test func `a word that is left out is the usual one`() throws {
        var parameters = try list("lang=en")

        #expect(try parameters.take("lang", default: Language.danish) == .english)
        #expect(try parameters.take("lang", default: Language.danish) == .danish)
    }

    @Test(arguments: ["0", "1001", "-1", "1.0", "01", "%2B1", "ten", "99999999999999999999", "1e2"])
    func `a number outside its bounds or in another spelling is refused`(text: String) throws {
        var parameters = try list("limit=\(text)")

        let problem = #expect(throws: Problem.self) { try parameters.take("limit", in: 1...1_000) }

        #expect(problem?.code == .invalidValue)
        #expect(problem?.items.first?.allowed == ["1–1000"])
    }

    @Test(arguments: [1, 10, 1_000])
    func `a number within its bounds is taken`(number: Int) throws {
        var parameters = try list("limit=\(number)")

        #expect(try parameters.take("limit", in: 1...1_000) == number)
    }

    @Test func `everything that nobody took is refused, each with the nearest name`() throws {
        let parameters = try list("langg=en&zzzzzz=1")

        let problem = #expect(throws: Problem.self) {
            try parameters.refuseRest(allowed: ["lang", "format"])
        }

        #expect(problem?.code == .unknownParameter)
        #expect(problem?.items.map(\.name) == ["langg", "zzzzzz"])
        #expect(problem?.items.map(\.suggestion) == ["lang", nil])
        #expect(problem?.items.map(\.value) == ["en", "1"])
        #expect(problem?.items.first?.allowed == ["lang", "format"])
    }

    @Test func `nothing is refused when nothing is left`() throws {
        #expect(throws: Never.self) { try list("").refuseRest(allowed: []) }
    }

    @Test func `a refusal lists fifty words at most`() throws {
        let words = (0..<200).map { "word\($0)" }

        let problem = try list("").refusal(of: "wrd7", for: "a", allowed: words)

        #expect(problem.items.first?.allowed == Array(words.prefix(50)))
        #expect(problem.items.first?.suggestion == "word7")
    }
}
