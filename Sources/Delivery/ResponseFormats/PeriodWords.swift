internal import StatisticsModel

/// Periods for people.
enum PeriodWords {
    private static let danishMonths = [
        "januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september",
        "oktober", "november", "december",
    ]
    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September",
        "October", "November", "December",
    ]

    /// Returns `juli 2026`, `2. kvartal 2026`, `2026`.
    static func text(_ period: Period, in language: Language) -> String {
        switch (period.type, language) {
        case (.month, .danish): "\(danishMonths[period.number - 1]) \(period.year)"
        case (.month, .english): "\(englishMonths[period.number - 1]) \(period.year)"
        case (.quarter, .danish): "\(period.number). kvartal \(period.year)"
        case (.quarter, .english): "Q\(period.number) \(period.year)"
        case (.movingYear, .danish): "året til og med \(period.number). kvartal \(period.year)"
        case (.movingYear, .english): "the year to Q\(period.number) \(period.year)"
        case (.year, _): "\(period.year)"
        }
    }
}
