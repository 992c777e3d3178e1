internal import QueryPlanning

/// The query of a URL as names and values, and back.
enum QueryText {
    /// Splits a query.
    ///
    /// Raw UTF-8 is accepted beside percent-encoding, `+` is a blank, and a repeated parameter
    /// keeps all its values.
    ///
    /// - Parameter text: What stands after the question mark.
    /// - Returns: The parameters, in the order of their first appearance; `nil` when a percent sign
    ///   isn't followed by two hexadecimal digits, or the bytes are no UTF-8.
    static func parameters(of text: some StringProtocol) -> [ObservationQuery.Parameter]? {
        var names: [String] = []
        var values: [String: [String]] = [:]
        for part in text.utf8.split(separator: UInt8(ascii: "&")) {
            let halves = part.split(
                separator: UInt8(ascii: "="),
                maxSplits: 1,
                omittingEmptySubsequences: false
            )
            guard let name = decoded(halves[0]),
                let value = halves.count > 1 ? decoded(halves[1]) : ""
            else { return nil }
            if values[name] == nil { names.append(name) }
            values[name, default: []].append(value)
        }
        return names.map { ObservationQuery.Parameter(name: $0, values: values[$0] ?? []) }
    }

    /// Returns parameters as a query, with a leading question mark unless there is none.
    ///
    /// Letters that Danish names need are encoded; commas and colons stay readable.
    static func text(of parameters: [ObservationQuery.Parameter]) -> String {
        let parts = parameters.flatMap { parameter in
            parameter.values.map { "\(encoded(parameter.name))=\(encoded($0))" }
        }
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }

    /// Percent-encodes a text for a query or a segment of a path.
    static func encoded(_ text: String) -> String {
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes.append(UInt8(ascii: "%"))
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Decodes percent-encoded bytes; `nil` when they are malformed.
    static func decoded(_ bytes: some Collection<UInt8>, plusIsBlank: Bool = true) -> String? {
        var result: [UInt8] = []
        var rest = bytes[...]
        while let byte = rest.popFirst() {
            switch byte {
            case UInt8(ascii: "+") where plusIsBlank: result.append(UInt8(ascii: " "))
            case UInt8(ascii: "%"):
                guard let high = rest.popFirst().flatMap(value),
                    let low = rest.popFirst().flatMap(value)
                else { return nil }
                result.append(high << 4 | low)
            default: result.append(byte)
            }
        }
        return String(validating: result, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func value(_ digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
        default: nil
        }
    }

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: "-._~,:*".utf8.contains(byte)
        }
    }
}
