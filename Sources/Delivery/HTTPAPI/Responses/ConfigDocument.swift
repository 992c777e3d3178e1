internal import ResponseFormats
internal import StatisticsModel

/// What a client may want to know before it asks.
struct ConfigDocument {
    private let settings: API.Settings
    private let language: Language

    init(_ settings: API.Settings, _ language: Language) {
        self.settings = settings
        self.language = language
    }

    var value: JSONValue {
        .object([
            ("version", .string(API.version)),
            ("publicURL", .string(settings.publicURL)),
            ("timeZone", .string("Europe/Copenhagen")),
            ("languages", words(Language.allCases.map(\.rawValue))),
            (
                "formats",
                .object([
                    ("data", words(AnswerForm.Format.allCases.map(\.rawValue))),
                    ("lists", words(CatalogueRequest.Format.allCases.map(\.rawValue))),
                ])
            ),
            (
                "limits",
                .object([
                    ("bodyBytes", .integer(settings.maxBodyBytes)),
                    ("urlBytes", .integer(settings.maxURLBytes)),
                    ("headerBytes", .integer(settings.maxHeaderBytes)),
                    ("listItems", .integer(CatalogueRequest.longestPage)),
                ])
            ),
            (
                "caching",
                .object([
                    ("pinnedSeconds", .integer(Freshness.pinnedSeconds)),
                    ("latestSeconds", .integer(Freshness.longestSeconds)),
                ])
            ),
            ("missingReasons", entries(Self.reasons)),
            ("flags", entries(Self.flags)),
            ("licence", LicenceDocument.value),
        ])
    }

    private static let reasons = [
        (
            "suppressed", "Tilbageholdt, færre end tre personer",
            "Withheld, fewer than three persons"
        ),
        ("notAvailable", "Ikke oplyst", "Not available"),
        ("notApplicable", "Giver ikke mening her", "Not applicable here"),
        ("redacted", "Fjernet ifølge lov", "Taken away by law"),
    ]

    private static let flags = [
        ("provisional", "Foreløbig", "Provisional"),
        ("break", "Databrud", "Break in the series"),
    ]

    private func words(_ words: [String]) -> JSONValue { .array(words.map(JSONValue.string)) }

    private func entries(_ entries: [(id: String, danish: String, english: String)]) -> JSONValue {
        .array(
            entries.map { entry in
                .object([
                    ("id", .string(entry.id)),
                    ("label", .string(language == .danish ? entry.danish : entry.english)),
                ])
            }
        )
    }
}
