/// Months as numbers, year × 12 + month − 1, and their days as numbers since 1970-01-01.
public enum CivilMonth {
    /// Returns the number of a month.
    ///
    /// - Parameters:
    ///   - year: The year.
    ///   - month: The month, 1–12.
    /// - Returns: Year × 12 + month − 1.
    public static func number(year: Int32, month: Int32) -> Int32 { year * 12 + month - 1 }

    /// Returns the first day of a month.
    ///
    /// Source: the Gregorian calendar, with years counted from March.
    public static func firstDay(of month: Int32) -> Int32 {
        let shifted = month - 2
        let year = shifted / 12
        let monthFromMarch = shifted - year * 12
        return (153 * monthFromMarch + 2) / 5 + year * 365 + year / 4 - year / 100 + year / 400
            - 719_468
    }

    /// Returns the last day of a month.
    public static func lastDay(of month: Int32) -> Int32 { firstDay(of: month + 1) - 1 }

    /// Returns the month in which a day lies.
    ///
    /// - Parameter day: A day between the years 1 and 9999.
    /// - Returns: The month's number.
    public static func containing(_ day: Int32) -> Int32 {
        let shifted = day + 719_468
        let era = shifted / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        return (yearOfEra + era * 400) * 12 + (5 * dayOfYear + 2) / 153 + 2
    }

    /// Returns the day of a number of years later; 1 March where that year has no 29 February.
    ///
    /// - Parameters:
    ///   - years: How many years.
    ///   - day: A day between the years 1 and 9999.
    /// - Returns: The day.
    public static func anniversary(_ years: Int32, of day: Int32) -> Int32 {
        let month = containing(day)
        let later = firstDay(of: month + years * 12) + day - firstDay(of: month)
        return later
    }
}
