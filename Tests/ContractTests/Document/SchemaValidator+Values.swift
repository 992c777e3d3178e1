import StatisticsModel

extension SchemaValidator {
    /// Returns what is wrong with a value by a keyword that doesn't look inside it: empty when
    /// nothing is, `nil` when the keyword is none of these.
    func complaint(about value: JSON, _ keyword: JSON.Member) -> String? {
        switch keyword.name {
        case "type":
            let types =
                keyword.value.string.map { [$0] } ?? keyword.value.items.compactMap(\.string)
            let fits = types.contains { Self.isOf(type: $0, value) }
            return fits ? "" : "\(value.text) is no \(types.joined(separator: " or "))"
        case "enum":
            let fits = keyword.value.items.contains(value)
            return fits ? "" : "\(value.text) is none of \(keyword.value.text)"
        case "const":
            return value == keyword.value ? "" : "\(value.text) is not \(keyword.value.text)"
        default: break
        }
        switch value {
        case .string(let text): return complaint(about: text, keyword)
        case .number(let number): return Self.complaint(about: number, keyword)
        case .array(let items): return Self.complaint(about: items, keyword)
        case .object(let members): return Self.complaint(about: members.count, keyword)
        case .null, .bool: return Self.isKnown(keyword.name) ? "" : nil
        }
    }

    private static let valueKeywords: Set<String> = [
        "pattern", "format", "minLength", "maxLength", "minimum", "maximum", "minItems",
        "maxItems", "uniqueItems", "minProperties",
    ]

    private static func isKnown(_ keyword: String) -> Bool { valueKeywords.contains(keyword) }

    private static func isOf(type: String, _ value: JSON) -> Bool {
        switch (type, value) {
        case ("null", .null), ("boolean", .bool), ("number", .number), ("string", .string),
            ("array", .array), ("object", .object):
            true
        case ("integer", .number(let number)): number == number.rounded()
        default: false
        }
    }

    private func complaint(about text: String, _ keyword: JSON.Member) -> String? {
        let limit = Int(keyword.value.number ?? 0)
        switch keyword.name {
        case "pattern":
            let pattern = keyword.value.text
            return matches(text, pattern) ? "" : "\"\(text)\" doesn't match \(pattern)"
        case "minLength":
            return text.unicodeScalars.count >= limit ? "" : "\"\(text)\" is too short"
        case "maxLength":
            return text.unicodeScalars.count <= limit ? "" : "\"\(text)\" is too long"
        case "format": return complaint(about: text, format: keyword.value.text)
        default: return Self.isKnown(keyword.name) ? "" : nil
        }
    }

    /// The contract means what it says about formats.
    private func complaint(about text: String, format: String) -> String? {
        let fits: Bool
        switch format {
        case "date": fits = CivilDate(parsing: text) != nil
        case "date-time":
            fits = matches(
                text,
                #"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$"#
            )
        case "uri": fits = matches(text, #"^https?://[!#-;=?-Z_a-z~\[\]]+$"#)
        case "uri-reference": fits = matches(text, #"^/[!#-;=?-Z_a-z~\[\]]*$"#)
        default: return nil
        }
        return fits ? "" : "\"\(text)\" is no \(format)"
    }

    private static func complaint(about number: Double, _ keyword: JSON.Member) -> String? {
        let limit = keyword.value.number ?? 0
        switch keyword.name {
        case "minimum": return number >= limit ? "" : "\(number) is less than \(limit)"
        case "maximum": return number <= limit ? "" : "\(number) is more than \(limit)"
        default: return isKnown(keyword.name) ? "" : nil
        }
    }

    private static func complaint(about items: [JSON], _ keyword: JSON.Member) -> String? {
        let limit = Int(keyword.value.number ?? 0)
        switch keyword.name {
        case "minItems": return items.count >= limit ? "" : "there are only \(items.count) items"
        case "maxItems": return items.count <= limit ? "" : "there are \(items.count) items"
        case "uniqueItems":
            let isUnique = items.indices.allSatisfy { !items[..<$0].contains(items[$0]) }
            return isUnique ? "" : "an item stands there twice"
        default: return isKnown(keyword.name) ? "" : nil
        }
    }

    private static func complaint(about count: Int, _ keyword: JSON.Member) -> String? {
        guard keyword.name == "minProperties" else { return isKnown(keyword.name) ? "" : nil }
        return count >= Int(keyword.value.number ?? 0) ? "" : "there are only \(count) members"
    }
}
