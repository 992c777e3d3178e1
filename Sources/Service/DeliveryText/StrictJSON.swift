internal import StatisticsModel

/// A value of a JSON text with its place.
///
/// Everything beyond RFC 8259 is refused, and so is a key that an object has twice.
package struct StrictJSON {
    /// A name and its value.
    package struct Member {
        package let name: String
        package let line: Int
        package let value: StrictJSON
    }

    /// What the value is.
    package enum Content {
        case object([Member])
        case array([StrictJSON])
        case string(String)
        case number(String)
        case bool(Bool)
        case null
    }

    /// Why a text is no JSON.
    package struct Failure: Error, Equatable {
        package let line: Int
        package let detail: String
        /// The key that stands there twice; `nil` when something else is wrong.
        package let duplicateKey: String?
    }

    package let content: Content
    package let line: Int

    /// Parses a text.
    package static func parse(_ bytes: [UInt8]) throws(Failure) -> StrictJSON {
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw Failure(line: 1, detail: "the text is not UTF-8", duplicateKey: nil)
        }
        var parser = StrictJSONParser(bytes: bytes)
        return try parser.document()
    }

    /// What kind of value it is, in a word.
    package var kind: String {
        switch content {
        case .object: "an object"
        case .array: "an array"
        case .string: "a string"
        case .number: "a number"
        case .bool: "true or false"
        case .null: "null"
        }
    }
}

/// Reads JSON by recursive descent.
private struct StrictJSONParser {
    private static let maximumDepth = 32
    let bytes: [UInt8]
    private var position = 0
    private var line = 1
    private var depth = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }

    mutating func document() throws(StrictJSON.Failure) -> StrictJSON {
        let value = try value()
        skipBlanks()
        guard position == bytes.count else { throw failure("text follows the value") }
        return value
    }

    private mutating func value() throws(StrictJSON.Failure) -> StrictJSON {
        skipBlanks()
        let start = line
        guard let byte = peek else { throw failure("the text ends too early") }
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else { throw failure("values are nested too deep") }
        let content: StrictJSON.Content
        switch byte {
        case UInt8(ascii: "{"): content = .object(try members())
        case UInt8(ascii: "["): content = .array(try elements())
        case UInt8(ascii: "\""): content = .string(try string())
        case UInt8(ascii: "t"): content = try word("true", .bool(true))
        case UInt8(ascii: "f"): content = try word("false", .bool(false))
        case UInt8(ascii: "n"): content = try word("null", .null)
        default: content = .number(try number())
        }
        return StrictJSON(content: content, line: start)
    }

    private mutating func members() throws(StrictJSON.Failure) -> [StrictJSON.Member] {
        var members: [StrictJSON.Member] = []
        var names: Set<String> = []
        position += 1
        skipBlanks()
        if take(UInt8(ascii: "}")) { return [] }
        while true {
            skipBlanks()
            let start = line
            guard peek == UInt8(ascii: "\"") else { throw failure("a name in quotes is missing") }
            let name = try string()
            guard names.insert(name).inserted else {
                throw StrictJSON.Failure(
                    line: start,
                    detail: "the name \"\(name)\" stands there twice",
                    duplicateKey: name
                )
            }
            skipBlanks()
            guard take(UInt8(ascii: ":")) else { throw failure("a colon is missing") }
            members.append(StrictJSON.Member(name: name, line: start, value: try value()))
            skipBlanks()
            if take(UInt8(ascii: "}")) { return members }
            guard take(UInt8(ascii: ",")) else { throw failure("a comma or } is missing") }
        }
    }

    private mutating func elements() throws(StrictJSON.Failure) -> [StrictJSON] {
        var elements: [StrictJSON] = []
        position += 1
        skipBlanks()
        if take(UInt8(ascii: "]")) { return [] }
        while true {
            elements.append(try value())
            skipBlanks()
            if take(UInt8(ascii: "]")) { return elements }
            guard take(UInt8(ascii: ",")) else { throw failure("a comma or ] is missing") }
        }
    }

    private mutating func string() throws(StrictJSON.Failure) -> String {
        var text: [UInt8] = []
        position += 1
        while let byte = peek {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: text, as: UTF8.self)
            case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
            case 0..<0x20: throw failure("a control character stands in a string")
            default: text.append(byte)
            }
        }
        throw failure("a string is never closed")
    }

    private mutating func escape() throws(StrictJSON.Failure) -> Character {
        guard let byte = peek else { throw failure("a string is never closed") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
            return Character(Unicode.Scalar(byte))
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "u"): return Character(try scalar())
        default: throw failure("an escape is unknown")
        }
    }

    private mutating func scalar() throws(StrictJSON.Failure) -> Unicode.Scalar {
        let first = try codeUnit()
        guard (0xD800..<0xDC00).contains(first) else {
            guard let scalar = Unicode.Scalar(first) else { throw failure("half a surrogate pair") }
            return scalar
        }
        guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
            throw failure("half a surrogate pair")
        }
        let second = try codeUnit()
        guard (0xDC00..<0xE000).contains(second),
            let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
        else { throw failure("half a surrogate pair") }
        return scalar
    }

    private mutating func codeUnit() throws(StrictJSON.Failure) -> UInt32 {
        let digits = bytes[position..<min(position + 4, bytes.count)]
        guard digits.count == 4, digits.allSatisfy({ $0.isASCIIDigit || $0.isASCIILetter }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw failure("\\u needs four hexadecimal digits") }
        position += 4
        return unit
    }

    private mutating func number() throws(StrictJSON.Failure) -> String {
        let start = position
        _ = take(UInt8(ascii: "-"))
        let whole = digits()
        guard whole > 0, whole == 1 || bytes[position - whole] != UInt8(ascii: "0") else {
            throw failure("a value is missing")
        }
        if take(UInt8(ascii: ".")) {
            guard digits() > 0 else { throw failure("digits are missing after the point") }
        }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            _ = take(UInt8(ascii: "+")) || take(UInt8(ascii: "-"))
            guard digits() > 0 else { throw failure("digits are missing in the exponent") }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private mutating func digits() -> Int {
        let start = position
        while let byte = peek, byte.isASCIIDigit { position += 1 }
        return position - start
    }

    private mutating func word(
        _ word: String,
        _ content: StrictJSON.Content
    ) throws(StrictJSON.Failure) -> StrictJSON.Content {
        guard bytes[position...].starts(with: word.utf8) else {
            throw failure("a value is missing")
        }
        position += word.utf8.count
        return content
    }

    private var peek: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        position += 1
        return true
    }

    private mutating func skipBlanks() {
        while let byte = peek, [0x20, 0x09, 0x0A, 0x0D].contains(byte) {
            if byte == 0x0A { line += 1 }
            position += 1
        }
    }

    private func failure(_ detail: String) -> StrictJSON.Failure {
        StrictJSON.Failure(line: line, detail: detail, duplicateKey: nil)
    }
}
