import Foundation
import Testing

/// Limits that keep the house pleasant to read.
@Suite struct TidinessTests {
    private static let lineLimit = 300
    private static let functionLimit = 50

    /// What may not be written, and what to write instead.
    private static let banned: [(text: String, instead: String)] = [
        ("TODO", "do it, or file an issue"),
        ("FIXME", "do it, or file an issue"),
        ("XXX", "do it, or file an issue"),
        ("try!", "handle the error"),
        (" as! ", "use as? and say what happens otherwise"),
        ("@unchecked Sendable", "a struct, an actor or a Mutex"),
        ("nonisolated(unsafe)", "a Mutex"),
        ("Task.detached", "structured concurrency"),
        (" Task {", "structured concurrency"),
        ("swift-format-ignore", "write it so that the formatter likes it"),
        ("fatalError(", "precondition, with the rule that was broken"),
        (" print(", "the command's output or a log"),
    ]

    private static let vagueNames = [
        "Util", "Helper", "Common", "Misc", "Manager", "Extensions", "Base",
    ]

    @Test func `no file is longer than it can be read in one go`() throws {
        for file in try all() where file.lines.count > Self.lineLimit + 1 {
            Issue.record("\(file.path) has \(file.lines.count) lines")
        }
    }

    @Test func `no function is longer than a screen`() throws {
        for file in try all() {
            for function in FunctionSpan.all(in: file) where function.count > Self.functionLimit {
                Issue.record("\(file.path):\(function.line) has \(function.count) lines")
            }
        }
    }

    @Test func `no file has a vague name`() throws {
        for file in try all() {
            for name in Self.vagueNames where file.name.contains(name) {
                Issue.record("\(file.path) is named \(name)")
            }
        }
    }

    @Test func `nothing banned is written`() throws {
        for file in try SourceFile.all(below: "Sources") {
            for (number, line) in file.code.enumerated() {
                for ban in Self.banned where line.contains(ban.text) {
                    Issue.record("\(file.path):\(number + 1) \(ban.text): \(ban.instead)")
                }
            }
        }
    }

    @Test func `a file is named after its main type`() throws {
        for file in try SourceFile.all(below: "Sources") {
            let type = file.name.dropLast(".swift".count).split(separator: "+").first ?? ""
            let isNamed = file.lines.contains { line in
                let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" }
                guard let place = words.firstIndex(where: { Self.kinds.contains($0) }) else {
                    return false
                }
                return words[place...].contains(type)
            }
            #expect(isNamed, "\(file.path) declares no \(type)")
        }
    }

    @Test func `every public declaration has a comment`() throws {
        for file in try SourceFile.all(below: "Sources") {
            for (number, line) in file.lines.enumerated()
            where line.drop(while: { $0 == " " }).hasPrefix("public ") && !line.contains("import ")
            {
                var above = number - 1
                while above >= 0, file.lines[above].drop(while: { $0 == " " }).hasPrefix("@") {
                    above -= 1
                }
                let comment = above >= 0 ? file.lines[above].drop { $0 == " " } : ""
                #expect(comment.hasPrefix("///"), "\(file.path):\(number + 1) has no comment")
            }
        }
    }

    private static let kinds: Set<Substring> = [
        "struct", "class", "enum", "protocol", "actor", "extension", "typealias",
    ]

    private func all() throws -> [SourceFile] {
        try SourceFile.all(below: "Sources") + SourceFile.all(below: "Tests")
    }
}
