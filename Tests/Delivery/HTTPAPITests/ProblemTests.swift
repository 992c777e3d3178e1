import HTTPTypes
import QueryPlanning
import ResponseFormats
import StatisticsFixtures
import StatisticsModel
import StatisticsService
import Testing

@testable import HTTPAPI

/// What a mistake or an accident looks like to the reader.
@Suite struct ProblemTests {
    private func document(_ problem: Problem, _ language: Language = .danish) -> String {
        let value = problem.document(
            publicURL: "https://example.org",
            path: "/v1/data",
            requestID: "7f",
            language: language
        )
        return String(decoding: value.bytes, as: UTF8.self)
    }

    @Test func `a document has the members of RFC 9457, then its own`() {
        let problem = Problem(
            .unknownMember,
            BilingualText(danish: "Nej \"x\".", english: "No \"x\"."),
            items: [
                Problem.Item(
                    place: .query,
                    name: "area",
                    value: "x",
                    allowed: ["DK"],
                    suggestion: nil,
                    detail: BilingualText(danish: "Nej.", english: "No.")
                )
            ],
            tryPath: "/v1?a=b",
            cause: "secret"
        )

        #expect(
            document(problem, .english)
                == #"{"type":"https://example.org/problems/unknownMember","#
                + #""title":"\#(ProblemCode.unknownMember.title.text(in: .english))","#
                + #""status":400,"detail":"No \"x\".","instance":"/v1/data","#
                + #""code":"unknownMember","errors":[{"in":"query","name":"area","value":"x","#
                + #""allowed":["DK"],"suggestion":null,"detail":"No."}],"requestId":"7f","#
                + #""tryUrl":"https://example.org/v1?a=b"}"#
        )
        #expect(document(problem).contains("Nej"))
    }

    @Test func `what is about nothing in the request has no errors and nothing to try`() {
        let text = document(.nothingPublished)

        #expect(!text.contains("errors"))
        #expect(!text.contains("tryUrl"))
    }

    @Test(arguments: ProblemCode.allCases)
    func `every code has a title and a remedy in both languages`(code: ProblemCode) {
        for text in [code.title, code.remedy] {
            #expect(!text.danish.isEmpty)
            #expect(!text.isMissing(in: .english))
            #expect(text.danish != text.english)
        }
        #expect(code.title.danish.count <= 60)
        #expect((400...599).contains(code.status.code))
    }

    @Test func `titles tell codes apart`() {
        let titles = ProblemCode.allCases.map(\.title.danish)

        #expect(Set(titles).count == titles.count)
    }

    @Test(arguments: QueryProblem.Kind.allCases)
    func `each kind of mistake in a question is a code of the same name`(kind: QueryProblem.Kind) {
        let mistake = QueryProblem(
            kind: kind,
            parameter: "area",
            value: "x",
            allowed: ["DK", "101"],
            suggestion: "DK",
            detail: BilingualText(danish: "Nej.", english: "No.")
        )

        let problem = Problem(
            .unanswerable(PlanningError([mistake])),
            in: .body,
            tryPath: { _ in "/v1" }
        )

        #expect(problem.code.rawValue == kind.rawValue)
        #expect(problem.detail == mistake.detail)
        #expect(problem.tryPath == "/v1")
        #expect(
            problem.items == [
                Problem.Item(
                    place: .body,
                    name: "area",
                    value: "x",
                    allowed: ["DK", "101"],
                    suggestion: "DK",
                    detail: mistake.detail
                )
            ]
        )
    }

    @Test func `mistakes of one kind keep its code, of several kinds are an invalid query`() {
        func mistake(_ kind: QueryProblem.Kind, _ text: String) -> QueryProblem {
            QueryProblem(
                kind: kind,
                parameter: text,
                value: nil,
                allowed: [],
                suggestion: nil,
                detail: BilingualText(danish: text, english: nil)
            )
        }
        let same = [mistake(.unknownMember, "a"), mistake(.unknownMember, "b")]

        let alike = Problem(PlanningError(same), in: .query, tryPath: nil)
        let mixed = Problem(
            PlanningError(same + [mistake(.emptyValue, "c")]),
            in: .query,
            tryPath: nil
        )

        #expect(alike.code == .unknownMember)
        #expect(alike.detail.danish == "a b")
        #expect(mixed.code == .invalidQuery)
        #expect(mixed.items.map(\.name) == ["a", "b", "c"])
    }

    static let failures: [(ServiceError, ProblemCode, Int, String?)] = [
        (.nothingPublished, .nothingPublished, 503, "60"),
        (.unknownSnapshot("2026-01-01"), .unknownSnapshot, 404, nil),
        (.beforeFirstSnapshot(first: .sample(sequence: 1)), .beforeFirstSnapshot, 404, nil),
        (.futureInstant(now: Served.noon), .futureInstant, 400, nil),
        (.damaged(cause: "chunk 7 of /var/lib"), .damaged, 503, "600"),
        (.unavailable(cause: "chunk 7 of /var/lib"), .unavailable, 503, "5"),
    ]

    @Test(arguments: failures)
    func `each failure of the service is a code with its status`(
        error: ServiceError,
        code: ProblemCode,
        status: Int,
        retryAfter: String?
    ) {
        let problem = Problem(error)

        #expect(problem.code == code)
        #expect(problem.code.status.code == status)
        #expect(problem.headers[.retryAfter] == retryAfter)
        for language in Language.allCases {
            #expect(!document(problem, language).contains("/var/lib"))
        }
    }

    @Test func `the cause of a failure is kept for the log`() {
        #expect(Problem(ServiceError.damaged(cause: "chunk 7")).cause == "chunk 7")
        #expect(Problem(ServiceError.unavailable(cause: "disk")).cause == "disk")
    }

    @Test func `what is before the first release names the first one`() {
        let problem = Problem(.beforeFirstSnapshot(first: .sample(sequence: 1)))

        #expect(problem.items.first?.suggestion == "2026-01-20")
    }

    @Test func `an accident tells the reader nothing of its kind`() {
        struct DiskOnFire: Error {}

        let problem = Problem(wrapping: DiskOnFire())

        #expect(problem.code == .internalError)
        #expect(problem.cause?.contains("DiskOnFire") == true)
        #expect(!document(problem).contains("DiskOnFire"))
    }

    @Test func `a problem that is passed on stays what it is`() {
        let problem = Problem(wrapping: Problem(ServiceError.futureInstant(now: Served.noon)))

        #expect(problem.code == .futureInstant)
        #expect(Problem(wrapping: ServiceError.unavailable(cause: "")).code == .unavailable)
    }
}
