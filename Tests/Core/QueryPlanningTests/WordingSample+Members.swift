import QueryPlanning

extension WordingSample {
    /// Problems with members.
    static let members: [WordingSample] = [
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("area", "Kobenhavm")],
            kind: .unknownMember,
            suggestion: "101",
            danish: "Område har ingen værdi »Kobenhavm«. Brug en kode eller et navn fra "
                + "kodelisten. Mente du »101« (København)?",
            english: "Area has no value “Kobenhavm”. Use a code or a name from the code "
                + "list. Did you mean “101” (Copenhagen)?"
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("gender", "xxxxxx")],
            kind: .unknownMember,
            suggestion: nil,
            danish: "Køn har ingen værdi »xxxxxx«. Brug en kode eller et navn fra "
                + "kodelisten.",
            english: "Gender has no value “xxxxxx”. Use a code or a name from the code "
                + "list."
        ),
        WordingSample(
            indicators: ["y10a01"],
            parameters: [("fund", "D10")],
            kind: .unknownMember,
            suggestion: "D86",
            danish: "Lukket A-kasse (D10) blev nedlagt 2019-12-31. Brug efterfølgeren: "
                + "A-kassen Frie (D86). Mente du »D86«?",
            english: "Lukket A-kasse (D10) was closed on 2019-12-31. Use its successor: "
                + "Frie (D86). Did you mean “D86”?"
        ),
        WordingSample(
            indicators: ["y10a01"],
            parameters: [("area", "837")],
            kind: .unknownMember,
            suggestion: "851",
            danish: "Sejlflod (837) blev nedlagt 2006-12-31. Brug efterfølgeren: Aalborg "
                + "(851). Mente du »851«?",
            english: "Sejlflod (837) was closed on 2006-12-31. Use its successor: Aalborg "
                + "(851). Did you mean “851”?"
        ),
        WordingSample(
            indicators: ["y99a01"],
            parameters: [("area", "level:regon")],
            kind: .unknownLevel,
            suggestion: "level:region",
            danish: "»level:regon« er intet niveau her. Brug et af niveauerne på listen. "
                + "Mente du »level:region«?",
            english: "“level:regon” is no level here. Use one of the levels listed. Did "
                + "you mean “level:region”?"
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("gender", "level:x")],
            kind: .unknownLevel,
            suggestion: nil,
            danish: "Køn har ingen niveauer. Skriv koder, »each« eller »*«.",
            english: "Gender has no levels. Write codes, “each” or “*”."
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("area", "in:zzzzzzz")],
            kind: .unknownMember,
            suggestion: nil,
            danish: "Område har ingen værdi »in:zzzzzzz«. Brug en kode eller et navn fra "
                + "kodelisten.",
            english: "Area has no value “in:zzzzzzz”. Use a code or a name from the code "
                + "list."
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("gender", "children:M")],
            kind: .invalidValue,
            suggestion: nil,
            danish: "»children:M« rummer ingen værdier, som indikatoren har, i den "
                + "struktur der gjaldt i 2026M07. Vælg noget andet.",
            english: "“children:M” holds no values that the indicator has in the "
                + "structure in force in 2026M07. Choose something else."
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("area", "cluster:5")],
            kind: .unsupportedSelection,
            suggestion: nil,
            danish: "»cluster:5« kan endnu ikke vælges. Skriv kommunernes koder, indtil "
                + "sammenligningsgrupperne er med.",
            english: "“cluster:5” can't be chosen yet. Write the municipalities' codes "
                + "until peer groups are here."
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [("area", "peers:101")],
            kind: .unsupportedSelection,
            suggestion: nil,
            danish: "»peers:101« kan endnu ikke vælges. Skriv kommunernes koder, indtil "
                + "sammenligningsgrupperne er med.",
            english: "“peers:101” can't be chosen yet. Write the municipalities' codes "
                + "until peer groups are here."
        ),
        WordingSample(
            indicators: ["y01a02"],
            parameters: [
                ("area", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")
            ],
            kind: .invalidValue,
            suggestion: nil,
            danish: "Værdien er længere end 64 tegn. Skriv en kode eller et navn, og "
                + "adskil med komma.",
            english: "The value is longer than 64 characters. Write codes or names, with "
                + "commas."
        ),
    ]
}
