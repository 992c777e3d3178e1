internal import ResponseFormats

/// A list's items as a table: one row an item, one column a member.
///
/// Links are left out; a thing that is named by its id is written as that, a list with blanks
/// between, and what is nested deeper with colons between.
struct ItemTable {
    let columns: [String]
    let rows: [[String]]

    init(_ items: [JSONValue], columns: [String]) {
        self.columns = columns
        rows = items.map { item in
            guard case .object(let members) = item else { return [] }
            return columns.map { name in
                members.first { $0.0 == name }.map { Self.text(of: $0.1) } ?? ""
            }
        }
    }

    private static func text(of value: JSONValue) -> String {
        switch value {
        case .null: return ""
        case .string(let text): return text
        case .integer(let number): return String(number)
        case .decimal(let text): return text
        case .bool(let flag): return flag ? "true" : "false"
        case .array(let values): return values.map(text).joined(separator: " ")
        case .object(let members):
            if let id = members.first(where: { $0.0 == "id" }) { return text(of: id.1) }
            return members.map { text(of: $0.1) }.joined(separator: ":")
        }
    }
}
