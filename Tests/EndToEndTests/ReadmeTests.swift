import Foundation
import Testing

/// Every line that the README tells people to run, run.
@Suite(.serialized) struct ReadmeTests {
    private static let lines: [String] = {
        let file = Program.top.appending(path: "README.md")
        let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        var isConsole = false
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .compactMap { line in
                if line.hasPrefix("```") {
                    isConsole = line == "```console"
                    return nil
                }
                return isConsole && !line.hasPrefix("make ") ? String(line) : nil
            }
    }()

    @Test func `the README has lines to run`() {
        #expect(Self.lines.count >= 12)
    }

    @Test func `each line works as it stands`() throws {
        let server = try DemonstrationDatabase.serve()
        let database = try DemonstrationDatabase.file.get()

        for line in Self.lines {
            let command =
                line
                .replacing("curl ", with: "curl -sSf ")
                .replacing("http://127.0.0.1:8080", with: server.base)
                .replacing("var/jobindsats.sqlite", with: database.path)
                .replacing(".build/release/jobindsats", with: Program.path.path)
            let outcome = try Program.shell("set -o pipefail; \(command)")

            #expect(outcome.status == 0, "\(line): \(outcome.errors)")
            #expect(!outcome.output.isEmpty, "\(line) prints nothing")
        }
    }

    @Test func `the root's examples work as they stand`() throws {
        let server = try DemonstrationDatabase.serve()

        let urls = try Program.shell(
            "curl -s '\(server.base)/v1' | grep -o '\"url\":\"[^\"]*' | cut -d'\"' -f4 | grep /v1/"
        )
        let lines = urls.output.split(separator: "\n")

        #expect(lines.count == 3)
        for url in lines {
            let outcome = try Program.shell("curl -sf '\(url)' | head -c 1")
            #expect(outcome.output == "{", "\(url)")
        }
    }
}
