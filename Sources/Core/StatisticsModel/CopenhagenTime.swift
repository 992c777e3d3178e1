/// Danish civil time: the zone in which figures are released and dates are meant.
///
/// Central European Time with summer time from 01:00 UTC on the last Sunday of March to 01:00 UTC
/// on the last Sunday of October. Valid from 1996.
///
/// Source: directive 2000/84/EC; before it, the eighth directive on summer time of 1997.
public enum CopenhagenTime {
    /// What a text says about an instant.
    public enum Reading: Equatable, Sendable {
        /// The text names exactly one instant.
        case exact(Instant)
        /// The clock was put forward over this time, so that it never was.
        case nonexistent
        /// The clock was put back over this time, so that it was twice.
        case ambiguous(first: Instant, second: Instant)
        /// The text is no instant at all.
        case malformed
    }

    /// Returns the offset from UTC in seconds, 3,600 or 7,200, at an instant.
    public static func offsetSeconds(at instant: Instant) -> Int {
        let days = (instant.secondsSinceEpoch - instant.secondsSinceEpoch.modulo(86_400)) / 86_400
        let year = CivilDate(daysSinceEpoch: days).components.year
        let start = change(inMonth: 3, of: year)
        let end = change(inMonth: 10, of: year)
        return instant >= start && instant < end ? 7_200 : 3_600
    }

    /// Returns the Danish calendar day at an instant.
    public static func date(at instant: Instant) -> CivilDate {
        let local = instant.secondsSinceEpoch + offsetSeconds(at: instant)
        return CivilDate(daysSinceEpoch: (local - local.modulo(86_400)) / 86_400)
    }

    /// Returns the instant at which a Danish day begins; midnight always exists and is unique.
    public static func start(of date: CivilDate) -> Instant {
        let utc = Instant(secondsSinceEpoch: date.daysSinceEpoch * 86_400)
        let guess = utc.adding(seconds: -3_600)
        return utc.adding(seconds: -offsetSeconds(at: guess))
    }

    /// Returns the last second of a Danish day.
    public static func end(of date: CivilDate) -> Instant {
        start(of: date.adding(days: 1)).adding(seconds: -1)
    }

    /// Returns the text `yyyy-mm-ddThh:mm:ss+0h:00` for an instant.
    public static func text(at instant: Instant) -> String {
        let offset = offsetSeconds(at: instant)
        let local = instant.secondsSinceEpoch + offset
        let zone = offset == 7_200 ? "+02:00" : "+01:00"
        return "\(date(at: instant))T\(clock(local.modulo(86_400)))\(zone)"
    }

    /// Reads `yyyy-mm-ddThh:mm[:ss[.fraction]]` with `Z`, an offset, or none (then Danish time).
    ///
    /// A fraction of a second is dropped. In a URL's query an offset's `+` may arrive as a blank,
    /// which is read as `+`.
    public static func instant(parsing text: some StringProtocol) -> Reading {
        let halves = text.split(
            maxSplits: 1,
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == "T" || $0 == "t" }
        )
        guard halves.count == 2, let date = CivilDate(parsing: halves[0]) else { return .malformed }
        guard let time = ClockReading(parsing: halves[1]) else { return .malformed }
        let local = date.daysSinceEpoch * 86_400 + time.seconds
        if let offset = time.offsetSeconds {
            return .exact(Instant(secondsSinceEpoch: local - offset))
        }
        return reading(ofLocal: local)
    }

    private static func reading(ofLocal local: Int) -> Reading {
        let candidates = [7_200, 3_600].map { Instant(secondsSinceEpoch: local - $0) }
        let fitting = candidates.filter { offsetSeconds(at: $0) + $0.secondsSinceEpoch == local }
        switch fitting.count {
        case 0: return .nonexistent
        case 1: return .exact(fitting[0])
        default: return .ambiguous(first: fitting[0], second: fitting[1])
        }
    }

    private static func change(inMonth month: Int, of year: Int) -> Instant {
        guard let last = CivilDate(year: year, month: month, day: 31) else {
            preconditionFailure("March and October have 31 days")
        }
        let sunday = last.adding(days: -(last.weekday % 7))
        return Instant(secondsSinceEpoch: sunday.daysSinceEpoch * 86_400 + 3_600)
    }
}

/// A time of day with an optional offset from UTC.
private struct ClockReading {
    let seconds: Int
    let offsetSeconds: Int?

    init?(parsing text: some StringProtocol) {
        let bytes = Array(text.utf8)
        guard bytes.count >= 5, bytes[2] == UInt8(ascii: ":") else { return nil }
        guard let hour = Self.number(bytes[0..<2]), let minute = Self.number(bytes[3..<5]),
            hour < 24, minute < 60
        else { return nil }
        var position = 5
        var second = 0
        if position < bytes.count, bytes[position] == UInt8(ascii: ":") {
            guard bytes.count >= 8, let value = Self.number(bytes[6..<8]), value < 60 else {
                return nil
            }
            second = value
            position = 8
            if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
                let digits = bytes[(position + 1)...].prefix(while: \.isASCIIDigit)
                guard !digits.isEmpty else { return nil }
                position = digits.endIndex
            }
        }
        seconds = hour * 3_600 + minute * 60 + second
        switch Self.offset(bytes[position...]) {
        case .some(let offset): offsetSeconds = offset
        case .none: return nil
        }
    }

    /// `nil` is malformed; an inner `nil` is "no offset given".
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int?? {
        guard let first = bytes.first else { return .some(nil) }
        if first | 0x20 == UInt8(ascii: "z") { return bytes.count == 1 ? .some(0) : nil }
        let start = bytes.startIndex
        guard bytes.count == 6, bytes[start + 3] == UInt8(ascii: ":"),
            let hours = number(bytes[(start + 1)..<(start + 3)]), hours <= 14,
            let minutes = number(bytes[(start + 4)..<(start + 6)]), minutes < 60
        else { return nil }
        let magnitude = hours * 3_600 + minutes * 60
        switch first {
        case UInt8(ascii: "+"), UInt8(ascii: " "): return .some(magnitude)
        case UInt8(ascii: "-"): return .some(-magnitude)
        default: return nil
        }
    }

    private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
        guard digits.allSatisfy(\.isASCIIDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
    }
}

extension Int {
    /// Returns the remainder that has the divisor's sign.
    fileprivate func modulo(_ divisor: Int) -> Int {
        let remainder = self % divisor
        return remainder < 0 ? remainder + divisor : remainder
    }
}
