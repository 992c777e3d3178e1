internal import StatisticsModel

/// How problems are told: whole sentences in both languages that say what to do.
extension QueryProblem {
    /// How many allowed values are listed at most.
    static let allowedLimit = 50

    /// Makes a problem from its sentences, with the suggestion asked as a question at the end.
    ///
    /// `name` is what the suggestion is called, where a code says too little.
    static func problem(
        _ kind: Kind,
        _ parameter: String,
        value: String? = nil,
        allowed: [String] = [],
        suggestion: String? = nil,
        name: BilingualText? = nil,
        danish: String,
        english: String
    ) -> QueryProblem {
        let danishName = name.map { " (\($0.text(in: .danish)))" } ?? ""
        let englishName = name.map { " (\($0.text(in: .english)))" } ?? ""
        let danishHint = suggestion.map { " Mente du »\(shortened($0))«\(danishName)?" } ?? ""
        let englishHint =
            suggestion.map { " Did you mean “\(shortened($0))”\(englishName)?" } ?? ""
        return QueryProblem(
            kind: kind,
            parameter: shortened(parameter),
            value: value.map(shortened),
            allowed: Array(allowed.prefix(allowedLimit)),
            suggestion: suggestion,
            detail: BilingualText(danish: danish + danishHint, english: english + englishHint)
        )
    }

    /// Returns a text that fits into a sentence: its first 64 characters.
    static func shortened(_ text: String) -> String {
        guard text.utf8.count > 64, text.count > 64 else { return text }
        return text.prefix(64) + "…"
    }

    /// Tells that a parameter was given without a value, or with an empty place in its list.
    static func emptyValue(_ parameter: String, allowed: [String]) -> QueryProblem {
        problem(
            .emptyValue,
            parameter,
            value: "",
            allowed: allowed,
            danish: "»\(shortened(parameter))« har en tom værdi. Skriv en værdi, eller udelad den.",
            english: "“\(shortened(parameter))” has an empty value. Write a value or leave it out."
        )
    }

    /// Tells that there is no such indicator.
    static func unknownIndicator(
        _ value: String,
        allowed: [String],
        suggestion: String?
    ) -> QueryProblem {
        problem(
            .unknownIndicator,
            "indicator",
            value: value,
            allowed: allowed,
            suggestion: suggestion,
            danish: "Der er ingen indikator »\(shortened(value))«."
                + " Find den rette på listen over indikatorer.",
            english: "There is no indicator “\(shortened(value))”."
                + " Find the right one in the list of indicators."
        )
    }

    /// Tells that there is no such parameter.
    static func unknownParameter(
        _ name: String,
        allowed: [String],
        suggestion: String?
    ) -> QueryProblem {
        problem(
            .unknownParameter,
            name,
            allowed: allowed,
            suggestion: suggestion,
            danish: "Parameteren »\(shortened(name))« findes ikke her. Brug en af dem på listen.",
            english: "There is no parameter “\(shortened(name))” here. Use one of those listed."
        )
    }

    /// Tells that a dimension exists, but not here.
    static func foreignDimension(
        _ dimension: Dimension,
        of indicators: [Code<Indicator>],
        allowed: [String]
    ) -> QueryProblem {
        let names = list(indicators)
        let english = dimension.label.english ?? dimension.label.danish
        return problem(
            .unknownParameter,
            dimension.id.text,
            allowed: allowed,
            danish: "\(names) er ikke opdelt efter \(dimension.label.danish) (\(dimension.id))."
                + " Udelad parameteren, eller vælg en anden indikator.",
            english: "\(names) is not broken down by \(english) (\(dimension.id))."
                + " Leave the parameter out or choose another indicator."
        )
    }

    /// Tells that only some of the joined indicators have a dimension.
    static func dimensionNotShared(
        _ dimension: Code<Dimension>,
        value: String?,
        having: [Code<Indicator>],
        isNamed: Bool
    ) -> QueryProblem {
        let danishAdvice =
            isNamed
            ? "Udelad parameteren, eller spørg kun om dem."
            : "Den har ingen total at falde tilbage på: spørg om dem for sig."
        let englishAdvice =
            isNamed
            ? "Leave the parameter out or ask for these only."
            : "It has no total to fall back on: ask for these apart."
        return problem(
            .dimensionNotShared,
            dimension.text,
            value: value,
            allowed: having.map(\.text),
            danish: "Kun \(list(having)) er opdelt efter \(dimension). \(danishAdvice)",
            english: "Only \(list(having)) can be broken down by \(dimension). \(englishAdvice)"
        )
    }

    /// Tells that no cube crosses what was asked for.
    static func noCrossing(
        _ indicator: Indicator,
        parameter: String,
        value: String?,
        suggestion: String?
    ) -> QueryProblem {
        problem(
            .noCrossing,
            parameter,
            value: value,
            allowed: CubeChoice.crossings(of: indicator),
            suggestion: suggestion,
            danish: "\(indicator.id) har ingen tal for denne krydsning."
                + " Vælg en af krydsningerne på listen, eller lad en dimension stå på sin total.",
            english: "\(indicator.id) has no figures for this crossing."
                + " Choose one of the crossings listed or leave a dimension at its total."
        )
    }

    /// Returns ids as a list in a sentence.
    static func list(_ indicators: [Code<Indicator>]) -> String {
        indicators.map(\.text).joined(separator: ", ")
    }
}
