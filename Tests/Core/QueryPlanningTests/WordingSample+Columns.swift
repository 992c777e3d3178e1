import QueryPlanning

extension WordingSample {
    /// Problems with measures, sorting and limits.
    static let columns: [WordingSample] = [
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("measure", "")],
            kind: .emptyValue,
            suggestion: nil,
            danish: "»measure« har en tom værdi. Skriv en værdi, eller udelad den.",
            english: "“measure” has an empty value. Write a value or leave it out."
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("measure", "Antal personr")],
            kind: .unknownMeasure,
            suggestion: "persons",
            danish: "Der er intet måltal »Antal personr« her. Brug et af dem på listen. "
                + "Mente du »persons«?",
            english: "There is no measure “Antal personr” here. Use one of those listed. "
                + "Did you mean “persons”?"
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("sort", "-person")],
            kind: .invalidValue,
            suggestion: "-persons",
            danish: "Der kan ikke sorteres efter »-person«. Brug en af kolonnerne på "
                + "listen, med minus for faldende. Mente du »-persons«?",
            english: "“-person” is no column to sort by. Use one of those listed, with a "
                + "minus for descending. Did you mean “-persons”?"
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("limit", "ti")],
            kind: .invalidValue,
            suggestion: nil,
            danish: "limit er et helt antal rækker fra 1, ikke »ti«.",
            english: "limit is a whole number of rows from 1, not “ti”."
        ),
    ]
}
