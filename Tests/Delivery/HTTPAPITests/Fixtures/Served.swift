import HTTPAPI
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NIOEmbedded
import SnapshotPublishing
import StatisticsFixtures
import StatisticsModel
import StatisticsService

/// An API over a store that a test fills, asked without a socket between.
struct Served: Sendable {
    let store = UnreliableStore()
    let clock = Clock(Self.noon)
    let log = LogRecord()
    private let responder: any HTTPResponder<BasicRequestContext>

    /// 08:00 in Copenhagen on 18 August 2026.
    static let firstRelease = Instant(secondsSinceEpoch: 1_787_032_800)
    /// 12:00 in Copenhagen on 19 August 2026.
    static let noon = firstRelease.adding(seconds: 28 * 3_600)
    static let publicURL = "https://example.org"

    /// Serves an empty store.
    init(_ change: (inout API.Settings) -> Void = { _ in }) {
        var settings = API.Settings(publicURL: Self.publicURL)
        change(&settings)
        let clock = clock
        let service = StatisticsService(reader: store) { clock.now }
        responder = API(service: service, settings: settings).responder()
    }

    /// Serves unemployment since 18 August and insurance benefit since 19 August.
    static func twoSnapshots(
        _ change: (inout API.Settings) -> Void = { _ in }
    ) async throws -> Served {
        let served = Served(change)
        try await served.publish(.unemployment, onDay: 18)
        try await served.publish(.insuranceBenefit, onDay: 19)
        return served
    }

    /// Publishes at 08:00 on a day of August 2026, an hour ahead.
    func publish(_ figures: Figures, onDay day: Int) async throws {
        let releaseAt = Self.firstRelease.adding(seconds: (day - 18) * 86_400)
        _ = try await SnapshotPublisher(store: store)
            .publish(
                try figures.read(.small()),
                request: ReleaseRequest(releaseAt: releaseAt),
                now: releaseAt.adding(seconds: -3_600)
            )
        try await look()
    }

    /// Takes a snapshot back at noon.
    func withdraw(_ sequence: Int, successor: String? = nil) async throws {
        let withdrawal = Withdrawal(
            at: Self.noon.adding(seconds: -60),
            reason: "Landstallet var forkert",
            successor: successor.flatMap { SnapshotID(parsing: $0) }
        )
        try await store.withdraw(sequence, withdrawal)
        try await look()
    }

    /// Has the API read the list of snapshots anew.
    func look() async throws { _ = try await get("/health/ready") }

    func get(_ target: String, _ headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, target, headers)
    }

    func post(
        _ target: String,
        _ body: String,
        _ headers: HTTPFields = [:]
    ) async throws -> Answer {
        try await send(.post, target, headers, Array(body.utf8))
    }

    /// Asks for what an absolute link names.
    func follow(_ link: String) async throws -> Answer {
        precondition(link.hasPrefix(Self.publicURL), "links are absolute")
        return try await get(String(link.dropFirst(Self.publicURL.count)))
    }

    func send(
        _ method: HTTPRequest.Method,
        _ target: String,
        _ headers: HTTPFields = [:],
        _ body: [UInt8] = []
    ) async throws -> Answer {
        let head = HTTPRequest(
            method: method,
            scheme: "https",
            authority: "example.org",
            path: target,
            headerFields: headers
        )
        let source = ApplicationRequestContextSource(
            channel: EmbeddedChannel(),
            logger: log.logger()
        )
        let response = try await responder.respond(
            to: Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body))),
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

private actor CollectedBody {
    private(set) var bytes: [UInt8] = []

    func append(_ buffer: ByteBuffer) { bytes += buffer.readableBytesView }
}

private struct BodyCollector: ResponseBodyWriter {
    let collected: CollectedBody

    mutating func write(_ buffer: ByteBuffer) async throws { await collected.append(buffer) }

    consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
}
