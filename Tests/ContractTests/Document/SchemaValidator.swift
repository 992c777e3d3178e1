/// Checks documents against JSON Schema 2020-12, with the keywords that the contract uses.
///
/// A keyword that it doesn't know is a problem of its own: nothing passes because nobody looked.
final class SchemaValidator {
    /// What came of checking a value: what is wrong, and which members a schema spoke about.
    struct Outcome {
        var problems: [String] = []
        var evaluated: Set<String> = []

        mutating func merge(_ other: Outcome) {
            problems += other.problems
            evaluated.formUnion(other.evaluated)
        }
    }

    /// Keywords that say nothing about what is valid.
    private static let remarks: Set<String> = [
        "description", "default", "discriminator", "x-line", "$ref", "then", "else", "required",
    ]

    private let references: References
    private var patterns: [String: Regex<AnyRegexOutput>] = [:]

    init(_ references: References) {
        self.references = references
    }

    /// Returns everything that is wrong with a value, each with the place where it is.
    func problems(of value: JSON, against schema: JSON) -> [String] {
        check(value, schema, "$").problems
    }

    func check(_ value: JSON, _ schema: JSON, _ place: String) -> Outcome {
        if case .bool(let accepts) = schema {
            return Outcome(problems: accepts ? [] : ["\(place): nothing may stand here"])
        }
        var outcome = Outcome()
        if let reference = schema["$ref"]?.string {
            guard references.contains(reference) else {
                return Outcome(problems: ["\(place): \(reference) leads nowhere"])
            }
            outcome.merge(check(value, references.component(at: reference), place))
        }
        if let names = schema["required"], case .object = value {
            for name in names.items.compactMap(\.string) where value[name] == nil {
                outcome.problems.append("\(place): \(name) is missing")
            }
        }
        for keyword in schema.members where !Self.remarks.contains(keyword.name) {
            // It looks at what the others have spoken about, so it comes last.
            if keyword.name == "unevaluatedProperties" { continue }
            outcome.merge(check(value, keyword, of: schema, place))
        }
        if let rest = schema["unevaluatedProperties"] {
            for member in value.members where !outcome.evaluated.contains(member.name) {
                let inner = check(member.value, rest, "\(place).\(member.name)")
                outcome.problems += inner.problems
                outcome.evaluated.insert(member.name)
            }
        }
        return outcome
    }

    private func check(
        _ value: JSON,
        _ keyword: JSON.Member,
        of schema: JSON,
        _ place: String
    ) -> Outcome {
        if let outcome = checkCombination(value, keyword, of: schema, place) { return outcome }
        if let outcome = checkMembers(value, keyword, of: schema, place) { return outcome }
        if let outcome = checkItems(value, keyword, place) { return outcome }
        guard let complaint = complaint(about: value, keyword) else {
            return Outcome(problems: ["\(place): nobody knows the keyword \(keyword.name)"])
        }
        return Outcome(problems: complaint.isEmpty ? [] : ["\(place): \(complaint)"])
    }

    private func checkCombination(
        _ value: JSON,
        _ keyword: JSON.Member,
        of schema: JSON,
        _ place: String
    ) -> Outcome? {
        let branches = { keyword.value.items.map { self.check(value, $0, place) } }
        var outcome = Outcome()
        switch keyword.name {
        case "allOf":
            for branch in branches() { outcome.merge(branch) }
        case "anyOf", "oneOf":
            let all = branches()
            let fitting = all.filter(\.problems.isEmpty)
            for branch in fitting { outcome.merge(branch) }
            if fitting.isEmpty {
                let reasons = all.map { $0.problems.prefix(3).joined(separator: "; ") }
                outcome.problems = [
                    "\(place): no branch fits (\(reasons.joined(separator: " | ")))"
                ]
            } else if keyword.name == "oneOf", fitting.count > 1 {
                outcome.problems = ["\(place): \(fitting.count) branches fit"]
            }
        case "not":
            if check(value, keyword.value, place).problems.isEmpty {
                outcome.problems = ["\(place): what may not be is"]
            }
        case "if":
            let condition = check(value, keyword.value, place)
            let isMet = condition.problems.isEmpty
            if isMet { outcome.evaluated = condition.evaluated }
            if let branch = schema[isMet ? "then" : "else"] {
                outcome.merge(check(value, branch, place))
            }
        default: return nil
        }
        return outcome
    }

    private func checkMembers(
        _ value: JSON,
        _ keyword: JSON.Member,
        of schema: JSON,
        _ place: String
    ) -> Outcome? {
        var outcome = Outcome()
        for member in value.members {
            let inner = "\(place).\(member.name)"
            switch keyword.name {
            case "properties":
                guard let schema = keyword.value[member.name] else { continue }
                outcome.problems += check(member.value, schema, inner).problems
            case "patternProperties":
                let fitting = keyword.value.members.filter { matches(member.name, $0.name) }
                guard !fitting.isEmpty else { continue }
                for entry in fitting {
                    outcome.problems += check(member.value, entry.value, inner).problems
                }
            case "additionalProperties":
                let isNamed = schema["properties"]?[member.name] != nil
                let isMatched = (schema["patternProperties"]?.members ?? [])
                    .contains { matches(member.name, $0.name) }
                guard !isNamed, !isMatched else { continue }
                outcome.problems += check(member.value, keyword.value, inner).problems
            case "propertyNames":
                outcome.problems += check(.string(member.name), keyword.value, inner).problems
                continue
            case "dependentRequired":
                for name in (keyword.value[member.name]?.items ?? []).compactMap(\.string)
                where value[name] == nil {
                    outcome.problems.append("\(place): \(member.name) needs \(name)")
                }
                continue
            default: return nil
            }
            outcome.evaluated.insert(member.name)
        }
        return Self.memberKeywords.contains(keyword.name) ? outcome : nil
    }

    private static let memberKeywords: Set<String> = [
        "properties", "patternProperties", "additionalProperties", "propertyNames",
        "dependentRequired",
    ]

    private func checkItems(_ value: JSON, _ keyword: JSON.Member, _ place: String) -> Outcome? {
        guard keyword.name == "items" else { return nil }
        var outcome = Outcome()
        for (index, item) in value.items.enumerated() {
            outcome.problems += check(item, keyword.value, "\(place)[\(index)]").problems
        }
        return outcome
    }

    func matches(_ text: String, _ pattern: String) -> Bool {
        if let known = patterns[pattern] { return text.contains(known) }
        guard let regex = try? Regex(pattern) else { return false }
        patterns[pattern] = regex
        return text.contains(regex)
    }
}

extension References {
    /// What a reference names, itself perhaps a reference.
    func component(at reference: String) -> JSON {
        resolved(.object([.init(name: "$ref", value: .string(reference))]))
    }
}
