import ResponseFormats
import StatisticsModel
import Testing

/// Every form of a small answer, as it was read and found right.
@Suite struct GoldenAnswerTests {
    private static let question =
        "y25i01?area=DK,101&period=2026M06,2026M07&benefitGroup=TOT,KTH"

    /// All forms of the formats that have rows, and each other format in both languages.
    private static let forms = Language.allCases.flatMap { language in
        AnswerForm.Format.allCases.flatMap { format in
            format.layouts.flatMap { layout in
                labels(of: format)
                    .map {
                        AnswerForm(format: format, layout: layout, labels: $0, language: language)
                    }
            }
        }
    }

    @Test(arguments: forms) func `an answer is what it was`(form: AnswerForm) async throws {
        let answers = try await Answers()

        let text = try await answers.text(Self.question, form)

        try GoldenFile(name: "\(form.fileName)").expect(text)
    }

    @Test(arguments: [AnswerForm.Format.json, .csv, .jsonStat, .text])
    func `a joined answer is what it was`(format: AnswerForm.Format) async throws {
        let answers = try await Answers()
        let form = AnswerForm(format: format)

        let text = try await answers.text(
            "y01a02,y07a02?period=2025M06,2025M07&measure=y01a02_persons,y07a02_fulltimePersons",
            form
        )

        try GoldenFile(name: "joined-\(form.fileName)").expect(text)
    }

    @Test(arguments: Language.allCases)
    func `one cell is a sentence, whatever it holds`(language: Language) async throws {
        let answers = try await Answers()
        let form = AnswerForm(format: .text, language: language)
        var text = ""

        for question in [
            "y25i01?area=101&period=2026M06&measure=fulltimePersons",
            "y25i01?area=DK&period=2026M07&measure=pctWorkforce",
            "y25i01?area=DK&period=2026M07&benefitGroup=KTH&measure=pctWorkforce",
            "y25i01?area=101&period=2026M06&benefitGroup=KTH&measure=fulltimePersons",
            "y25i01?area=101&period=2026M06&benefitGroup=DP&measure=fulltimePersons",
            "y25i01?area=101&period=2026M07&measure=pctWorkforce",
            "y25i01?area=147&period=2026M07&measure=pctWorkforce",
        ] {
            text += try await answers.text(question, form) + "\n"
        }

        try GoldenFile(name: "sentences-\(language.rawValue).txt").expect(text)
    }

    @Test(arguments: [AnswerForm.Format.codeCurl, .codeR, .codePython, .codePowerQuery, .codeExcel])
    func `a program asks for what was asked for`(format: AnswerForm.Format) async throws {
        let slice = try await Answers().slice(Self.question)
        let form = AnswerForm(format: format)

        let rolling = String(decoding: try await slice.encoded(form), as: UTF8.self)
        let pinned = String(decoding: try await slice.encoded(form, isPinned: true), as: UTF8.self)

        #expect(!rolling.contains("snapshots/2026-08-19"))
        #expect(pinned.contains("v1/snapshots/2026-08-19/indicators/y25i01/data"))
    }

    private static func labels(of format: AnswerForm.Format) -> [AnswerForm.Labels] {
        switch format {
        case .json, .csv, .csvDanish, .ndjson, .text: AnswerForm.Labels.allCases
        default: [.both]
        }
    }
}
