/// A point in time, to the second, in UTC.
public struct Instant: Hashable, Comparable, Sendable {
    /// Seconds since 1970-01-01T00:00:00Z, leap seconds not counted.
    public let secondsSinceEpoch: Int

    /// Makes an instant from seconds since 1970.
    public init(secondsSinceEpoch: Int) {
        self.secondsSinceEpoch = secondsSinceEpoch
    }

    /// Orders instants in time.
    public static func < (left: Instant, right: Instant) -> Bool {
        left.secondsSinceEpoch < right.secondsSinceEpoch
    }

    /// Returns the instant a number of seconds later.
    public func adding(seconds: Int) -> Instant {
        Instant(secondsSinceEpoch: secondsSinceEpoch + seconds)
    }
}

extension Instant: CustomStringConvertible, Codable {
    /// The instant in UTC as `yyyy-mm-ddThh:mm:ssZ`.
    public var description: String {
        let days = Int((Double(secondsSinceEpoch) / 86_400).rounded(.down))
        return "\(CivilDate(daysSinceEpoch: days))T\(clock(secondsSinceEpoch - days * 86_400))Z"
    }

    /// Reads an instant from its text.
    ///
    /// - Parameter decoder: A decoder that holds one string with an offset.
    /// - Throws: `DecodingError` when there is no string, or it is no instant with an offset.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard case .exact(let instant) = CopenhagenTime.instant(parsing: text) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "no instant")
        }
        self = instant
    }

    /// Writes the instant as text in UTC.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}

/// Returns `hh:mm:ss` for the seconds since midnight.
func clock(_ seconds: Int) -> String {
    let (hours, rest) = seconds.quotientAndRemainder(dividingBy: 3_600)
    let (minutes, second) = rest.quotientAndRemainder(dividingBy: 60)
    return "\(hours.padded(to: 2)):\(minutes.padded(to: 2)):\(second.padded(to: 2))"
}
