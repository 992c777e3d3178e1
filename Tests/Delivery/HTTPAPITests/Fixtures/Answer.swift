import Foundation
import HTTPTypes
import StatisticsModel
import Testing

/// An answer, read to its end.
struct Answer: Sendable {
    let status: Int
    let headers: HTTPFields
    let body: [UInt8]

    var text: String { String(decoding: body, as: UTF8.self) }

    /// A header by its name; `nil` when it isn't there.
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    /// The headers but the one that every answer has of its own.
    var comparableHeaders: HTTPFields {
        var headers = headers
        if let name = HTTPField.Name("Request-Id") { headers[name] = nil }
        return headers
    }

    /// The body as a JSON object.
    func object() throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(body))
        return try #require(value as? [String: Any])
    }

    /// A member of the body, however deep; `nil` when it isn't there or is null.
    func value(_ path: String...) throws -> Any? { try value(path) }

    private func value(_ path: [String]) throws -> Any? {
        var value: Any? = try object()
        for name in path {
            if let index = Int(name) {
                let items = value as? [Any] ?? []
                value = items.indices.contains(index) ? items[index] : nil
            } else {
                value = (value as? [String: Any])?[name]
            }
        }
        return value is NSNull ? nil : value
    }

    /// A text of the body, however deep.
    func string(_ path: String...) throws -> String? { try value(path) as? String }

    /// A member of the body as text that is equal for equal values.
    func json(_ name: String) throws -> String {
        let value = try #require(try value(name))
        let bytes = try JSONSerialization.data(withJSONObject: value, options: .sortedKeys)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The body without the link to the newest answer, which keeps the reader's own spelling.
    var textButLatest: String {
        text.replacing(links["latest-version"] ?? "none", with: "LATEST")
    }

    /// The code of a problem; `nil` when the answer is none.
    var problemCode: String? {
        guard header("Content-Type") == "application/problem+json" else { return nil }
        return try? string("code")
    }

    /// The links of the header `Link`, by relation.
    var links: [String: String] {
        let entries = (header("Link") ?? "").split(separator: ">; rel=\"")
        guard entries.count > 1 else { return [:] }
        var links: [String: String] = [:]
        for (entry, next) in zip(entries, entries.dropFirst()) {
            guard let start = entry.lastIndex(of: "<") else { continue }
            let relation = next.prefix { $0 != "\"" }
            links[String(relation)] = String(entry[entry.index(after: start)...])
        }
        return links
    }
}
