extension JSON {
    /// What is wrong with a text that is no JSON.
    struct Malformed: Error, CustomStringConvertible {
        let place: Int
        let reason: String
        var description: String { "no JSON at byte \(place): \(reason)" }
    }

    /// Reads a text by the letter of RFC 8259; a name that stands twice in an object is refused.
    init(parsing bytes: some Sequence<UInt8>) throws(Malformed) {
        var reading = Reading(bytes: Array(bytes))
        self = try reading.document()
    }

    private struct Reading {
        let bytes: [UInt8]
        var place = 0

        var next: UInt8? { place < bytes.count ? bytes[place] : nil }

        mutating func document() throws(Malformed) -> JSON {
            let value = try value()
            guard next == nil else { throw wrong("something follows the document") }
            return value
        }

        private mutating func value() throws(Malformed) -> JSON {
            skipBlanks()
            defer { skipBlanks() }
            switch next {
            case UInt8(ascii: "{"): return try object()
            case UInt8(ascii: "["): return try array()
            case UInt8(ascii: "\""): return .string(try text())
            case UInt8(ascii: "t"): return try word("true", .bool(true))
            case UInt8(ascii: "f"): return try word("false", .bool(false))
            case UInt8(ascii: "n"): return try word("null", .null)
            default: return try number()
            }
        }

        private mutating func object() throws(Malformed) -> JSON {
            place += 1
            skipBlanks()
            var members: [Member] = []
            var names: Set<String> = []
            if take("}") { return .object([]) }
            repeat {
                skipBlanks()
                let name = try text()
                guard names.insert(name).inserted else { throw wrong("\(name) stands twice") }
                skipBlanks()
                guard take(":") else { throw wrong("a colon is missing") }
                members.append(Member(name: name, value: try value()))
            } while take(",")
            guard take("}") else { throw wrong("an object has no end") }
            return .object(members)
        }

        private mutating func array() throws(Malformed) -> JSON {
            place += 1
            skipBlanks()
            var items: [JSON] = []
            if take("]") { return .array([]) }
            repeat { items.append(try value()) } while take(",")
            guard take("]") else { throw wrong("an array has no end") }
            return .array(items)
        }

        private mutating func text() throws(Malformed) -> String {
            guard take("\"") else { throw wrong("a text is missing") }
            var units: [UInt8] = []
            while let byte = next {
                place += 1
                switch byte {
                case UInt8(ascii: "\""):
                    guard let text = String(validating: units, as: UTF8.self) else {
                        throw wrong("a text is no UTF-8")
                    }
                    return text
                case UInt8(ascii: "\\"): units += try escaped()
                case 0..<0x20: throw wrong("a control character stands in a text")
                default: units.append(byte)
                }
            }
            throw wrong("a text has no end")
        }

        private mutating func escaped() throws(Malformed) -> [UInt8] {
            guard let byte = next else { throw wrong("a text has no end") }
            place += 1
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [byte]
            case UInt8(ascii: "b"): return [8]
            case UInt8(ascii: "f"): return [12]
            case UInt8(ascii: "n"): return [10]
            case UInt8(ascii: "r"): return [13]
            case UInt8(ascii: "t"): return [9]
            case UInt8(ascii: "u"):
                let digits = String(
                    decoding: bytes[place..<min(place + 4, bytes.count)],
                    as: UTF8.self
                )
                guard digits.count == 4, let code = UInt32(digits, radix: 16),
                    let scalar = Unicode.Scalar(code)
                else { throw wrong("an escape names no character by itself") }
                place += 4
                return Array(String(Character(scalar)).utf8)
            default: throw wrong("there is no such escape")
            }
        }

        private mutating func number() throws(Malformed) -> JSON {
            let start = place
            while let byte = next, "+-.0123456789eE".utf8.contains(byte) { place += 1 }
            let text = String(decoding: bytes[start..<place], as: UTF8.self)
            guard (try? Self.numberForm.wholeMatch(in: text)) ?? nil != nil,
                let number = Double(text)
            else { throw wrong("\"\(text)\" is no number") }
            return .number(number)
        }

        private static var numberForm: Regex<Substring> {
            /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/
        }

        private mutating func word(_ word: String, _ value: JSON) throws(Malformed) -> JSON {
            guard bytes[place...].starts(with: word.utf8) else { throw wrong("no \(word)") }
            place += word.utf8.count
            return value
        }

        private mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard next == UInt8(ascii: character) else { return false }
            place += 1
            return true
        }

        private mutating func skipBlanks() {
            while let byte = next, " \t\r\n".utf8.contains(byte) { place += 1 }
        }

        private func wrong(_ reason: String) -> Malformed {
            Malformed(place: place, reason: reason)
        }
    }
}
