internal import StatisticsModel

/// How problems with periods are told.
extension QueryProblem {
    private static let period = "period"

    /// Tells that a text is no period and no selection of periods.
    static func invalidPeriod(
        _ value: String,
        allowed: [String],
        suggestion: String?
    ) -> QueryProblem {
        problem(
            .invalidPeriod,
            period,
            value: value,
            allowed: allowed,
            suggestion: suggestion,
            danish: "»\(shortened(value))« er ingen periode. Skriv fx 2026M09, 2026Q03, 2026Y01,"
                + " 2024M01..2024M12 eller latest:24.",
            english: "“\(shortened(value))” is no period. Write for instance 2026M09, 2026Q03,"
                + " 2026Y01, 2024M01..2024M12 or latest:24."
        )
    }

    /// Tells that there are no figures for a period.
    static func noSuchPeriod(
        _ value: String,
        allowed: [String],
        suggestion: String?
    ) -> QueryProblem {
        problem(
            .invalidPeriod,
            period,
            value: value,
            allowed: allowed,
            suggestion: suggestion,
            danish: "Der er ingen tal for »\(shortened(value))« i denne udgivelse."
                + " Vælg inden for det, der står på listen.",
            english: "There are no figures for “\(shortened(value))” in this snapshot."
                + " Choose within what is listed."
        )
    }

    /// Tells that a range ends before it begins, and suggests it the other way round.
    static func reversedRange(_ value: String, allowed: [String]) -> QueryProblem {
        let colon = value.lastIndex(of: ":").map { value.index(after: $0) } ?? value.startIndex
        let ends = value[colon...].split(separator: ".", omittingEmptySubsequences: true)
            .map { String(Question.trimmed($0)) }
        let turned = String(value[..<colon]) + ends.reversed().joined(separator: "..")
        return problem(
            .invalidPeriod,
            period,
            value: value,
            allowed: allowed,
            suggestion: turned,
            danish: "»\(shortened(value))« slutter, før det begynder. Skriv den tidligste først.",
            english: "“\(shortened(value))” ends before it begins. Write the earliest first."
        )
    }

    /// Tells that periods of several lengths were asked for.
    static func mixedPeriodTypes(
        _ value: String,
        allowed: [String],
        suggestion: String
    ) -> QueryProblem {
        problem(
            .mixedPeriodTypes,
            period,
            value: value,
            allowed: allowed,
            suggestion: suggestion,
            danish: "Perioderne har flere længder. Spørg om én ad gangen; der er"
                + " \(allowed.joined(separator: ", ")).",
            english: "The periods are of several lengths. Ask for one at a time; there are"
                + " \(allowed.joined(separator: ", "))."
        )
    }

    /// Tells that the indicator has no figures for periods of a length.
    static func unavailablePeriodType(
        _ value: String,
        _ type: PeriodType,
        allowed: [String],
        suggestion: String?
    ) -> QueryProblem {
        problem(
            .unavailablePeriodType,
            period,
            value: value,
            allowed: allowed,
            suggestion: suggestion,
            danish: "Der er ingen tal for perioder af længden \(type.rawValue)."
                + " Vælg en længde, der står på listen.",
            english: "There are no figures for periods of the length \(type.rawValue)."
                + " Choose a length that is listed."
        )
    }
}
