extension Period: CustomStringConvertible, Codable {
    /// The period as it is published: `2026M09`, `2026Q03`, `2026QMAT03`, `2026Y01`.
    public var description: String {
        let letters = type.rawValue.utf8
        return String(unsafeUninitializedCapacity: 10) { bytes in
            bytes.write(year, at: 0, width: 4)
            for (place, letter) in letters.enumerated() { bytes[4 + place] = letter }
            bytes.write(number, at: 4 + letters.count, width: 2)
            return 6 + letters.count
        }
    }

    /// Parses a published code, or `2026-09` and `2026-Q3`, in any case; `nil` when it is neither.
    ///
    /// A bare year is not a period, since it means different things to different indicators.
    public init?(parsing text: some StringProtocol) {
        let upper = text.uppercased()
        guard upper.utf8.count <= 12, upper.utf8.count >= 6 else { return nil }
        guard let year = Int(upper.prefix(4)), upper.utf8.prefix(4).allSatisfy(\.isASCIIDigit)
        else {
            return nil
        }
        let rest = upper.dropFirst(4)
        guard let (type, number) = Self.published(rest) ?? Self.dashed(rest) else { return nil }
        self.init(type: type, year: year, number: number)
    }

    private static func published(_ rest: Substring) -> (PeriodType, Int)? {
        for type in [PeriodType.movingYear, .month, .quarter, .year]
        where rest.hasPrefix(type.rawValue) {
            let digits = rest.dropFirst(type.rawValue.count)
            return number(digits, width: 1...2).map { (type, $0) }
        }
        return nil
    }

    private static func dashed(_ rest: Substring) -> (PeriodType, Int)? {
        guard rest.hasPrefix("-") else { return nil }
        let tail = rest.dropFirst()
        if tail.hasPrefix("QMAT") {
            return number(tail.dropFirst(4), width: 1...2).map { (.movingYear, $0) }
        }
        if tail.hasPrefix("Q") {
            return number(tail.dropFirst(), width: 1...2).map { (.quarter, $0) }
        }
        return number(tail, width: 2...2).map { (.month, $0) }
    }

    private static func number(_ digits: Substring, width: ClosedRange<Int>) -> Int? {
        guard width.contains(digits.utf8.count) else { return nil }
        guard digits.utf8.allSatisfy(\.isASCIIDigit) else { return nil }
        return Int(digits)
    }

    /// Reads a period from its code.
    ///
    /// - Parameter decoder: A decoder that holds one string.
    /// - Throws: `DecodingError` when there is no string, or it is no period.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let period = Period(parsing: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no period")
        }
        self = period
    }

    /// Writes the period's code.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
