import ResponseFormats
import StatisticsModel
import Testing

/// What a format is called on the web.
@Suite struct AnswerFormTests {
    @Test func `formats have the API's words`() {
        #expect(
            AnswerForm.Format.allCases.map(\.rawValue) == [
                "json", "csv", "csv-da", "ndjson", "json-stat", "text", "code:curl", "code:r",
                "code:python", "code:powerquery", "code:excel",
            ]
        )
    }

    @Test(arguments: AnswerForm.Format.allCases)
    func `an encoder has its format's type`(format: AnswerForm.Format) async throws {
        let slice = try await Answers().slice("y25i01?period=latest")
        let encoder = AnswerEncoder(
            slice: slice,
            form: AnswerForm(format: format),
            summary: try await SliceDigest.summary(of: slice),
            context: .sample()
        )

        #expect(encoder.contentType == format.mediaType)
        let isDownload = format == .csv || format == .csvDanish
        #expect(encoder.fileName == (isDownload ? "y25i01_2026-08-19.csv" : nil))
    }

    @Test func `CSV says that it has a header`() {
        #expect(AnswerForm.Format.csv.mediaType == "text/csv; charset=utf-8; header=present")
        #expect(AnswerForm.Format.jsonStat.mediaType == "application/json")
        #expect(AnswerForm.Format.ndjson.mediaType == "application/x-ndjson")
    }

    @Test func `each word is read as what it was written for`() {
        #expect(
            AnswerForm.Format.allCases.map { AnswerForm.Format(rawValue: $0.rawValue) }
                == AnswerForm.Format.allCases
        )
        #expect(AnswerForm.Layout.allCases.map(\.rawValue) == ["rows", "arrays", "long"])
        #expect(AnswerForm.Labels.allCases.map(\.rawValue) == ["none", "text", "both"])
        #expect(Language.allCases.map(\.rawValue) == ["da", "en"])
    }

    @Test(arguments: ["", "JSON", "csvDanish", "code", "code:", "code:swift", "json "])
    func `no other word is a format`(word: String) {
        #expect(AnswerForm.Format(rawValue: word) == nil)
    }

    @Test func `a form is usual unless it says otherwise`() {
        let usual = AnswerForm(format: .json, layout: .rows, labels: .both, language: .danish)

        #expect(AnswerForm() == usual)
    }

    @Test(arguments: AnswerForm.Format.allCases)
    func `each format has rows, and only tables are long`(format: AnswerForm.Format) {
        let isTable = [AnswerForm.Format.json, .csv, .csvDanish, .ndjson].contains(format)

        #expect(format.layouts.first == .rows)
        #expect(format.layouts.contains(.long) == isTable)
        #expect(format.layouts.contains(.arrays) == (format == .json))
    }
}
