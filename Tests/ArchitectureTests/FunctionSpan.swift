/// Where a function begins in a file, and how many lines it has.
struct FunctionSpan {
    /// The line it begins on, from 1.
    let line: Int
    /// How many lines it has, from its name to its closing brace.
    let count: Int

    /// Finds the functions and initialisers of a formatted file by their indentation.
    static func all(in file: SourceFile) -> [FunctionSpan] {
        var spans: [FunctionSpan] = []
        for (index, line) in file.lines.enumerated() where isBeginning(line) {
            let indent = String(line.prefix { $0 == " " })
            let end = file.lines[index...].firstIndex { $0 == indent + "}" }
            guard let end, !file.lines[index].hasSuffix("}") else { continue }
            spans.append(FunctionSpan(line: index + 1, count: end - index + 1))
        }
        return spans
    }

    private static func isBeginning(_ line: String) -> Bool {
        guard !line.isComment else { return false }
        let words = line.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "@" }
        return words.contains("func") || words.first { !modifiers.contains($0) } == "init"
    }

    private static let modifiers: Set<Substring> = [
        "public", "private", "fileprivate", "internal", "package", "convenience", "required",
        "override", "@usableFromInline", "@inlinable", "nonisolated",
    ]
}
