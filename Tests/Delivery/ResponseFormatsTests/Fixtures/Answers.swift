import MemoryStore
import QueryPlanning
import ResponseFormats
import SnapshotPublishing
import SnapshotStore
import StatisticsFixtures
import StatisticsModel
import StatisticsService

/// One published snapshot, ready to be asked.
struct Answers {
    let store = MemorySnapshotStore()
    let edition: Edition
    let service: StatisticsService

    /// 08:00 in Copenhagen on 19 August 2026.
    static let releaseAt = Instant(secondsSinceEpoch: 1_787_119_200)

    /// Publishes figures.
    ///
    /// - Parameters:
    ///   - delivered: The figures.
    ///   - catalogue: The catalogue that is frozen with them.
    ///   - withdrawal: Why the snapshot was taken back; `nil` when it wasn't.
    ///   - recordedSeconds: How long after the release it was recorded; a release that is announced
    ///     is recorded before.
    /// - Throws: What publishing throws.
    init(
        _ delivered: Delivered = .small,
        _ catalogue: Catalogue = .small(),
        withdrawal: Withdrawal? = nil,
        recordedSeconds: Int = -3_600
    ) async throws {
        let releaseAt = Self.releaseAt
        _ = try await SnapshotPublisher(store: store)
            .publish(
                try delivered.read(catalogue),
                request: ReleaseRequest(releaseAt: releaseAt),
                now: releaseAt.adding(seconds: recordedSeconds)
            )
        if let withdrawal { try await store.withdraw(1, withdrawal) }
        service = StatisticsService(reader: store) {
            releaseAt.adding(seconds: max(0, recordedSeconds) + 60)
        }
        edition = try await service.edition(.sequence(1))
    }

    /// Plans a question: `y25i01?area=DK,101&period=2026M07`, joined when it names several.
    func slice(_ question: String) async throws -> Slice {
        try await service.slice(ObservationQuery(reading: question), of: edition)
    }

    /// Answers a question in a form.
    func text(
        _ question: String,
        _ form: AnswerForm,
        isPinned: Bool = false
    ) async throws -> String {
        let slice = try await slice(question)
        return String(decoding: try await slice.encoded(form, isPinned: isPinned), as: UTF8.self)
    }
}

extension ObservationQuery {
    /// Reads a question in the spelling of a URL, with nothing encoded.
    init(reading text: String) {
        let halves = text.split(separator: "?", maxSplits: 1).map(String.init)
        let indicators = halves[0].split(separator: ",").map(String.init)
        let pairs = (halves.count > 1 ? halves[1] : "").split(separator: "&")
        self.init(
            indicators: indicators,
            isJoined: indicators.count > 1,
            parameters: pairs.map { pair in
                let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
                return Parameter(name: sides[0], values: [sides[1]])
            }
        )
    }
}

extension AnswerContext {
    /// The links of an answer that nobody serves.
    static func sample(isPinned: Bool = false) -> AnswerContext {
        let base = "https://example.org/v1"
        let pinned = "\(base)/snapshots/2026-08-19/indicators/y25i01"
        let question = "data?area=DK,101&benefitGroup=each"
        return AnswerContext(
            permalink: "\(pinned)/\(question)",
            latest: "\(base)/indicators/y25i01/\(question)",
            csv: "\(pinned)/\(question)&format=csv",
            metadata: pinned,
            isPinned: isPinned
        )
    }
}

extension Slice {
    /// Encodes the slice whole.
    func encoded(_ form: AnswerForm, isPinned: Bool = false) async throws -> [UInt8] {
        try await pieces(form, .sample(isPinned: isPinned)).flatMap(\.self)
    }

    /// Encodes the slice and returns what was handed on, piece by piece.
    func pieces(
        _ form: AnswerForm,
        _ context: AnswerContext = .sample()
    ) async throws -> [[UInt8]] {
        let encoder = AnswerEncoder(
            slice: self,
            form: form,
            summary: try await SliceDigest.summary(of: self),
            context: context
        )
        var pieces: [[UInt8]] = []
        try await encoder.write { pieces.append($0) }
        return pieces
    }
}
