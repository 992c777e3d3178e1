/// A URL in parts, with the format that a program wants.
struct SnippetLink: Sendable {
    /// The URL, percent-encoded.
    let url: String
    /// Scheme and host: `https://example.org`.
    let host: String
    /// The path without its first slash, percent-encoded.
    let path: String
    /// The parameters in order, decoded, each with all its values.
    let parameters: [(name: String, values: [String])]

    init(_ other: String, format: String) {
        let halves = other.split(separator: "?", maxSplits: 1)
        let address = halves.first.map(String.init) ?? ""
        let pairs =
            (halves.count > 1 ? halves[1] : "").split(separator: "&")
            .filter { !$0.hasPrefix("format=") } + ["format=\(format)"]
        url = "\(address)?\(pairs.joined(separator: "&"))"
        let (scheme, rest) = Self.halves(of: address, at: "://")
        let (host, path) = Self.halves(of: rest, at: "/")
        self.host = "\(scheme)://\(host)"
        self.path = path
        var parameters: [(name: String, values: [String])] = []
        for pair in pairs {
            let (name, value) = Self.halves(of: String(pair), at: "=")
            if let place = parameters.firstIndex(where: { $0.name == name }) {
                parameters[place].values.append(value.percentDecoded)
            } else {
                parameters.append((name.percentDecoded, [value.percentDecoded]))
            }
        }
        self.parameters = parameters
    }

    private static func halves(of text: String, at mark: String) -> (String, String) {
        let parts = text.split(separator: mark, maxSplits: 1, omittingEmptySubsequences: false)
        return (String(parts[0]), parts.count > 1 ? String(parts[1]) : "")
    }
}

extension String {
    /// The text for double quotation marks in R and Python.
    var escapedForQuotes: String {
        replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    }

    /// The text as a literal of Power Query, where `#(` begins an escape.
    var asPowerQueryText: String {
        "\"\(replacing("#(", with: "#(#)(").replacing("\"", with: "\"\""))\""
    }

    fileprivate var percentDecoded: String {
        var bytes: [UInt8] = []
        var rest = utf8[...]
        while let byte = rest.popFirst() {
            let code = rest.prefix(2)
            guard byte == UInt8(ascii: "%"), code.count == 2,
                let value = UInt8(String(decoding: code, as: UTF8.self), radix: 16)
            else {
                bytes.append(byte)
                continue
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
