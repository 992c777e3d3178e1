/// How long a period is.
public enum PeriodType: String, Sendable, Codable, CaseIterable, Hashable {
    /// A calendar month, `2026M09`.
    case month = "M"
    /// A calendar quarter, `2026Q03`.
    case quarter = "Q"
    /// Four quarters up to and with the named one, `2026QMAT03`.
    case movingYear = "QMAT"
    /// A calendar year, `2026Y01`.
    case year = "Y"

    /// How many periods of the type begin in a calendar year.
    public var periodsPerYear: Int {
        switch self {
        case .month: 12
        case .quarter, .movingYear: 4
        case .year: 1
        }
    }

    /// How many periods one chunk holds: a calendar year's, or a decade of years.
    public var columnsPerSpan: Int { self == .year ? 10 : periodsPerYear }
}

/// A period that figures are given for.
public struct Period: Hashable, Sendable {
    /// The period's length.
    public let type: PeriodType
    /// Its place among all periods of the type, counted from the year 0.
    public let ordinal: Int

    /// Makes a period from its place.
    public init(type: PeriodType, ordinal: Int) {
        self.type = type
        self.ordinal = ordinal
    }

    /// Makes a period from its year and its number within the year; `nil` when there is none.
    public init?(type: PeriodType, year: Int, number: Int) {
        guard (1_900...2_199).contains(year) else { return nil }
        guard (1...type.periodsPerYear).contains(number) else { return nil }
        self.init(type: type, ordinal: year * type.periodsPerYear + number - 1)
    }

    /// The calendar year in which the period (for a moving year, its last quarter) lies.
    public var year: Int { ordinal / type.periodsPerYear }

    /// The period's number within its year, from 1.
    public var number: Int { ordinal % type.periodsPerYear + 1 }

    /// The chunk of periods that holds this one: its calendar year, or its decade for years.
    public var span: Int { ordinal / type.columnsPerSpan }

    /// The period's column within its span, from 0.
    public var column: Int { ordinal % type.columnsPerSpan }

    /// Returns the period a number of places later, or earlier when the number is negative.
    public func advanced(by places: Int) -> Period {
        Period(type: type, ordinal: ordinal + places)
    }

    /// The period's first day.
    public var firstDay: CivilDate {
        switch type {
        case .month: Self.day(1, month: number, year: year)
        case .quarter: Self.day(1, month: number * 3 - 2, year: year)
        case .movingYear:
            number == 4
                ? Self.day(1, month: 1, year: year)
                : Self.day(1, month: number * 3 + 1, year: year - 1)
        case .year: Self.day(1, month: 1, year: year)
        }
    }

    /// The period's last day.
    public var lastDay: CivilDate {
        let month =
            switch type {
            case .month: number
            case .quarter, .movingYear: number * 3
            case .year: 12
            }
        return Self.day(CivilDate.days(inMonth: month, of: year), month: month, year: year)
    }

    /// The last month of the period.
    public var lastMonth: Period {
        let (year, month, _) = lastDay.components
        return Period(type: .month, ordinal: year * 12 + month - 1)
    }

    private static func day(_ day: Int, month: Int, year: Int) -> CivilDate {
        guard let date = CivilDate(year: year, month: month, day: day) else {
            preconditionFailure("a period begins and ends on days that exist")
        }
        return date
    }
}

extension Period: Comparable {
    /// Orders periods by length, then in time.
    public static func < (left: Period, right: Period) -> Bool {
        guard left.type == right.type else {
            return left.type.columnsPerSpan > right.type.columnsPerSpan
                || (left.type.columnsPerSpan == right.type.columnsPerSpan
                    && left.type.rawValue < right.type.rawValue)
        }
        return left.ordinal < right.ordinal
    }
}
