/// A JSON document as it was written, and the same for what YAML says.
enum JSON: Equatable, Sendable {
    /// A member of an object.
    struct Member: Equatable, Sendable {
        let name: String
        let value: JSON
    }

    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSON])
    case object([Member])

    /// The member of a name; `nil` when there is none, or this is no object.
    subscript(name: String) -> JSON? { members.first { $0.name == name }?.value }

    /// The members in order; none when this is no object.
    var members: [Member] {
        if case .object(let members) = self { members } else { [] }
    }

    /// The items in order; none when this is no array.
    var items: [JSON] {
        if case .array(let items) = self { items } else { [] }
    }

    var string: String? {
        if case .string(let text) = self { text } else { nil }
    }

    var number: Double? {
        if case .number(let number) = self { number } else { nil }
    }

    var bool: Bool? {
        if case .bool(let flag) = self { flag } else { nil }
    }

    /// The value as it stands in a URL: lists with commas between.
    var text: String {
        switch self {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number(let number): number == number.rounded() ? "\(Int(number))" : "\(number)"
        case .string(let text): text
        case .array(let items): items.map(\.text).joined(separator: ",")
        case .object: "object"
        }
    }

    /// The same object without a member.
    func removing(_ name: String) -> JSON { .object(members.filter { $0.name != name }) }

    /// The same object with one more member.
    func adding(_ name: String, _ value: JSON) -> JSON {
        .object(members + [Member(name: name, value: value)])
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByNilLiteral {
    init(stringLiteral text: String) { self = .string(text) }
    init(arrayLiteral items: JSON...) { self = .array(items) }
    init(nilLiteral: ()) { self = .null }
}
