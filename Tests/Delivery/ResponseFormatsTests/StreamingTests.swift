import Crypto
import CubeCoding
import MemoryStore
import ResponseFormats
import SnapshotStore
import StatisticsModel
import StatisticsService
import Testing

/// That an answer of any size goes out in small pieces, and never looks whole when it isn't.
@Suite struct StreamingTests {
    private static let largestPiece = 64 << 10

    /// Twenty years of all areas and genders: more than one batch of rows.
    private static let wide: Delivered = {
        var text = "area,gender,period,persons,pctWorkforce\n"
        for area in ["DK", "1084", "1085", "1081", "101", "147", "155", "185", "330", "851"] {
            for gender in ["TOT", "M", "K"] {
                for year in 2_006...2_025 {
                    for month in 1...12 {
                        let period = "\(year)M\(month < 10 ? "0" : "")\(month)"
                        text += "\(area),\(gender),\(period),\(year * month),\(month).5\n"
                    }
                }
            }
        }
        return Delivered(files: [("y01a02", text)])
    }()

    private static let question = "y01a02?area=*&gender=*&period=M:*"

    @Test(arguments: AnswerForm.Format.allCases)
    func `no piece is large`(format: AnswerForm.Format) async throws {
        let slice = try await Answers(Self.wide).slice(Self.question)

        let pieces = try await slice.pieces(AnswerForm(format: format))

        #expect(pieces.allSatisfy { (1...Self.largestPiece).contains($0.count) })
        #expect(pieces.count > 2 || format.rawValue.hasPrefix("code"))
    }

    @Test(
        arguments: [AnswerForm.Format.csv, .csvDanish, .ndjson],
        [AnswerForm.Layout.rows, .long]
    )
    func `an answer is its parts, wherever its pieces are cut`(
        format: AnswerForm.Format,
        layout: AnswerForm.Layout
    ) async throws {
        let answers = try await Answers(Self.wide)
        let form = AnswerForm(format: format, layout: layout)
        let (head, tail) = format == .ndjson ? (0, 1) : (1, 0)

        let whole = try await answers.text(Self.question, form).utf8
            .split(separator: UInt8(ascii: "\n"))
        var parts = Array(whole.prefix(head))
        let areas = ["DK", "1084", "1085", "1081", "101", "147", "155", "185", "330", "851"]
        for area in areas {
            let question = "y01a02?area=\(area)&gender=*&period=M:*"
            parts += try await answers.text(question, form).utf8
                .split(separator: UInt8(ascii: "\n")).dropFirst(head).dropLast(tail)
        }

        #expect(whole.dropLast(tail).map(Array.init) == parts.map(Array.init))
        #expect(parts.count - head == (layout == .long ? 14_400 : 7_200))
    }

    @Test func `pieces together have the digest`() async throws {
        let slice = try await Answers(Self.wide).slice(Self.question)
        let digest = try await SliceDigest.summary(of: slice).digest

        var hasher = SHA256()
        for piece in try await slice.pieces(AnswerForm(format: .csv, labels: .none)) {
            hasher.update(data: piece)
        }

        #expect(Array(hasher.finalize()) == digest.bytes)
    }

    @Test(arguments: AnswerForm.Layout.allCases)
    func `pieces together are one JSON document`(layout: AnswerForm.Layout) async throws {
        let answers = try await Answers(Self.wide)

        let text = try await answers.text(Self.question, AnswerForm(layout: layout))

        let rows = try #require(try Fields.object(text)["rows"] as? [Any])
        #expect(rows.count == (layout == .long ? 14_400 : 7_200))
    }

    @Test func `the holes of a cube are no large piece`() async throws {
        let delivered = Delivered(
            files: [
                (
                    "y07a02",
                    """
                    area,age,period,fulltimePersons
                    DK,TOT,2006M01,1
                    UOPL,30-,2026M06,2

                    """
                )
            ]
        )
        let slice = try await Answers(delivered).slice("y07a02?area=*&age=*&period=M:*")

        let pieces = try await slice.pieces(AnswerForm(format: .jsonStat))

        #expect(pieces.allSatisfy { (1...Self.largestPiece).contains($0.count) })
    }

    @Test(arguments: [AnswerForm.Format.json, .csv, .csvDanish, .ndjson, .jsonStat, .text])
    func `an answer whose chunks can't be read any more breaks off`(
        format: AnswerForm.Format
    ) async throws {
        let answers = try await Answers(Self.wide)
        let reader = FailingReader(answers.store)
        let service = StatisticsService(
            reader: reader,
            settings: StatisticsService.Settings(cacheBytes: 0)
        ) { Answers.releaseAt }
        let slice = try await service.slice(
            .init(reading: Self.question),
            of: try await service.edition(.latest)
        )
        let encoder = AnswerEncoder(
            slice: slice,
            form: AnswerForm(format: format),
            summary: try await SliceDigest.summary(of: slice),
            context: .sample()
        )
        let walk = await reader.calls
        await reader.fail(after: walk * 3 / 4)
        var bytes: [UInt8] = []

        await #expect(throws: ServiceError.self) {
            try await encoder.write { bytes += $0 }
        }

        let whole = try await answers.slice(Self.question)
            .encoded(AnswerForm(format: format))
        #expect(bytes.count < whole.count)
        #expect(whole.starts(with: bytes))
    }

    @Test func `a reader who is gone ends the walk`() async throws {
        let slice = try await Answers(Self.wide).slice(Self.question)
        let encoder = AnswerEncoder(
            slice: slice,
            form: AnswerForm(format: .ndjson),
            summary: try await SliceDigest.summary(of: slice),
            context: .sample()
        )
        var count = 0

        await #expect(throws: Gone.self) {
            try await encoder.write { _ in
                count += 1
                if count == 3 { throw Gone() }
            }
        }

        #expect(count == 3)
    }

    private struct Gone: Error {}
}

/// A store that can't be read any more after a number of calls for chunks.
private actor FailingReader: SnapshotReader {
    private let intact: MemorySnapshotStore
    private(set) var calls = 0
    private var last = Int.max

    init(_ intact: MemorySnapshotStore) {
        self.intact = intact
    }

    /// Begins to count anew, and fails when as many calls were answered.
    func fail(after count: Int) {
        calls = 0
        last = count
    }

    func snapshots() async throws(StoreError) -> [Snapshot] { try await intact.snapshots() }

    func documents(_ hashes: [ContentHash]) async throws(StoreError) -> [ContentHash: [UInt8]] {
        try await intact.documents(hashes)
    }

    func versions(of plane: PlaneKey, at sequence: Int) async throws(StoreError) -> [ChunkVersion] {
        try await intact.versions(of: plane, at: sequence)
    }

    func chains(
        _ keys: [ChunkKey],
        at sequence: Int
    ) async throws(StoreError) -> [ChunkKey: ChunkChain] {
        calls += 1
        guard calls <= last else { throw .unavailable(cause: "the disk is gone") }
        return try await intact.chains(keys, at: sequence)
    }

    func history(
        of key: ChunkKey,
        through sequence: Int
    ) async throws(StoreError) -> [ChunkVersion] {
        try await intact.history(of: key, through: sequence)
    }

    func changes(after first: Int, through last: Int) async throws(StoreError) -> [ChunkKey] {
        try await intact.changes(after: first, through: last)
    }
}
