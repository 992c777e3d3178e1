import HTTPAPI
import HTTPTypes
import StatisticsModel
import Testing

/// A large answer is the same as a small one, but for how it is sent.
@Suite struct StreamingTests {
    @Test(arguments: [
        "", "layout=arrays", "layout=long", "format=csv", "format=csv-da&layout=long",
        "format=ndjson", "format=json-stat", "format=text", "format=code:python", "lang=en",
        "labels=text&sort=-fulltimePersons&limit=3",
    ])
    func `what streams is the same bytes`(form: String) async throws {
        let small = try await Served.twoSnapshots()
        let large = try await Served.twoSnapshots { $0.bufferedCells = 0 }
        let target = "/v1/indicators/y25i01/data?area=*&\(form)"

        let buffered = try await small.get(target)
        let streamed = try await large.get(target)

        #expect(buffered.status == 200)
        #expect(buffered.header("Content-Length") == String(buffered.body.count))
        #expect(streamed.header("Content-Length") == nil)
        #expect(streamed.body == buffered.body)
        var headers = buffered.comparableHeaders
        headers[.contentLength] = nil
        #expect(streamed.comparableHeaders == headers)
    }

    @Test func `what streams is 304 to who has it, and posted as well`() async throws {
        let served = try await Served.twoSnapshots { $0.bufferedCells = 0 }
        let target = "/v1/indicators/y25i01/data?area=*"
        let tag = try #require(try await served.get(target).header("ETag"))

        let known = try await served.get(target, [.ifNoneMatch: tag])
        let posted = try await served.post("/v1/indicators/y25i01/data", #"{"area":"*"}"#)

        #expect(known.status == 304)
        #expect(known.body.isEmpty)
        #expect(posted.body == (try await served.get(target).body))
        #expect(posted.header("Cache-Control") == "no-store")
    }

    @Test func `HEAD of what streams tells its length`() async throws {
        let served = try await Served.twoSnapshots { $0.bufferedCells = 0 }
        let target = "/v1/indicators/y25i01/data?area=*"

        let get = try await served.get(target)
        let head = try await served.send(.head, target)

        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head.header("Content-Length") == String(get.body.count))
        #expect(head.header("ETag") == get.header("ETag"))
    }
}
