import QueryPlanning

extension WordingSample {
    /// Problems with periods.
    static let periods: [WordingSample] = [
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("period", "2026M13")],
            kind: .invalidPeriod,
            suggestion: "latest",
            danish: "»2026M13« er ingen periode. Skriv fx 2026M09, 2026Q03, 2026Y01, "
                + "2024M01..2024M12 eller latest:24. Mente du »latest«?",
            english: "“2026M13” is no period. Write for instance 2026M09, 2026Q03, "
                + "2026Y01, 2024M01..2024M12 or latest:24. Did you mean “latest”?"
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("period", "2030")],
            kind: .invalidPeriod,
            suggestion: "latest",
            danish: "Der er ingen tal for »2030« i denne udgivelse. Vælg inden for det, "
                + "der står på listen. Mente du »latest«?",
            english: "There are no figures for “2030” in this snapshot. Choose within "
                + "what is listed. Did you mean “latest”?"
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("period", "2026M05..2026M01")],
            kind: .invalidPeriod,
            suggestion: "2026M01..2026M05",
            danish: "»2026M05..2026M01« slutter, før det begynder. Skriv den tidligste "
                + "først. Mente du »2026M01..2026M05«?",
            english: "“2026M05..2026M01” ends before it begins. Write the earliest first. "
                + "Did you mean “2026M01..2026M05”?"
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("period", "Q:2026..2024")],
            kind: .invalidPeriod,
            suggestion: "Q:2024..2026",
            danish: "»Q:2026..2024« slutter, før det begynder. Skriv den tidligste "
                + "først. Mente du »Q:2024..2026«?",
            english: "“Q:2026..2024” ends before it begins. Write the earliest first. Did "
                + "you mean “Q:2024..2026”?"
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("period", "2026M01,2026Q01")],
            kind: .mixedPeriodTypes,
            suggestion: "2026M01",
            danish: "Perioderne har flere længder. Spørg om én ad gangen; der er M, Q, "
                + "Y. Mente du »2026M01«?",
            english: "The periods are of several lengths. Ask for one at a time; there "
                + "are M, Q, Y. Did you mean “2026M01”?"
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("period", "QMAT:latest")],
            kind: .unavailablePeriodType,
            suggestion: "latest",
            danish: "Der er ingen tal for perioder af længden QMAT. Vælg en længde, der "
                + "står på listen. Mente du »latest«?",
            english: "There are no figures for periods of the length QMAT. Choose a "
                + "length that is listed. Did you mean “latest”?"
        ),
    ]
}
