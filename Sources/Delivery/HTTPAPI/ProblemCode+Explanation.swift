internal import StatisticsModel

extension ProblemCode {
    /// What happened, in a few words that never change.
    var title: BilingualText { explanation.title }

    /// What the reader can do about it.
    var remedy: BilingualText { explanation.remedy }

    private struct Explanation {
        let title: BilingualText
        let remedy: BilingualText

        init(
            _ danishTitle: String,
            _ englishTitle: String,
            _ danishRemedy: String,
            _ englishRemedy: String
        ) {
            title = BilingualText(danish: danishTitle, english: englishTitle)
            remedy = BilingualText(danish: danishRemedy, english: englishRemedy)
        }
    }

    private var explanation: Explanation {
        guard let explanation = Self.explanations[self] else {
            preconditionFailure("every problem is explained")
        }
        return explanation
    }

    private static let explanations: [ProblemCode: Explanation] = [
        .malformedQuery: Explanation(
            "URL'en kan ikke læses",
            "The URL can't be read",
            "Skriv hvert procenttegn som %25, og kod tegn som UTF-8.",
            "Write each percent sign as %25, and encode characters as UTF-8."
        ),
        .invalidQuery: Explanation(
            "Flere ting er galt",
            "Several things are wrong",
            "Se listen errors; hver post siger, hvad der er tilladt.",
            "See the list errors; each entry says what is allowed."
        ),
        .invalidBody: Explanation(
            "Indholdet kan ikke læses",
            "The body can't be read",
            "Send ét JSON-objekt, hvis navne er parametrene, og hvis værdier er tekster eller "
                + "lister af tekster.",
            "Send one JSON object whose names are the parameters and whose values are "
                + "strings or lists of strings."
        ),
        .invalidValue: Explanation(
            "En værdi er ikke tilladt",
            "A value is not allowed",
            "Vælg en af de tilladte værdier.",
            "Choose one of the allowed values."
        ),
        .emptyValue: Explanation(
            "En værdi er tom",
            "A value is empty",
            "Udelad parameteren, eller giv den en værdi.",
            "Leave the parameter out, or give it a value."
        ),
        .unknownParameter: Explanation(
            "En parameter findes ikke",
            "A parameter does not exist",
            "Ret navnet; intet ukendt bliver overset i stilhed.",
            "Correct the name; nothing unknown is ignored in silence."
        ),
        .unknownMember: Explanation(
            "En kode findes ikke",
            "A code does not exist",
            "Slå koderne op i /v1/dimensions/{dimension}?q=…",
            "Look the codes up in /v1/dimensions/{dimension}?q=…"
        ),
        .unknownLevel: Explanation(
            "Et niveau findes ikke",
            "A level does not exist",
            "Niveauerne står i /v1/dimensions/{dimension}.",
            "The levels are listed in /v1/dimensions/{dimension}."
        ),
        .unknownMeasure: Explanation(
            "Et måltal findes ikke",
            "A measure does not exist",
            "Måltallene står i /v1/indicators/{indicator}.",
            "The measures are listed in /v1/indicators/{indicator}."
        ),
        .invalidPeriod: Explanation(
            "En periode kan ikke læses",
            "A period can't be read",
            "Skriv fx 2026M09, 2026Q03, 2026Y01, 2024M01..2024M12, latest eller latest:24.",
            "Write for instance 2026M09, 2026Q03, 2026Y01, 2024M01..2024M12, latest or "
                + "latest:24."
        ),
        .mixedPeriodTypes: Explanation(
            "Perioder af flere længder",
            "Periods of several lengths",
            "Spørg om én længde ad gangen: måneder, kvartaler, rullende år eller år.",
            "Ask for one length at a time: months, quarters, moving years or years."
        ),
        .unavailablePeriodType: Explanation(
            "Periodelængden findes ikke",
            "There are no such periods",
            "Periodelængderne står i /v1/indicators/{indicator}.",
            "The lengths of period are listed in /v1/indicators/{indicator}."
        ),
        .noCrossing: Explanation(
            "Krydsningen findes ikke",
            "There is no such crossing",
            "Vælg færre opdelinger på én gang; krydsningerne står i errors.",
            "Open fewer dimensions at once; the crossings that exist stand in errors."
        ),
        .dimensionNotShared: Explanation(
            "Opdelingen er ikke fælles",
            "The dimension is not shared",
            "En fælles tabel kan kun opdeles efter det, alle indikatorerne har.",
            "A joined table can only be split by what all its indicators have."
        ),
        .unsupportedSelection: Explanation(
            "Valget er ikke bygget endnu",
            "The selection is not built yet",
            "Nævn områderne selv, eller brug in:, children: eller level:.",
            "Name the areas yourself, or use in:, children: or level:."
        ),
        .conflictingSelectors: Explanation(
            "Flere udgivelser på én gang",
            "Several snapshots at once",
            "Vælg én udgivelse: snapshot, sequence, asOf eller en sti under /v1/snapshots/.",
            "Choose one snapshot: snapshot, sequence, asOf or a path below /v1/snapshots/."
        ),
        .futureInstant: Explanation(
            "Tidspunktet ligger i fremtiden",
            "The instant lies in the future",
            "Spørg om i dag eller før; udelad asOf for de nyeste tal.",
            "Ask for today or earlier; leave asOf out for the newest figures."
        ),
        .unknownPath: Explanation(
            "Stien findes ikke",
            "There is no such path",
            "Alle stier står i /openapi.yaml.",
            "All paths are listed in /openapi.yaml."
        ),
        .unknownIndicator: Explanation(
            "Indikatoren findes ikke",
            "There is no such indicator",
            "Søg med /v1/indicators?q=…",
            "Search with /v1/indicators?q=…"
        ),
        .unknownDimension: Explanation(
            "Opdelingen findes ikke",
            "There is no such dimension",
            "Se listen i /v1/dimensions.",
            "See the list in /v1/dimensions."
        ),
        .unknownArea: Explanation(
            "Området findes ikke",
            "There is no such area",
            "Søg med /v1/dimensions/area?q=…",
            "Search with /v1/dimensions/area?q=…"
        ),
        .unknownFund: Explanation(
            "A-kassen findes ikke",
            "There is no such fund",
            "Søg med /v1/dimensions/akasse?q=…",
            "Search with /v1/dimensions/akasse?q=…"
        ),
        .unknownSnapshot: Explanation(
            "Udgivelsen findes ikke",
            "There is no such snapshot",
            "Se listen i /v1/snapshots.",
            "See the list in /v1/snapshots."
        ),
        .beforeFirstSnapshot: Explanation(
            "Før den første udgivelse",
            "Before the first snapshot",
            "Den første udgivelse står øverst i /v1/snapshots.",
            "The first snapshot is in the list /v1/snapshots."
        ),
        .unknownProblem: Explanation(
            "Fejlkoden findes ikke",
            "There is no such problem",
            "Koden står i feltet code.",
            "The code stands in the member code."
        ),
        .methodNotAllowed: Explanation(
            "Metoden er ikke tilladt",
            "The method is not allowed",
            "Headeren Allow nævner metoderne.",
            "The header Allow names the methods."
        ),
        .notAcceptable: Explanation(
            "Formatet findes ikke",
            "There is no such format",
            "Brug parameteren format, eller send Accept: application/json.",
            "Use the parameter format, or send Accept: application/json."
        ),
        .bodyTooLarge: Explanation(
            "Indholdet er for stort",
            "The body is too large",
            "Del forespørgslen i flere.",
            "Split the request."
        ),
        .urlTooLong: Explanation(
            "URL'en er for lang",
            "The URL is too long",
            "Send parametrene som JSON med POST.",
            "Send the parameters as JSON with POST."
        ),
        .unsupportedEncoding: Explanation(
            "Indholdets kodning kan ikke læses",
            "The body's encoding can't be read",
            "Send indholdet uden Content-Encoding.",
            "Send the body without Content-Encoding."
        ),
        .headersTooLarge: Explanation(
            "Headerne er for store",
            "The headers are too large",
            "Send færre headere; ingen cookies er nødvendige.",
            "Send fewer headers; no cookies are needed."
        ),
        .internalError: Explanation(
            "Noget gik galt hos os",
            "Something went wrong on our side",
            "Meld fejlen med dens requestId.",
            "Report the error with its requestId."
        ),
        .damaged: Explanation(
            "Tallene kan ikke læses",
            "The figures can't be read",
            "Driften har fået besked; andre tal er ikke berørt.",
            "The operator has been told; other figures are not affected."
        ),
        .unavailable: Explanation(
            "Databasen kan ikke læses",
            "The database can't be read",
            "Prøv igen om lidt.",
            "Try again in a little while."
        ),
        .nothingPublished: Explanation(
            "Intet er udgivet endnu",
            "Nothing has been published yet",
            "Prøv igen efter den første udgivelse.",
            "Try again after the first release."
        ),
    ]
}
