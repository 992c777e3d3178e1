internal import StatisticsModel

/// Numbers for people: thousands apart, and the decimal mark of the language.
enum NumberWords {
    /// Returns `16.981,5` in Danish, `16,981.5` in English.
    static func text(_ scaled: Int64, _ decimals: Int, in language: Language) -> String {
        let plain = FixedDecimal.text(scaled, decimals: decimals)
        let (group, mark) = language == .danish ? (".", ",") : (",", ".")
        let parts = plain.split(separator: ".")
        var digits = String(parts[0])
        let sign = digits.hasPrefix("-") ? "−" : ""
        digits = digits.filter(\.isNumber)
        var whole = ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { whole += group }
            whole.append(digit)
        }
        return sign + whole + (parts.count > 1 ? mark + parts[1] : "")
    }
}

/// Statuses for people.
enum StatusWords {
    /// Returns why a cell has no number.
    static func text(_ status: CellStatus, in language: Language) -> String {
        switch (status, language) {
        case (.suppressed, .danish): "tilbageholdt, færre end tre personer"
        case (.suppressed, .english): "withheld, fewer than three persons"
        case (.notApplicable, .danish): "giver ikke mening her"
        case (.notApplicable, .english): "not applicable here"
        case (.redacted, .danish): "fjernet ifølge lov"
        case (.redacted, .english): "taken away by law"
        case (_, .danish): "ikke oplyst"
        case (_, .english): "not available"
        }
    }
}

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
