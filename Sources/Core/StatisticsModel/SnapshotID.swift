/// A snapshot's public id: its release date, with `.2`, `.3` … for further ones that day.
public struct SnapshotID: Hashable, Comparable, Sendable {
    /// The release date in Danish time.
    public let date: CivilDate
    /// Which release of that day, from 1.
    public let number: Int

    /// Makes an id; the number is 1 or more.
    public init(date: CivilDate, number: Int = 1) {
        precondition(number >= 1, "releases of a day are numbered from 1")
        self.date = date
        self.number = number
    }

    /// Parses `2026-11-19` or `2026-11-19.2`; `nil` when the text is anything else.
    public init?(parsing text: some StringProtocol) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let date = CivilDate(parsing: parts[0]) else {
            return nil
        }
        guard parts.count == 2 else {
            self.init(date: date)
            return
        }
        let digits = parts[1].utf8
        guard (1...3).contains(digits.count), digits.allSatisfy(\.isASCIIDigit),
            digits.first != UInt8(ascii: "0"), let number = Int(parts[1]), number >= 2
        else { return nil }
        self.init(date: date, number: number)
    }

    /// Orders ids by day and number.
    public static func < (left: Self, right: Self) -> Bool {
        (left.date, left.number) < (right.date, right.number)
    }
}

extension SnapshotID: CustomStringConvertible, Codable {
    /// The id as it is published.
    public var description: String { number == 1 ? "\(date)" : "\(date).\(number)" }

    /// Reads an id from its text.
    ///
    /// - Parameter decoder: A decoder that holds one string.
    /// - Throws: `DecodingError` when there is no string, or it is no id.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let id = SnapshotID(parsing: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no id")
        }
        self = id
    }

    /// Writes the id as text.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
