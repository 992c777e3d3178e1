internal import StatisticsModel

/// How problems with members are told.
extension QueryProblem {
    /// Tells that a text names no member of a dimension.
    static func unknownMember(
        _ value: String,
        of dimension: Dimension,
        allowed: [String],
        suggestion: String?,
        name: BilingualText?
    ) -> QueryProblem {
        let english = dimension.label.english ?? dimension.label.danish
        return problem(
            .unknownMember,
            dimension.id.text,
            value: value,
            allowed: allowed,
            suggestion: suggestion,
            name: name,
            danish: "\(dimension.label.danish) har ingen værdi »\(shortened(value))«."
                + " Brug en kode eller et navn fra kodelisten.",
            english: "\(english) has no value “\(shortened(value))”."
                + " Use a code or a name from the code list."
        )
    }

    /// Tells that a member exists, but that the indicator has no figures for it.
    static func memberNotHeld(
        _ value: String,
        member: Member,
        of dimension: Dimension,
        indicators: [Code<Indicator>],
        allowed: [String],
        suggestion: String?
    ) -> QueryProblem {
        let english = member.label.english ?? member.label.danish
        return problem(
            .unknownMember,
            dimension.id.text,
            value: value,
            allowed: allowed,
            suggestion: suggestion,
            danish: "\(list(indicators)) har ingen tal for \(member.label.danish)"
                + " (\(member.code)). Vælg blandt dem, som indikatoren har.",
            english: "\(list(indicators)) has no figures for \(english)"
                + " (\(member.code)). Choose among those that the indicator has."
        )
    }

    /// Tells that a code was closed and what took its place.
    static func closedMember(
        _ value: String,
        member: Member,
        of dimension: Dimension,
        successors: [Member],
        allowed: [String]
    ) -> QueryProblem {
        let names = successors.map { "\($0.label.danish) (\($0.code))" }.joined(separator: ", ")
        let english = successors.map { "\($0.label.english ?? $0.label.danish) (\($0.code))" }
            .joined(separator: ", ")
        let danishDate = member.validTo.map { " \($0)" } ?? ""
        let englishDate = member.validTo.map { " on \($0)" } ?? ""
        let old = "\(member.label.danish) (\(member.code))"
        return problem(
            .unknownMember,
            dimension.id.text,
            value: value,
            allowed: allowed,
            suggestion: successors.map(\.code.text).joined(separator: ","),
            danish: "\(old) blev nedlagt\(danishDate). Brug efterfølgeren: \(names).",
            english: "\(old) was closed\(englishDate). Use its successor: \(english)."
        )
    }

    /// Tells that a dimension has no such level.
    static func unknownLevel(
        _ value: String,
        of dimension: Dimension,
        allowed: [String],
        suggestion: String?
    ) -> QueryProblem {
        let isFlat = dimension.levels.isEmpty
        let english = dimension.label.english ?? dimension.label.danish
        return problem(
            .unknownLevel,
            dimension.id.text,
            value: value,
            allowed: allowed,
            suggestion: suggestion,
            danish: isFlat
                ? "\(dimension.label.danish) har ingen niveauer. Skriv koder, »each« eller »*«."
                : "»\(shortened(value))« er intet niveau her. Brug et af niveauerne på listen.",
            english: isFlat
                ? "\(english) has no levels. Write codes, “each” or “*”."
                : "“\(shortened(value))” is no level here. Use one of the levels listed."
        )
    }

    /// Tells that a selection of members is right in form, but chooses nothing.
    static func nothingChosen(
        _ value: String,
        of dimension: Dimension,
        allowed: [String],
        on month: Period
    ) -> QueryProblem {
        problem(
            .invalidValue,
            dimension.id.text,
            value: value,
            allowed: allowed,
            danish: "»\(shortened(value))« rummer ingen værdier, som indikatoren har,"
                + " i den struktur der gjaldt i \(month). Vælg noget andet.",
            english: "“\(shortened(value))” holds no values that the indicator has"
                + " in the structure in force in \(month). Choose something else."
        )
    }

    /// Tells that a term is longer than any code or name.
    static func tooLong(_ value: String, parameter: String) -> QueryProblem {
        problem(
            .invalidValue,
            parameter,
            value: value,
            danish:
                "Værdien er længere end 64 tegn. Skriv en kode eller et navn, og adskil med komma.",
            english: "The value is longer than 64 characters. Write codes or names, with commas."
        )
    }

    /// Tells that a kind of selection is not there yet.
    static func unsupportedSelection(
        _ value: String,
        of dimension: Dimension,
        allowed: [String]
    ) -> QueryProblem {
        problem(
            .unsupportedSelection,
            dimension.id.text,
            value: value,
            allowed: allowed,
            danish: "»\(shortened(value))« kan endnu ikke vælges."
                + " Skriv kommunernes koder, indtil sammenligningsgrupperne er med.",
            english: "“\(shortened(value))” can't be chosen yet."
                + " Write the municipalities' codes until peer groups are here."
        )
    }
}
