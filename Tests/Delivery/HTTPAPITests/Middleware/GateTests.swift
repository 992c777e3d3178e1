import HTTPAPI
import HTTPTypes
import SnapshotStore
import StatisticsModel
import Testing

@testable import HTTPAPI

/// What every request passes.
@Suite struct GateTests {
    @Test(arguments: [
        ("/v1", 200), ("/v1/nothing", 404), ("/v1?x=1", 400), ("/v1/snapshots/2026-12-24", 404),
        ("/v1/indicators/y25i01/data?format=csv", 200), ("/problems/unknownMember", 200),
    ])
    func `every answer may be read from elsewhere and has a name`(
        target: String,
        status: Int
    ) async throws {
        let served = try await Served.twoSnapshots()

        let first = try await served.get(target)
        let second = try await served.get(target)

        #expect(first.status == status)
        #expect(first.header("Access-Control-Allow-Origin") == "*")
        #expect(first.header("X-Content-Type-Options") == "nosniff")
        let exposed = first.header("Access-Control-Expose-Headers") ?? ""
        for name in ["ETag", "Link", "Content-Location", "Snapshot-Id", "Snapshot-Sequence"] {
            #expect(exposed.contains(name))
        }
        #expect(first.header("Request-Id")?.isEmpty == false)
        #expect(first.header("Request-Id") != second.header("Request-Id"))
    }

    @Test func `a problem bears the request's name`() async throws {
        let answer = try await Served().get("/nothing")

        #expect(try answer.string("requestId") == answer.header("Request-Id"))
        #expect(try answer.string("instance") == "/nothing")
        #expect(answer.header("Cache-Control") == "no-store")
    }

    @Test func `a URL has its longest length`() async throws {
        let served = try await Served.twoSnapshots { $0.maxURLBytes = 40 }
        let longest = "/v1/indicators?q=" + String(repeating: "a", count: 23)

        #expect(longest.utf8.count == 40)
        #expect(try await served.get(longest).status == 200)
        let answer = try await served.get(longest + "a")
        #expect(answer.status == 414)
        #expect(answer.problemCode == "urlTooLong")
    }

    @Test func `headers have their greatest size`() async throws {
        let served = try await Served.twoSnapshots { $0.maxHeaderBytes = 100 }
        let name = "User-Agent"
        let most = 100 - name.utf8.count

        let fits = try await served.get("/v1", [.userAgent: String(repeating: "a", count: most)])
        let tooMany = try await served.get(
            "/v1",
            [.userAgent: String(repeating: "a", count: most + 1)]
        )

        #expect(fits.status == 200)
        #expect(tooMany.status == 431)
        #expect(tooMany.problemCode == "headersTooLarge")
    }

    @Test func `a body has its greatest size, and one byte more closes the connection`()
        async throws
    {
        let served = try await Served.twoSnapshots { $0.maxBodyBytes = 20 }
        let target = "/v1/indicators/y25i01/data"

        let fits = try await served.post(target, "{\"area\":\"DK\"}       ")
        let tooLarge = try await served.post(target, "{\"area\":\"DK\"}        ")

        #expect(fits.status == 200)
        #expect(tooLarge.status == 413)
        #expect(tooLarge.problemCode == "bodyTooLarge")
        #expect(tooLarge.header("Connection") == "close")
    }

    @Test(arguments: ["gzip", "br", "GZIP", "identity, gzip"])
    func `an encoded body is not read`(encoding: String) async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.post(
            "/v1/indicators/y25i01/data",
            "{}",
            [.contentEncoding: encoding]
        )

        #expect(answer.status == 415)
        #expect(answer.problemCode == "unsupportedEncoding")
        #expect(try answer.string("errors", "0", "name") == "Content-Encoding")
    }

    @Test(arguments: ["identity", "Identity"])
    func `a body that is not encoded may say so`(encoding: String) async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.post(
            "/v1/indicators/y25i01/data",
            "{}",
            [.contentEncoding: encoding]
        )

        #expect(answer.status == 200)
    }

    @Test(arguments: ["/nothing", "/v1?x=1", "/v1/snapshots/2026-12-24", "/v1/data"])
    func `HEAD of what is wrong has the headers of GET and no body`(target: String) async throws {
        let served = try await Served.twoSnapshots()

        let get = try await served.get(target)
        let head = try await served.send(.head, target)

        #expect(head.status == get.status)
        #expect(head.body.isEmpty)
        // The two requests have names of their own, which may differ in length.
        #expect(head.header("Content-Length") != nil)
        #expect(head.comparableHeaders[.contentType] == "application/problem+json")
    }

    @Test func `a problem speaks the language that was asked for`() async throws {
        let served = try await Served.twoSnapshots()

        let danish = try await served.get("/v1/nothing")
        let english = try await served.get("/v1/nothing?lang=en")

        #expect(try danish.string("detail")?.contains("Der er intet") == true)
        #expect(try english.string("detail")?.contains("There is nothing") == true)
    }

    @Test(arguments: [#"{"lang":"en","area":"9999"}"#, #"{"lang":"en","asOf":"soon"}"#])
    func `a problem speaks the language of the body`(body: String) async throws {
        let served = try await Served.twoSnapshots()
        let danish = body.replacing("en\"", with: "da\"")

        let english = try await served.post("/v1/indicators/y25i01/data", body)
        let other = try await served.post("/v1/indicators/y25i01/data", danish)

        #expect(english.status == 400)
        #expect(try english.string("title") != (try other.string("title")))
    }

    @Test func `the cause of a failure is logged and never sent`() async throws {
        let served = try await Served.twoSnapshots()
        let cause = "disk I/O error at /var/lib/figures.sqlite"
        await served.store.fail(.unavailable(cause: cause))

        let answer = try await served.get("/health/ready")

        #expect(answer.status == 503)
        #expect(answer.problemCode == "unavailable")
        #expect(answer.header("Retry-After") == "5")
        #expect(!answer.text.contains("figures.sqlite"))
        #expect(!answer.headers.contains { $0.value.contains("figures.sqlite") })
        let errors = served.log.lines.filter { $0.hasPrefix("error ") }
        #expect(errors.count == 1)
        #expect(errors.first?.contains(cause) == true)
    }

    @Test func `an accident is 500 and says nothing of its kind`() async throws {
        // The small catalogue has no dimension of funds.
        let served = try await Served.twoSnapshots()

        let answer = try await served.get("/v1/funds/D86")

        #expect(answer.status == 500)
        #expect(answer.problemCode == "internalError")
        #expect(!answer.text.contains("MissingDimension"))
        #expect(!answer.text.contains("akasse"))
        #expect(served.log.lines.contains { $0.contains("MissingDimension") })
    }

    @Test func `a reader's mistake is no error of the log`() async throws {
        let served = try await Served.twoSnapshots()

        _ = try await served.get("/v1/indicators/y25i01/data?area=nowhere")

        #expect(!served.log.lines.contains { $0.hasPrefix("error ") })
    }

    @Test func `a method that no path has is 405`() async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.send(try #require(.init("BREW")), "/v1")

        #expect(answer.status == 405)
        #expect(answer.problemCode == "methodNotAllowed")
    }
}
