import Crypto
import Foundation
import ResponseFormats
import StatisticsModel
import StatisticsService
import Testing

/// That anyone can prove a digest.
@Suite struct SliceDigestTests {
    private static let question = "y25i01?area=DK,101&period=M:*&benefitGroup=*"

    private static let questions = [
        question, "y25i01?area=147&period=2026M07",
        "y25i01?benefitGroup=*&sort=-fulltimePersons,area&limit=2",
        "y01a02,y07a02?period=2025M06,2025M07", "y25i01,y01a02?area=DK&period=2026M07",
    ]

    @Test(arguments: questions, Language.allCases)
    func `the digest is the hash of the plain CSV`(
        question: String,
        language: Language
    ) async throws {
        let slice = try await Answers().slice(question)
        let form = AnswerForm(format: .csv, labels: .none, language: language)

        let summary = try await SliceDigest.summary(of: slice)
        let bytes = try await slice.encoded(form)

        #expect(summary.digest.bytes == Array(SHA256.hash(data: Data(bytes))))
        #expect(summary.byteCount == bytes.count)
        #expect(summary.rowCount == bytes.count { $0 == UInt8(ascii: "\n") } - 1)
    }

    @Test func `the digest is the hash of these very bytes`() async throws {
        let slice = try await Answers().slice("y25i01?area=101&period=2026M06&benefitGroup=TOT,KTH")
        let text =
            "area,period,date,benefitGroup,fulltimePersons,pctWorkforce,"
            + "fulltimePersonsStatus,pctWorkforceStatus,flags\r\n"
            + "101,2026M06,2026-06-01,TOT,16981,4.3,,,\r\n"
            + "101,2026M06,2026-06-01,KTH,,,suppressed,suppressed,\r\n"

        let summary = try await SliceDigest.summary(of: slice)

        #expect(summary.digest.bytes == Array(SHA256.hash(data: Data(text.utf8))))
    }

    @Test(arguments: AnswerForm.Format.allCases)
    func `a format that tells the digest tells the same`(
        format: AnswerForm.Format
    ) async throws {
        let slice = try await Answers().slice(Self.question)
        let digest = try await SliceDigest.summary(of: slice).digest

        let text = String(
            decoding: try await slice.encoded(AnswerForm(format: format)),
            as: UTF8.self
        )

        let tells = [AnswerForm.Format.json, .ndjson, .jsonStat].contains(format)
        #expect(text.contains("sha256:\(digest)") == tells)
    }

    @Test func `another figure is another digest`() async throws {
        var delivered = Delivered.small
        let old = try await Answers(delivered).slice(Self.question)
        delivered.files[0].text = delivered.files[0].text.replacing("16981", with: "16982")
        let new = try await Answers(delivered).slice(Self.question)

        let digests = [
            try await SliceDigest.summary(of: old), try await SliceDigest.summary(of: new),
        ]

        #expect(digests[0].digest != digests[1].digest)
        #expect(digests[0].rowCount == digests[1].rowCount)
    }
}
