import Foundation
import HTTPAPI
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import SnapshotStore
import StatisticsService

/// Asks the API as a client would, without a socket between.
struct Client: Sendable {
    private let responder: any HTTPResponder<BasicRequestContext>

    /// Serves a store at the time of `PublishedSnapshots.now`.
    init(_ reader: any SnapshotReader) {
        let service = StatisticsService(reader: reader) { PublishedSnapshots.now }
        let settings = API.Settings(publicURL: "https://example.org")
        responder = API(service: service, settings: settings).responder()
    }

    func send(
        _ method: HTTPRequest.Method,
        _ target: String,
        headers: HTTPFields = [:],
        body: [UInt8] = []
    ) async throws -> Answer {
        // The server names each request so before it hands it on.
        var logger = Logger(label: "contract") { _ in SilentLogHandler() }
        logger[metadataKey: "hb.request.id"] = "\(UUID().uuidString)"
        let source = ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: logger)
        let head = HTTPRequest(
            method: method,
            scheme: "https",
            authority: "example.org",
            path: target,
            headerFields: headers
        )
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
        let response = try await responder.respond(
            to: request,
            context: BasicRequestContext(source: source)
        )
        let collected = CollectedBody()
        try await response.body.write(BodyCollector(collected: collected))
        return Answer(
            status: response.status.code,
            headers: response.headers,
            body: await collected.bytes
        )
    }
}

/// An answer, read to its end.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let body: [UInt8]

    /// The media type without its parameters; `nil` when there is none.
    var mediaType: String? {
        headers[.contentType]?.split(separator: ";").first.map(String.init)
    }

    var text: String { String(decoding: body, as: UTF8.self) }
}

private struct SilentLogHandler: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.critical

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {}
}

private actor CollectedBody {
    private(set) var bytes: [UInt8] = []

    func append(_ buffer: ByteBuffer) { bytes += buffer.readableBytesView }
}

private struct BodyCollector: ResponseBodyWriter {
    let collected: CollectedBody

    mutating func write(_ buffer: ByteBuffer) async throws { await collected.append(buffer) }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
