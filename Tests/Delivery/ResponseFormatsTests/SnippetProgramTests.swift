import Foundation
import ResponseFormats
import StatisticsModel
import StatisticsService
import Testing

/// That the programs run, and ask for the URL that was meant.
@Suite struct SnippetProgramTests {
    private static let question = "y25i01?area=DK,101&period=2026M07"

    /// Queries that would end a literal, run a command or be an escape if nobody minded.
    private static let queries = [
        "area=DK,101", "q=it's", "q=\"a\"&r='b'", #"q=a\nb\\"#, "q=$(id)`id`$HOME!!", "q=#(lf)%22",
        "q=æøå&area=level:municipality", "q=a;b|c>d",
    ]

    @Test(arguments: queries, [true, false])
    func `bash asks for the URL`(query: String, isPinned: Bool) async throws {
        let (program, url) = try await program(.codeCurl, query, isPinned)

        let syntax = try Command.run("bash", ["-n", "-c", program])
        let asked = try Command.run(
            "bash",
            ["-c", "curl() { printf '%s\\n' \"${@: -1}\"; }\n\(program)"]
        )

        #expect(syntax == "")
        #expect(asked == "\(url)\n")
    }

    @Test(arguments: queries, [true, false])
    func `Python asks for the URL`(query: String, isPinned: Bool) async throws {
        let (program, url) = try await program(.codePython, query, isPinned)

        let asked = try Command.run(
            "python3",
            [
                "-c",
                """
                import ast, sys
                tree = ast.parse(sys.argv[1])
                urls = [node.value for node in tree.body if isinstance(node, ast.Assign)
                        and node.targets[0].id == "url"]
                print(*map(ast.literal_eval, urls), sep="\\n")
                """, program,
            ]
        )

        #expect(asked == "\(url)\n")
    }

    @Test func `Python reads every row with its letters`() async throws {
        let (program, url) = try await program(.codePython, Self.queries[0], false)
        let csv = try await Answers().text(Self.question, AnswerForm(format: .csv))

        let printed = try Command.run(
            "python3",
            [
                "-c",
                """
                import io, sys, urllib.request
                def urlopen(url):
                    print(url)
                    return io.BytesIO(sys.argv[2].encode("utf-8"))
                urllib.request.urlopen = urlopen
                exec(sys.argv[1])
                """, program, csv,
            ]
        )

        let lines = printed.split(separator: "\n").map(String.init)
        #expect(lines.count == 3)
        #expect(lines.first == url)
        #expect(lines[1].contains("'areaLabel': 'Hele landet'"))
        #expect(lines[1].contains("'pctWorkforce': '11.0'"))
        #expect(lines[2].contains("'areaLabel': 'København'"))
        #expect(lines[2].contains("'pctWorkforceStatus': 'notAvailable'"))
    }

    @Test(.enabled(if: Command.exists("Rscript"), "R is not installed"))
    func `R reads codes as texts and figures as numbers`() async throws {
        let (program, url) = try await program(.codeR, Self.queries[0], true)
        let csv = try await Answers().text(Self.question, AnswerForm(format: .csv))

        let printed = try Command.run(
            "Rscript",
            [
                "-e",
                """
                given <- commandArgs(trailingOnly = TRUE)
                read.csv <- function(file, ...) {
                  cat(file, "\\n", sep = "")
                  utils::read.csv(text = given[2], ...)
                }
                print <- function(...) NULL
                invisible(eval(parse(text = given[1])))
                cat(class(data$area), class(data$date), class(data$pctWorkforce), "\\n")
                cat(data$area, data$fulltimePersons, data$pctWorkforce, nrow(data), "\\n")
                """, program, csv,
            ]
        )

        #expect(
            printed.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) } == [
                url, "character Date numeric", "DK 101 91583 16702 11 NA 2",
            ]
        )
    }

    @Test(arguments: [AnswerForm.Format.codeR, .codePowerQuery, .codeExcel], [true, false])
    func `every program has the format that it reads`(
        format: AnswerForm.Format,
        isPinned: Bool
    ) async throws {
        let (program, _) = try await program(format, "area=DK&lang=en", isPinned)

        let snapshot = "v1/snapshots/2026-08-19/indicators/y25i01/data"
        let format = format == .codeExcel ? "csv-da" : "csv"
        #expect(program.contains(snapshot) == isPinned)
        let spelled = ["format=\(format)", "#\"format\" = \"\(format)\""]
        #expect(spelled.contains { program.contains($0) })
        #expect(!program.contains("format=json"))
    }

    /// A program for a query, and the URL that it should ask for.
    private func program(
        _ format: AnswerForm.Format,
        _ query: String,
        _ isPinned: Bool
    ) async throws -> (text: String, url: String) {
        let base = "https://example.org/v1"
        let path = "indicators/y25i01/data?\(query)"
        let (permalink, latest) = ("\(base)/snapshots/2026-08-19/\(path)", "\(base)/\(path)")
        let slice = try await Answers().slice(Self.question)
        let context = AnswerContext(
            permalink: "\(permalink)&format=\(format.rawValue)",
            latest: "\(latest)&format=\(format.rawValue)",
            csv: "\(permalink)&format=csv",
            metadata: base,
            isPinned: isPinned
        )
        let bytes = try await slice.pieces(AnswerForm(format: format), context).flatMap(\.self)
        let url = "\(isPinned ? permalink : latest)&format=csv"
        return (String(decoding: bytes, as: UTF8.self), url)
    }
}
