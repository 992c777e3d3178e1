import StatisticsFixtures
import StatisticsModel
import Testing

@testable import ResponseFormats

/// How texts go into CSV, and numbers into Danish CSV.
@Suite struct CSVFieldTests {
    @Test(arguments: [
        ("København", "København"), ("", ""), ("a,b", "\"a,b\""), ("a;b", "a;b"),
        ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""), ("a\r\nb", "\"a\r\nb\""),
        ("=1+1", "'=1+1"), ("+45", "'+45"), ("-5 år", "'-5 år"), ("@SUM", "'@SUM"),
        ("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\""), ("a=b", "a=b"),
        ("\t=1", "'\t=1"),
    ])
    func `a field is quoted where it must be, and no formula`(text: String, field: String) {
        #expect(String(decoding: CSVDialect.international.field(text), as: UTF8.self) == field)
    }

    @Test func `Danish CSV quotes semicolons and not commas`() {
        #expect(CSVDialect.danish.field("a,b") == Array("a,b".utf8))
        #expect(CSVDialect.danish.field("a;b") == Array("\"a;b\"".utf8))
    }

    @Test func `a list is a table with a header`() {
        let table = TableText(
            columns: ["code", "label"],
            rows: [["101", "Kbh; \"K\""], ["1", ""]]
        )

        let plain = String(decoding: table.bytes(isDanish: false), as: UTF8.self)
        let danish = String(decoding: table.bytes(isDanish: true), as: UTF8.self)

        #expect(plain == "code,label\r\n101,\"Kbh; \"\"K\"\"\"\r\n1,\r\n")
        #expect(danish == "\u{FEFF}code;label\r\n101;\"Kbh; \"\"K\"\"\"\r\n1;\r\n")
    }

    @Test func `hostile labels stay in their fields in every format`() async throws {
        let label = "=CMD|'/c calc'!A0, \"x\";\r\ny\\\u{1}\u{2028}"
        let named = BilingualText(danish: label, english: nil)
        let answers = try await Answers(.small, .small(naming: ["101": named]))
        let question = "y25i01?area=101&period=2026M06"

        let csv = try await answers.text(question, AnswerForm(format: .csv))
        let danish = try await answers.text(question, AnswerForm(format: .csvDanish))
        let json = try await answers.text(question, AnswerForm(format: .json))
        let lines = try await answers.text(question, AnswerForm(format: .ndjson))
        let cube = try await answers.text(question, AnswerForm(format: .jsonStat))

        #expect(Fields.records(csv)[0]["areaLabel"] == "'" + label)
        #expect(Fields.records(danish, separator: ";")[0]["areaLabel"] == "'" + label)
        let rows = try #require(try Fields.object(json)["rows"] as? [[String: Any]])
        #expect(rows[0]["areaLabel"] as? String == label)
        let line = lines.split(separator: "\n", maxSplits: 1)[0]
        #expect(try Fields.object(String(line))["areaLabel"] as? String == label)
        _ = try JSONStatCube(try Fields.object(cube))
    }
}
