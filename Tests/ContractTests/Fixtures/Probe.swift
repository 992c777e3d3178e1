import Foundation
import HTTPTypes

/// A request that tries one thing about one operation.
struct Probe: Sendable, CustomStringConvertible {
    /// What stands behind the API.
    enum Side: Sendable {
        case published
        case empty
        case broken
    }

    let operation: Operation
    /// What is tried.
    let name: String
    var method: HTTPRequest.Method
    /// What stands in the braces of the path; the contract's examples unless said.
    var pathValues: [String: String] = [:]
    /// Names and values of the query.
    var query: [(name: String, value: String)] = []
    var headers: HTTPFields = [:]
    /// The body's JSON; `nil` for what the operation's example says.
    var body: [UInt8]?
    var side = Side.published
    /// What follows the path and query as it is, encoded or not.
    var tail = ""

    init(_ operation: Operation, _ name: String, query: [(String, String)] = []) {
        self.operation = operation
        self.name = name
        method = operation.method
        self.query = query
    }

    var description: String { "\(operation.id), \(name): \(method) \(target.prefix(200))" }

    /// The path and query, with what the contract demands and the probe doesn't say.
    var target: String {
        var path = operation.path
        for parameter in operation.parameters where parameter.place == "path" {
            let value = pathValues[parameter.name] ?? parameter.examples.first?.text ?? ""
            path = path.replacing("{\(parameter.name)}", with: Self.encoded(value))
        }
        let demanded = operation.queryParameters.filter { parameter in
            parameter.isRequired && !query.contains { $0.name == parameter.name }
        }
        let all = demanded.map { ($0.name, $0.examples.first?.text ?? "") } + query
        let parts = all.map { "\(Self.encoded($0))=\(Self.encoded($1))" }
        let text = parts.joined(separator: "&") + tail
        return text.isEmpty ? path : path + "?" + text
    }

    /// The body to send: only a `POST` has one.
    var bytes: [UInt8] {
        guard method == .post, let example = operation.body?.example else { return [] }
        return body ?? example.written
    }

    private static let plain = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~,:*"
    )

    private static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: plain) ?? ""
    }
}

/// A probe and what came back.
struct Exchange: Sendable, CustomStringConvertible {
    let probe: Probe
    let answer: Answer

    var description: String { "\(probe) → \(answer.status)" }

    /// What the contract says about the answer; `nil` when it says nothing.
    var declared: Operation.Response? { probe.operation.responses[answer.status] }
}

extension JSON {
    /// The document as text.
    var written: [UInt8] { Array(source.utf8) }

    private var source: String {
        switch self {
        case .null, .bool, .number: text
        case .string(let text): Self.quoted(text)
        case .array(let items): "[" + items.map(\.source).joined(separator: ",") + "]"
        case .object(let members):
            "{"
                + members.map { "\(Self.quoted($0.name)):\($0.value.source)" }
                .joined(separator: ",") + "}"
        }
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        return "\"\(escaped)\""
    }
}
