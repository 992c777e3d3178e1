import ResponseFormats
import StatisticsModel

/// What an answer may come from beside a plain release and a plain question.
enum Situation: String, CaseIterable {
    /// Names with the marks of the formats in them, one of them a formula without English.
    case awkward
    /// A snapshot that was taken back.
    case withdrawn
    /// A snapshot that was loaded after its release.
    case backfilled
    /// A question without figures.
    case empty
    /// The three largest of all.
    case largest
    /// A break in the newest month, whose figures are provisional, of one of two indicators.
    case flagged

    /// The question.
    var question: String {
        switch self {
        case .awkward: "y25i01?area=101,147&period=2026M06"
        case .withdrawn, .backfilled: "y25i01?area=DK,101&period=2026M07"
        case .empty: "y25i01?area=147&period=2026M06,2026M07&benefitGroup=TOT"
        case .largest: "y25i01?area=DK,101&benefitGroup=*&sort=-fulltimePersons,area&limit=3"
        case .flagged: "y01a02,y07a02?period=2025M06,2025M07"
        }
    }

    /// The forms that tell something in this situation.
    var forms: [AnswerForm] {
        let all = AnswerForm.Format.allCases.filter { !$0.rawValue.hasPrefix("code") }
            .flatMap { format in
                format.layouts.map { AnswerForm(format: format, layout: $0) }
            }
        switch self {
        case .awkward:
            return [AnswerForm.Format.json, .csv, .csvDanish, .ndjson, .jsonStat, .text]
                .flatMap { format in
                    Language.allCases.map { AnswerForm(format: format, language: $0) }
                }
        case .withdrawn, .backfilled:
            return [AnswerForm.Format.json, .jsonStat, .text].map { AnswerForm(format: $0) }
        case .largest: return all.filter { $0.format != .jsonStat }
        case .empty, .flagged: return all
        }
    }

    /// Publishes what is asked.
    func answers() async throws -> Answers {
        switch self {
        case .awkward: try await Answers(.neighbours, .small(naming: Self.names))
        case .withdrawn: try await Answers(withdrawal: Self.withdrawal)
        case .backfilled: try await Answers(recordedSeconds: 86_400)
        case .empty, .largest: try await Answers()
        case .flagged: try await Answers(.broken)
        }
    }

    private static let names = [
        "101": BilingualText(danish: "Kbh., \"Ærø\"; Å\\Ø", english: "Copenhagen, \"C\""),
        "147": BilingualText(danish: "=SUM(A1;B2)", english: nil),
    ]

    private static let withdrawal = Withdrawal(
        at: Answers.releaseAt.adding(seconds: 30),
        reason: "Forkert \"register\"",
        successor: nil
    )
}

extension Delivered {
    fileprivate static let neighbours = Delivered(
        files: [
            (
                "y25i01",
                """
                area,benefitGroup,period,fulltimePersons,pctWorkforce
                101,TOT,2026M06,16981,4.3
                147,TOT,2026M06,1200,-0.2
                147,TOT,2026M07,1201,0.0

                """
            )
        ]
    )

    fileprivate static let broken = Delivered(
        dataMonth: "2025M07",
        files: [
            (
                "y01a02",
                """
                area,gender,age,period,persons,pctWorkforce
                DK,TOT,TOT,2025M06,80100,2.6
                DK,TOT,TOT,2025M07,,

                """
            ),
            (
                "y07a02",
                """
                area,age,period,fulltimePersons
                DK,TOT,2025M07,52000

                """
            ),
        ]
    )
}
