import Foundation

/// A source file of the repository, read for the tests of its form.
struct SourceFile {
    /// The path below the repository's top.
    let path: String
    /// The lines, without their ends.
    let lines: [String]

    /// The repository's top.
    static let top = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Returns all Swift files below a folder; at least one, or the tests would test nothing.
    static func all(below folder: String) throws -> [SourceFile] {
        let root = top.appending(path: folder)
        let enumerator = FileManager.default.enumerator(atPath: root.path)
        let paths = (enumerator?.compactMap { $0 as? String } ?? [])
            .filter { $0.hasSuffix(".swift") && !$0.contains(".build") }
            .sorted()
        guard !paths.isEmpty else { throw EmptyFolder(folder: folder) }
        return try paths.map { path in
            let text = try String(contentsOf: root.appending(path: path), encoding: .utf8)
            return SourceFile(
                path: "\(folder)/\(path)",
                lines: text.split(separator: "\n", omittingEmptySubsequences: false)
                    .map(String.init)
            )
        }
    }

    /// The file's name.
    var name: String { String(path.split(separator: "/").last ?? "") }

    /// The lines of code: those inside of a text of several lines are empty.
    var code: [String] {
        var isText = false
        return lines.map { line in
            let wasText = isText
            if line.components(separatedBy: "\"\"\"").count.isMultiple(of: 2) { isText.toggle() }
            return wasText ? "" : line
        }
    }

    /// The modules that the file imports.
    var imports: [String] {
        code.compactMap { line -> String? in
            let words = line.split(separator: " ").filter { $0 != "@testable" }.map(String.init)
            guard let place = words.firstIndex(of: "import"), place <= 1, words.count > place + 1
            else { return nil }
            // `import struct Foundation.Data` names its module after the kind.
            let last = words[(place + 1)...].last ?? ""
            return last.split(separator: ".").first.map(String.init)
        }
    }

    struct EmptyFolder: Error {
        let folder: String
    }
}
