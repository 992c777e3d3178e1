import QueryPlanning

extension WordingSample {
    /// Problems with indicators, parameters and crossings.
    static let names: [WordingSample] = [
        WordingSample(
            indicators: ["y01a20"],
            parameters: [],
            kind: .unknownIndicator,
            suggestion: "y01a02",
            danish: "Der er ingen indikator »y01a20«. Find den rette på listen over "
                + "indikatorer. Mente du »y01a02«?",
            english: "There is no indicator “y01a20”. Find the right one in the list of "
                + "indicators. Did you mean “y01a02”?"
        ),
        WordingSample(
            indicators: ["nothing-like-it"],
            parameters: [],
            kind: .unknownIndicator,
            suggestion: nil,
            danish: "Der er ingen indikator »nothing-like-it«. Find den rette på listen "
                + "over indikatorer.",
            english: "There is no indicator “nothing-like-it”. Find the right one in the "
                + "list of indicators."
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("gendr", "M")],
            kind: .unknownParameter,
            suggestion: "gender",
            danish: "Parameteren »gendr« findes ikke her. Brug en af dem på listen. "
                + "Mente du »gender«?",
            english: "There is no parameter “gendr” here. Use one of those listed. Did "
                + "you mean “gender”?"
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("benefitGroup", "DP")],
            kind: .unknownParameter,
            suggestion: nil,
            danish: "y01a02 er ikke opdelt efter Ydelsesgruppe (benefitGroup). Udelad "
                + "parameteren, eller vælg en anden indikator.",
            english: "y01a02 is not broken down by Benefit group (benefitGroup). Leave "
                + "the parameter out or choose another indicator."
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("area", "101"), ("age", "30-")],
            kind: .noCrossing,
            suggestion: nil,
            danish: "y01a02 har ingen tal for denne krydsning. Vælg en af krydsningerne "
                + "på listen, eller lad en dimension stå på sin total.",
            english: "y01a02 has no figures for this crossing. Choose one of the "
                + "crossings listed or leave a dimension at its total."
        ),
        WordingSample(
            indicators: ["y01a02", "y25i01"],
            parameters: [("gender", "M")],
            kind: .dimensionNotShared,
            suggestion: nil,
            danish: "Kun y01a02 er opdelt efter gender. Udelad parameteren, eller spørg "
                + "kun om dem.",
            english: "Only y01a02 can be broken down by gender. Leave the parameter out "
                + "or ask for these only."
        ),
        WordingSample(
            indicators: ["y01a02", "y10a01"],
            parameters: [],
            kind: .dimensionNotShared,
            suggestion: nil,
            danish: "Kun y10a01 er opdelt efter fund. Den har ingen total at falde "
                + "tilbage på: spørg om dem for sig.",
            english: "Only y10a01 can be broken down by fund. It has no total to fall "
                + "back on: ask for these apart."
        ),
    ]
}
