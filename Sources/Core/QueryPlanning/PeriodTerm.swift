internal import StatisticsModel

/// One thing in the list of periods of a question.
enum PeriodTerm: Equatable, Sendable {
    /// An end of a range.
    enum Bound: Equatable, Sendable {
        /// A period.
        case period(Period)
        /// A calendar year: all its periods.
        case year(Int)
    }

    /// One period.
    case period(Period)
    /// Periods from one to another, of a length or of the indicator's first; an open end goes as
    /// far as there are figures.
    case range(PeriodType?, from: Bound?, to: Bound?)
    /// The newest ones, of a length or of the indicator's first.
    case latest(PeriodType?, Int)
    /// The newest one that is not provisional.
    case latestFinal(PeriodType?)
    /// All.
    case all(PeriodType?)

    /// The longest text that can be a term, in bytes.
    private static let longestText = 64

    /// Reads a term; `nil` when it is none.
    ///
    /// - Parameter text: The term, without blanks around it.
    init?(parsing text: String) {
        guard text.utf8.count <= Self.longestText else { return nil }
        let upper = text.uppercased()
        var type: PeriodType?
        var rest = Substring(upper)
        if let colon = upper.firstIndex(of: ":"),
            let named = PeriodType(rawValue: String(Question.trimmed(upper[..<colon])))
        {
            type = named
            rest = Question.trimmed(upper[upper.index(after: colon)...])
        }
        if let (from, to) = Self.parts(of: rest) {
            guard let term = Self.range(type, from, to) else { return nil }
            self = term
        } else if let term = Self.open(rest, type) {
            self = term
        } else if let bound = Self.bound(rest) {
            if case .period(let period) = bound, type == nil {
                self = .period(period)
            } else {
                self = .range(type, from: bound, to: bound)
            }
        } else {
            return nil
        }
    }

    /// The lengths that the term names; `nil` stands for the indicator's first.
    var types: Set<PeriodType?> {
        switch self {
        case .period(let period):
            return [period.type]
        case .latest(let type, _), .latestFinal(let type), .all(let type):
            return [type]
        case .range(let type, let from, let to):
            var types: Set<PeriodType?> = type == nil ? [] : [type]
            for case .some(let bound) in [from, to] {
                switch bound {
                case .period(let period): types.insert(period.type)
                case .year: types.insert(type)
                }
            }
            return types
        }
    }

    private static func parts(of text: Substring) -> (from: Substring, to: Substring)? {
        let bytes = text.utf8
        guard let dots = bytes.indices.first(where: { bytes[$0...].starts(with: "..".utf8) })
        else { return nil }
        let to = text[bytes.index(dots, offsetBy: 2)...]
        return (Question.trimmed(text[..<dots]), Question.trimmed(to))
    }

    private static func range(
        _ type: PeriodType?,
        _ from: Substring,
        _ to: Substring
    ) -> PeriodTerm? {
        let first = bound(from)
        let last = bound(to)
        guard first != nil || from.isEmpty, last != nil || to.isEmpty else { return nil }
        guard first != nil || last != nil else { return nil }
        return .range(type, from: first, to: last)
    }

    private static func open(_ text: Substring, _ type: PeriodType?) -> PeriodTerm? {
        if text == "*" { return .all(type) }
        if text == "LATEST" { return .latest(type, 1) }
        if text == "LATESTFINAL" { return .latestFinal(type) }
        guard text.hasPrefix("LATEST:") else { return nil }
        let digits = Question.trimmed(text.dropFirst("LATEST:".count))
        guard (1...4).contains(digits.utf8.count), digits.utf8.allSatisfy(\.isASCIIDigit),
            let count = Int(digits), count > 0
        else { return nil }
        return .latest(type, count)
    }

    private static func bound(_ text: Substring) -> Bound? {
        if let period = Period(parsing: text) { return .period(period) }
        guard text.utf8.count == 4, text.utf8.allSatisfy(\.isASCIIDigit), let year = Int(text),
            (1_900...2_199).contains(year)
        else { return nil }
        return .year(year)
    }
}

extension PeriodTerm.Bound {
    /// Returns the place of the first period of a length that the bound holds.
    func first(of type: PeriodType) -> Int {
        switch self {
        case .period(let period): period.ordinal
        case .year(let year): year * type.periodsPerYear
        }
    }

    /// Returns the place of the last period of a length that the bound holds.
    func last(of type: PeriodType) -> Int {
        switch self {
        case .period(let period): period.ordinal
        case .year(let year): (year + 1) * type.periodsPerYear - 1
        }
    }
}
