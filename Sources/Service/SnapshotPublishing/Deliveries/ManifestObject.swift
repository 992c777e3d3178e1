internal import DeliveryText
internal import StatisticsModel

/// An object of a manifest; what can't be read from it becomes a problem.
struct ManifestObject {
    private let members: [String: StrictJSON]
    private let line: Int
    private let problems: DeliveryProblems

    /// Takes over an object; `nil`, and a problem, when the value is none.
    init?(_ json: StrictJSON, name: String, keys: [String], _ problems: DeliveryProblems) {
        guard case .object(let list) = json.content else {
            problems.add(
                .wrongType,
                file: DeliveryManifest.fileName,
                line: json.line,
                column: name,
                "an object is needed here, not \(json.kind)"
            )
            return nil
        }
        var members: [String: StrictJSON] = [:]
        for member in list {
            guard keys.contains(member.name) else {
                problems.add(
                    .unknownField,
                    file: DeliveryManifest.fileName,
                    line: member.line,
                    column: member.name,
                    "there is no such field",
                    allowed: keys,
                    suggestion: NearestMatch.nearest(to: member.name, among: keys)
                )
                continue
            }
            members[member.name] = member.value
        }
        self.members = members
        self.problems = problems
        line = json.line
    }

    /// The text of a required field.
    func text(_ key: String) -> String? {
        required(key).flatMap { text($0, key) }
    }

    /// The text of a field that may be missing.
    func optional(_ key: String) -> String? {
        members[key].flatMap { text($0, key) }
    }

    /// Refuses any other value than the one there is.
    func require(_ key: String, toBe expected: String) {
        guard let value = required(key) else { return }
        switch value.content {
        case .string(let text) where text == expected && Int(expected) == nil: return
        case .number(let text) where text == expected: return
        case .string(let text), .number(let text):
            refuse(key, value, text, "the value is not allowed", allowed: [expected])
        default: refuseType(key, value, "a string or a number")
        }
    }

    /// One of the words of a closed list; underscored spellings are taken for the others.
    func word<Word: RawRepresentable & CaseIterable>(_ key: String, _ type: Word.Type) -> Word?
    where Word.RawValue == String {
        guard let value = required(key), let text = text(value, key) else { return nil }
        let words = Word.allCases.map(\.rawValue)
        let plain = text.lowercased().filter { $0 != "_" }
        let spelling = text.contains("_") ? words.first { $0.lowercased() == plain } : text
        guard let word = spelling.flatMap(Word.init) else {
            refuse(key, value, text, "the word is unknown", allowed: words)
            return nil
        }
        return word
    }

    /// A month in its published form.
    func month(_ key: String) -> Period? {
        guard let value = required(key), let text = text(value, key) else { return nil }
        guard let period = Period(parsing: text), period.type == .month,
            period.description == text
        else {
            refuse(key, value, text, "the text is no month", allowed: ["yyyyMmm, as 2026M08"])
            return nil
        }
        return period
    }

    /// An instant; without an offset it is Danish time.
    func instant(_ key: String) -> Instant? {
        guard let value = members[key], let text = text(value, key) else { return nil }
        switch CopenhagenTime.instant(parsing: text) {
        case .exact(let instant): return instant
        case .nonexistent:
            refuse(key, value, text, "the clock was put forward over this time", allowed: [])
        case .ambiguous(let first, let second):
            let readings = [first, second].map(CopenhagenTime.text)
            refuse(key, value, text, "the clock was put back over this time", allowed: readings)
        case .malformed:
            let example = "yyyy-mm-ddThh:mm:ss with or without an offset"
            refuse(key, value, text, "the text is no instant", allowed: [example])
        }
        return nil
    }

    /// A whole number, 0 or more.
    func count(_ key: String) -> Int? {
        guard let value = required(key) else { return nil }
        guard case .number(let text) = value.content else {
            refuseType(key, value, "a number")
            return nil
        }
        guard let number = Int(text), number >= 0 else {
            refuse(key, value, text, "the number is no count", allowed: ["0 or more"])
            return nil
        }
        return number
    }

    /// A SHA-256 in hexadecimal.
    func hash(_ key: String) -> ContentHash? {
        guard let value = required(key), let text = text(value, key) else { return nil }
        guard let hash = ContentHash(hex: text) else {
            refuse(key, value, text, "the text is no SHA-256", allowed: ["64 hexadecimal digits"])
            return nil
        }
        return hash
    }

    /// The objects of an array that must not be empty.
    func objects(_ key: String, keys: [String]) -> [ManifestObject] {
        guard let value = required(key) else { return [] }
        guard case .array(let elements) = value.content else {
            refuseType(key, value, "an array")
            return []
        }
        if elements.isEmpty {
            refuse(key, value, nil, "the array is empty", allowed: ["one entry or more"])
        }
        return elements.compactMap { ManifestObject($0, name: key, keys: keys, problems) }
    }

    /// The objects of an array, or a single one in its place; none when the field is missing.
    func oneOrMoreObjects(_ key: String, keys: [String]) -> [ManifestObject] {
        guard let value = members[key] else { return [] }
        switch value.content {
        case .object:
            return [value].compactMap { ManifestObject($0, name: key, keys: keys, problems) }
        case .array(let elements):
            return elements.compactMap { ManifestObject($0, name: key, keys: keys, problems) }
        default:
            refuseType(key, value, "an object or an array")
            return []
        }
    }

    private func required(_ key: String) -> StrictJSON? {
        guard let value = members[key] else {
            problems.add(
                .missingField,
                file: DeliveryManifest.fileName,
                line: line,
                column: key,
                "the field is missing"
            )
            return nil
        }
        return value
    }

    private func text(_ value: StrictJSON, _ key: String) -> String? {
        guard case .string(let text) = value.content else {
            refuseType(key, value, "a string")
            return nil
        }
        guard !text.isEmpty else {
            refuse(key, value, nil, "the text is empty", allowed: [])
            return nil
        }
        return text
    }

    private func refuseType(_ key: String, _ value: StrictJSON, _ expected: String) {
        problems.add(
            .wrongType,
            file: DeliveryManifest.fileName,
            line: value.line,
            column: key,
            "\(expected) is needed here, not \(value.kind)"
        )
    }

    private func refuse(
        _ key: String,
        _ value: StrictJSON,
        _ text: String?,
        _ detail: String,
        allowed: [String]
    ) {
        problems.add(
            .invalidValue,
            file: DeliveryManifest.fileName,
            line: value.line,
            column: key,
            value: text,
            detail,
            allowed: allowed,
            suggestion: text.flatMap { NearestMatch.nearest(to: $0, among: allowed) }
        )
    }
}
