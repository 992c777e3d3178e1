internal import StatisticsModel

extension PeriodType {
    /// How many months a period has.
    var monthCount: Int {
        switch self {
        case .month: 1
        case .quarter: 3
        case .movingYear, .year: 12
        }
    }

    /// How many months lie between the ends of neighbouring periods.
    var monthStep: Int { 12 / periodsPerYear }

    /// Returns the last month of a period; months are year × 12 + month − 1.
    func lastMonth(of ordinal: Int) -> Int { (ordinal + 1) * monthStep - 1 }

    /// Returns the first month of a period.
    func firstMonth(of ordinal: Int) -> Int { lastMonth(of: ordinal) - monthCount + 1 }

    /// Returns the periods that lie in a range of months with all of their own.
    func ordinals(within months: Range<Int32>) -> Range<Int> {
        let first = (Int(months.lowerBound) + monthCount + monthStep - 1) / monthStep - 1
        return first..<max(first, Int(months.upperBound) / monthStep)
    }

    /// Returns the periods whose last month lies in a range.
    func ordinals(endingIn months: ClosedRange<Int32>) -> Range<Int> {
        let first = (Int(months.lowerBound) + monthStep) / monthStep - 1
        return first..<max(first, (Int(months.upperBound) + 1) / monthStep)
    }
}
