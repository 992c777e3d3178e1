import ResponseFormats
import StatisticsFixtures
import StatisticsModel
import Testing

/// That a table can be read by its columns.
@Suite struct TextTableTests {
    @Test(arguments: 1...6)
    func `texts begin and numbers end beneath their names`(seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        let figures = RandomFigures(using: &random)
        let answers = try await Answers(figures.delivered)
        let language = Language.allCases[Int(seed % 2)]

        let text = try await answers.text(
            "y25i01?area=*&benefitGroup=*&period=M:*",
            AnswerForm(format: .text, language: language)
        )

        let table = text.split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { !$0.isEmpty }
            .map(Array.init)
        let header = String(table[0]).split(separator: " ", omittingEmptySubsequences: true)
        #expect(table.count > 2)
        #expect(header.suffix(3) == RandomFigures.measures.map { $0[...] } + ["flags"])
        for line in table {
            #expect(line.last != " ")
            let places = Self.places(of: header.map(String.init), in: table[0])
            for (name, place) in places where RandomFigures.measures.contains(name) {
                #expect(Self.ends(line, at: place.upperBound), "seed \(seed): \(String(line))")
            }
            for (name, place) in places where !RandomFigures.measures.contains(name) {
                guard name != "flags" || line.count > place.lowerBound else { continue }
                #expect(Self.begins(line, at: place.lowerBound), "seed \(seed): \(String(line))")
            }
        }
    }

    @Test func `a letter is as wide as any other`() async throws {
        let long = BilingualText(danish: "Ærø, Læsø og Å", english: nil)
        let answers = try await Answers(.small, .small(naming: ["DK": long]))

        let text = try await answers.text(
            "y25i01?area=DK,101&period=2026M06",
            AnswerForm(format: .text, labels: .text)
        )

        let table = text.split(separator: "\n").prefix(3)
        #expect(
            Array(table) == [
                "areaLabel       period   date        fulltimePersons  pctWorkforce  flags",
                "Ærø, Læsø og Å  2026M06  2026-06-01           91.204           3,0",
                "København       2026M06  2026-06-01           16.981           4,3",
            ]
        )
    }

    /// Where each name stands, counted in characters.
    private static func places(
        of names: [String],
        in line: [Character]
    ) -> [(String, Range<Int>)] {
        var start = 0
        return names.map { name in
            while line[start] == " " { start += 1 }
            defer { start += name.count }
            return (name, start..<(start + name.count))
        }
    }

    private static func begins(_ line: [Character], at place: Int) -> Bool {
        line.indices.contains(place) && line[place] != " "
            && (place == 0 || line[place - 2..<place] == [" ", " "])
    }

    private static func ends(_ line: [Character], at place: Int) -> Bool {
        line.count >= place && line[place - 1] != " "
            && (line.count == place || line[place] == " ")
    }
}
