/// A public identifier: short ASCII text that means one thing for as long as the database lives.
///
/// The phantom `Subject` tells what is identified, so that a measure's code can't be taken for a
/// member's. Codes keep their case; comparing without case is the business of `AliasTable`.
///
/// Source: `seeds/catalogue/README.md`, "Codes".
public struct Code<Subject>: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The code as it is published: 1–64 letters, digits, `-`, `.`, `_`; no leading zero.
    public let text: String

    /// Parses a code.
    ///
    /// - Parameter text: What was given.
    /// - Throws: `InvalidCode` when the text is empty, too long, begins with a zero or a mark, or
    ///   holds a character that no code has.
    /// - Complexity: O(*n*) in the length of the text.
    public init(parsing text: String) throws(InvalidCode) {
        guard Self.isWellFormed(text) else { throw InvalidCode(text: text) }
        self.text = text
    }

    /// Makes a code from a literal of the program; a malformed one is a programmer error.
    public init(_ literal: StaticString) {
        let text = literal.description
        precondition(Self.isWellFormed(text), "the literal \(text) is not a code")
        self.text = text
    }

    /// The code itself.
    public var description: String { text }

    /// Orders codes by their bytes, which suits listings that have no better order.
    public static func < (left: Self, right: Self) -> Bool { left.text < right.text }

    private static func isWellFormed(_ text: String) -> Bool {
        let bytes = text.utf8
        guard (1...64).contains(bytes.count), let first = bytes.first else { return false }
        guard first.isASCIILetter || (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(first) else {
            return false
        }
        return bytes.allSatisfy { byte in
            byte.isASCIILetter || byte.isASCIIDigit || byte == UInt8(ascii: "-")
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_")
        }
    }
}

/// Text that is no code.
public struct InvalidCode: Error, Equatable {
    /// What was given.
    public let text: String
}

extension Code: Codable {
    /// Reads a code from a single string.
    ///
    /// - Parameter decoder: A decoder that holds one string.
    /// - Throws: `DecodingError` when there is no string, or it is no code.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do {
            try self.init(parsing: text)
        } catch {
            throw DecodingError.dataCorruptedError(
                in: container,
                debugDescription: "\(text) is not a code"
            )
        }
    }

    /// Writes the code as a single string.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension UInt8 {
    /// Whether the byte is an ASCII letter of either case.
    @inlinable public var isASCIILetter: Bool {
        let lower = self | 0x20
        return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
    }

    /// Whether the byte is an ASCII digit.
    @inlinable public var isASCIIDigit: Bool {
        self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9")
    }
}
