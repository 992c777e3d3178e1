import StatisticsFixtures
import StatisticsModel
import Testing

@testable import HTTPAPI

@Suite struct RequestLineToleranceTests {
    /// What the parser gets when a connection's bytes come in pieces.
    private static func passed(_ pieces: [[UInt8]]) -> String {
        var tolerance = RequestLineTolerance()
        return String(
            decoding: pieces.flatMap { tolerance.passing($0) ?? $0 },
            as: UTF8.self
        )
    }

    private static func passed(_ text: String) -> String { passed([Array(text.utf8)]) }

    @Test func `raw letters of a request line are encoded, those of headers and bodies are not`() {
        let passed = Self.passed(
            "POST /v1/data?area=Århus HTTP/1.1\r\nX-Name: Ø\r\nContent-Length: 2\r\n\r\næ"
                + "GET /v1?q=ø HTTP/1.1\r\n\r\n"
        )

        #expect(
            passed
                == "POST /v1/data?area=%C3%85rhus HTTP/1.1\r\nX-Name: Ø\r\n"
                + "Content-Length: 2\r\n\r\næGET /v1?q=%C3%B8 HTTP/1.1\r\n\r\n"
        )
    }

    @Test func `what is ASCII passes untouched`() {
        var tolerance = RequestLineTolerance()

        #expect(tolerance.passing("GET /v1?q=%C3%B8 HTTP/1.1\r\nHost: a\r\n\r\n".utf8) == nil)
    }

    @Test(arguments: [
        "Transfer-Encoding: chunked", "Upgrade: websocket", "Content-Length: many",
    ])
    func `after a body of unknown length the connection is left alone`(header: String) {
        let text = "POST / HTTP/1.1\r\n\(header)\r\n\r\nGET /ø HTTP/1.1\r\n\r\n"

        #expect(Self.passed(text) == text)
    }

    @Test func `headers are known in any case, and blanks round their values don't count`() {
        let text = "POST / HTTP/1.1\r\ncONTENT-lENGTH:   4  \r\n\r\nø\r\nGET /ø HTTP/1.1\r\n\r\n"

        #expect(Self.passed(text).hasSuffix("ø\r\nGET /%C3%B8 HTTP/1.1\r\n\r\n"))
    }

    @Test(arguments: [UInt64(3), 20_261_119])
    func `pieces make no difference`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let text =
            "POST /å?b=ø HTTP/1.1\r\nContent-Length: 5\r\nX: æ\r\n\r\næøx"
            + "GET /æ HTTP/1.1\r\nA: b\r\n\r\nGET /?€ HTTP/1.1\r\n\r\n"
        let whole = Self.passed(text)

        for _ in 0..<100 {
            var pieces: [[UInt8]] = []
            var rest = Array(text.utf8)[...]
            while !rest.isEmpty {
                let count = Int.random(in: 1...12, using: &random)
                pieces.append(Array(rest.prefix(count)))
                rest = rest.dropFirst(count)
            }
            #expect(Self.passed(pieces) == whole, "seed \(seed)")
        }
        #expect(whole.utf8.count == text.utf8.count + 2 * (2 + 2 + 2 + 3))
    }
}
