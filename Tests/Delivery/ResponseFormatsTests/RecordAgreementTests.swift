import Crypto
import Foundation
import ResponseFormats
import StatisticsFixtures
import StatisticsModel
import Testing

/// All formats of any question have the same rows, in one order, with one set of labels and flags.
@Suite struct RecordAgreementTests {
    @Test(arguments: 1...24)
    func `formats have the same records`(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let figures = RandomFigures(using: &random)
        let answers = try await Answers(figures.delivered)
        let question = Self.question(using: &random)
        var form = AnswerForm()
        form.labels = AnswerForm.Labels.allCases[Int.random(in: 0..<3, using: &random)]
        form.language = Bool.random(using: &random) ? .danish : .english

        func text(
            _ format: AnswerForm.Format,
            _ layout: AnswerForm.Layout = .rows
        ) async throws -> String {
            var other = form
            (other.format, other.layout) = (format, layout)
            return try await answers.text(question, other)
        }
        let context = "seed \(seed): \(question) \(form.labels) \(form.language)"
        let csv = Fields.records(try await text(.csv))
        let danish = Fields.records(try await text(.csvDanish).withoutMark, separator: ";")
        let rows = try Fields.object(try await text(.json))
        let arrays = try Fields.object(try await text(.json, .arrays))
        let lines = try await text(.ndjson).split(separator: "\n").map(String.init)
        let names = try #require(arrays["columns"] as? [String])
        let reader = try JSONRecords(rows, columns: names)

        #expect(try reader.rows(rows) == csv, "json: \(context)")
        #expect(try reader.arrays(arrays) == csv, "arrays: \(context)")
        #expect(try lines.dropLast().map { try reader.row(Fields.object($0)) } == csv, "\(context)")
        #expect(danish.map { reader.international($0) } == csv, "csv-da: \(context)")
        let digest = try #require(rows["digest"] as? String)
        #expect(try Fields.object(lines[lines.count - 1])["digest"] as? String == digest)
        form.labels = .none
        let hash = SHA256.hash(data: Data(try await text(.csv).utf8))
            .map { String(format: "%02x", $0) }.joined()
        #expect(digest == "sha256:\(hash)", "\(context)")
    }

    @Test(arguments: 1...24)
    func `a long answer has a record for each measure`(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let figures = RandomFigures(using: &random)
        let answers = try await Answers(figures.delivered)
        let question = Self.question(using: &random)

        let rows = try Fields.object(try await answers.text(question, AnswerForm()))
        let long = try Fields.object(try await answers.text(question, AnswerForm(layout: .long)))
        let csv = try await answers.text(question, AnswerForm(format: .csv, layout: .long))
        let danish = try await answers.text(question, AnswerForm(format: .csvDanish, layout: .long))
        let lines = try await answers.text(question, AnswerForm(format: .ndjson, layout: .long))

        let reader = try JSONRecords(rows, columns: [])
        let expected = try reader.cells(ofRows: rows)
        #expect(try reader.cells(long) == expected, "json: seed \(seed): \(question)")
        #expect(Fields.records(csv) == expected, "csv: seed \(seed): \(question)")
        let points = Fields.records(danish.withoutMark, separator: ";").map(reader.international)
        #expect(points == expected, "csv-da: seed \(seed): \(question)")
        let read = try lines.split(separator: "\n").dropLast()
            .map { try reader.cell(Fields.object(String($0))) }
        #expect(read == expected, "ndjson: seed \(seed): \(question)")
    }

    /// Some areas, groups, periods and measures; in half of the cases sorted or limited.
    private static func question(using random: inout SeededRandom) -> String {
        func some(_ all: [String]) -> [String] {
            let chosen = all.filter { _ in Bool.random(using: &random) }
            return chosen.isEmpty ? all : chosen
        }
        let measures = some(RandomFigures.measures)
        var question = "y25i01?area=\(some(RandomFigures.areas).joined(separator: ","))"
        question += "&benefitGroup=\(some(RandomFigures.groups).joined(separator: ","))"
        question += "&period=\(some(RandomFigures.periods).joined(separator: ","))"
        question += "&measure=\(measures.joined(separator: ","))"
        if Bool.random(using: &random) { question += "&sort=-\(measures[0]),area" }
        if Bool.random(using: &random) {
            question += "&limit=\(Int.random(in: 1...20, using: &random))"
        }
        return question
    }
}
