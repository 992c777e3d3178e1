import Foundation
import ResponseFormats
import StatisticsFixtures
import StatisticsModel
import Testing

/// All formats say the same, and say what was delivered.
@Suite struct AgreementLawTests {
    private static let question = "y25i01?area=*,10100,14700,33000&benefitGroup=*&period=M:*"

    @Test(arguments: 1...8)
    func `every format has every figure`(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let figures = RandomFigures(using: &random)
        let answers = try await Answers(figures.delivered)
        let language = Language.allCases[Int(seed % 2)]

        func text(
            _ format: AnswerForm.Format,
            _ layout: AnswerForm.Layout = .rows
        ) async throws -> String {
            let form = AnswerForm(format: format, layout: layout, language: language)
            return try await answers.text(Self.question, form)
        }
        let read: [(name: String, figures: Figures)] = [
            ("csv", try Self.table(try await text(.csv), separator: ",")),
            ("csv-da", try Self.table(try await text(.csvDanish), separator: ";")),
            ("csv long", try Self.list(try await text(.csv, .long), separator: ",")),
            ("csv-da long", try Self.list(try await text(.csvDanish, .long), separator: ";")),
            ("ndjson", try Self.lines(try await text(.ndjson))),
            ("json rows", try Self.rows(try Fields.object(try await text(.json)))),
            ("json arrays", try Self.arrays(try Fields.object(try await text(.json, .arrays)))),
            ("json long", try Self.cells(try Fields.object(try await text(.json, .long)))),
        ]
        let cube = try Self.cube(try Fields.object(try await text(.jsonStat)))

        let expected = Self.expected(figures)
        for (name, found) in read {
            #expect(Self.differences(found, expected) == [], "\(name) differs with seed \(seed)")
        }
        // A cube is whole: where there is no row it has cells that are not available.
        let whole = expected.merging(cube.mapValues { _ in "notAvailable" }) { own, _ in own }
        #expect(Self.differences(cube, whole) == [], "json-stat differs with seed \(seed)")
    }

    private static func differences(_ found: Figures, _ expected: Figures) -> [String] {
        Set(found.keys).union(expected.keys).filter { found[$0] != expected[$0] }
            .map { "\($0): \(found[$0] ?? "no row"), not \(expected[$0] ?? "any row")" }
            .sorted()
    }

    /// The members that share a cell show it, too: a job centre is its municipality.
    private static func expected(_ figures: RandomFigures) -> Figures {
        let centres = ["101": "10100", "147": "14700", "330": "33000"]
        var expected = figures.fields
        for (key, field) in figures.fields {
            guard let centre = centres[key.area] else { continue }
            let copy = RandomFigures.Key(
                area: centre,
                group: key.group,
                period: key.period,
                measure: key.measure
            )
            expected[copy] = field
        }
        return expected
    }

    private static func table(_ text: String, separator: Character) throws -> Figures {
        var figures: Figures = [:]
        for record in Fields.records(text.withoutMark, separator: separator) {
            for measure in RandomFigures.measures {
                let value = try #require(record[measure]).replacing(",", with: ".")
                let status = try #require(record["\(measure)Status"])
                // A field beside another one would be ambiguous: one of them is always empty.
                #expect(value.isEmpty != status.isEmpty)
                figures[try Fields.key(record, measure)] = value + status
            }
        }
        return figures
    }

    private static func list(_ text: String, separator: Character) throws -> Figures {
        var figures: Figures = [:]
        for record in Fields.records(text.withoutMark, separator: separator) {
            let measure = try #require(record["measure"])
            let value = try #require(record["value"]).replacing(",", with: ".")
            figures[try Fields.key(record, measure)] = value + (record["status"] ?? "")
        }
        return figures
    }

    private static func lines(_ text: String) throws -> Figures {
        let lines = text.split(separator: "\n").map(String.init)
        let end = try Fields.object(lines[lines.count - 1])
        #expect(end["end"] as? Bool == true)
        #expect(end["rows"] as? Int == lines.count - 1)
        return try rows(["rows": try lines.dropLast().map(Fields.object)])
    }

    private static func rows(_ answer: [String: Any]) throws -> Figures {
        var figures: Figures = [:]
        for row in try #require(answer["rows"] as? [[String: Any]]) {
            let status = row["status"] as? [String: Any] ?? [:]
            for measure in RandomFigures.measures {
                figures[try Fields.key(row, measure)] =
                    Fields.field(row[measure], measure, status: status[measure])
            }
        }
        return figures
    }

    private static func arrays(_ answer: [String: Any]) throws -> Figures {
        var figures: Figures = [:]
        let names = try #require(answer["columns"] as? [String])
        for fields in try #require(answer["rows"] as? [[Any]]) {
            #expect(fields.count == names.count)
            let row = Dictionary(uniqueKeysWithValues: zip(names, fields))
            for measure in RandomFigures.measures {
                figures[try Fields.key(row, measure)] =
                    Fields.field(row[measure], measure, status: row["\(measure)Status"])
            }
        }
        return figures
    }

    private static func cells(_ answer: [String: Any]) throws -> Figures {
        var figures: Figures = [:]
        for row in try #require(answer["rows"] as? [[String: Any]]) {
            let measure = try #require(row["measure"] as? String)
            figures[try Fields.key(row, measure)] =
                Fields.field(row["value"], measure, status: row["status"])
        }
        return figures
    }

    private static func cube(_ answer: [String: Any]) throws -> Figures {
        let cube = try JSONStatCube(answer)
        var figures: Figures = [:]
        for (place, codes) in cube.cells.enumerated() {
            let key = RandomFigures.Key(
                area: codes[0],
                group: codes[1],
                period: codes[2],
                measure: codes[3]
            )
            figures[key] =
                Fields.field(cube.values[place], codes[3], status: cube.statuses["\(place)"])
        }
        return figures
    }
}
