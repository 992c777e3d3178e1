internal import StatisticsModel
internal import Yams

/// A node of a YAML file with its place; what it can't be read as becomes a problem.
struct YAMLValue {
    private let node: Node
    private let file: String
    let problems: CatalogueProblems

    private init(node: Node, file: String, problems: CatalogueProblems) {
        self.node = node
        self.file = file
        self.problems = problems
    }

    /// Reads a file; `nil`, and a problem, when it is no YAML.
    init?(file: String, of files: CatalogueFiles) {
        guard let text = files.text(of: file) else { return nil }
        do {
            guard let node = try Yams.compose(yaml: text) else { return nil }
            self.init(node: node, file: file, problems: files.problems)
        } catch {
            files.problems.add(
                .malformedFile,
                at: CataloguePlace(file: file, line: Self.line(of: error)),
                "the file is no YAML: \(error)",
                remedy: "write plain YAML"
            )
            return nil
        }
    }

    var place: CataloguePlace { CataloguePlace(file: file, line: node.mark?.line ?? 1) }

    /// The entries of a sequence.
    func list() -> [YAMLValue] {
        guard let sequence = node.sequence else {
            refuse("a list is needed here", remedy: "write - … or [ … ]")
            return []
        }
        return sequence.map { YAMLValue(node: $0, file: file, problems: problems) }
    }

    /// The values of a mapping; keys that are not among the known ones are problems.
    func mapping(of keys: [String]) -> YAMLMapping? {
        guard let mapping = node.mapping else {
            refuse(
                "a mapping is needed here",
                remedy: "its keys are \(keys.joined(separator: ", "))"
            )
            return nil
        }
        var values: [String: YAMLValue] = [:]
        for (key, value) in mapping {
            let name = key.scalar?.string ?? ""
            guard keys.contains(name) else {
                problems.add(
                    .unknownKey,
                    at: CataloguePlace(file: file, line: key.mark?.line ?? place.line),
                    "the key \"\(name)\" is unknown",
                    remedy: "the keys are \(keys.joined(separator: ", "))"
                )
                continue
            }
            values[name] = YAMLValue(node: value, file: file, problems: problems)
        }
        return YAMLMapping(values: values, place: place, problems: problems)
    }

    /// The text of a scalar that is not empty.
    func text() -> String? {
        guard let text = node.scalar?.string, !text.isEmpty else {
            refuse("a text is needed here", remedy: "write one, or leave the key out")
            return nil
        }
        return text
    }

    func code<Subject>(as type: Code<Subject>.Type) -> Code<Subject>? {
        text().flatMap { CatalogueText.code($0, at: place, problems) }
    }

    func integer(in range: ClosedRange<Int>) -> Int? {
        guard let text = text() else { return nil }
        guard let number = Int(text), range.contains(number) else {
            refuse("\"\(text)\" is out of place", remedy: "a whole number, \(range)")
            return nil
        }
        return number
    }

    func flag() -> Bool? {
        guard let text = text() else { return nil }
        switch text {
        case "true": return true
        case "false": return false
        default:
            refuse("\"\(text)\" is neither true nor false", remedy: "write true or false")
            return nil
        }
    }

    /// One of the words of a closed list.
    func word<Word: RawRepresentable & CaseIterable>(_ type: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let text = text() else { return nil }
        guard let word = Word(rawValue: text) else {
            let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
            refuse("\"\(text)\" is not one of the words", remedy: "one of \(words)")
            return nil
        }
        return word
    }

    /// A mapping of `da` and `en`; the Danish text is required.
    func bilingual() -> BilingualText? {
        guard let texts = mapping(of: ["da", "en"]) else { return nil }
        return texts.required("da")?.text()
            .map { danish in
                BilingualText(danish: danish, english: texts["en"]?.text())
            }
    }

    func period() -> Period? {
        guard let text = text() else { return nil }
        guard let period = Period(parsing: text), period.description == text else {
            refuse("\"\(text)\" is no period", remedy: "a period is written 2026M08")
            return nil
        }
        return period
    }

    func refuse(_ detail: String, remedy: String) {
        problems.add(.invalidValue, at: place, detail, remedy: remedy)
    }

    private static func line(of error: any Error) -> Int {
        guard let error = error as? YamlError else { return 1 }
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _):
            return mark.line
        default: return 1
        }
    }
}

/// The values of a YAML mapping by key.
struct YAMLMapping {
    let values: [String: YAMLValue]
    let place: CataloguePlace
    let problems: CatalogueProblems

    subscript(key: String) -> YAMLValue? { values[key] }

    /// The value of a key; `nil`, and a problem, when it is missing.
    func required(_ key: String) -> YAMLValue? {
        guard let value = values[key] else {
            problems.add(
                .missingKey,
                at: place,
                "the key \"\(key)\" is missing",
                remedy: "add \(key)"
            )
            return nil
        }
        return value
    }

    /// A list of codes; `nil` when the key is missing.
    func codes<Subject>(_ key: String, as type: Code<Subject>.Type) -> [Code<Subject>]? {
        values[key]?.list().compactMap { $0.code(as: type) }
    }
}
