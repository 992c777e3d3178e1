internal import ResponseFormats
internal import StatisticsModel

/// What a reader meets first.
struct RootDocument {
    let publicURL: String
    let language: Language
    let newest: Snapshot?

    var value: JSONValue {
        let base = "\(publicURL)/v1"
        return .object([
            ("name", .string("Open Jobindsats")),
            ("description", text(Self.description)),
            ("version", .string(API.version)),
            (
                "snapshot",
                newest.map(SnapshotReference.document) ?? .null
            ),
            ("nextRelease", .null),
            ("licence", LicenceDocument.value),
            (
                "examples",
                .array(
                    Self.examples.map { label, path in
                        .object([("label", text(label)), ("url", .string(base + path))])
                    }
                )
            ),
            (
                "links",
                .object(
                    ["subjects", "indicators", "dimensions", "snapshots", "config"]
                        .map { ($0, .string("\(base)/\($0)")) }
                        + [("openapi", .string("\(publicURL)/openapi.yaml"))]
                )
            ),
        ])
    }

    private static let description = BilingualText(
        danish: "Statistik om arbejdsmarkedet i Danmark; hver udgivelse kan læses for altid.",
        english: "Statistics on the Danish labour market; every release is readable for ever."
    )

    private static let examples: [(BilingualText, String)] = [
        (
            BilingualText(
                danish: "Ledige i København og hele landet, to år",
                english: "The unemployed of Copenhagen and the country, two years"
            ),
            "/indicators/y25i01/data?area=101,DK&period=latest:24"
        ),
        (
            BilingualText(
                danish: "De ti kommuner med højest ledighed",
                english: "The ten municipalities with the highest unemployment"
            ),
            "/indicators/y25i01/data?area=level:municipality&period=latest"
                + "&sort=-pctWorkforce&limit=10"
        ),
        (
            BilingualText(danish: "Find en indikator", english: "Find an indicator"),
            "/indicators?q=kontanthj%C3%A6lp"
        ),
    ]

    private func text(_ text: BilingualText) -> JSONValue { .string(text.text(in: language)) }
}

/// On which terms the figures may be used.
enum LicenceDocument {
    static let value = JSONValue.object([
        ("name", .string("CC BY 4.0")),
        ("url", .string("https://creativecommons.org/licenses/by/4.0/")),
        ("attribution", .string("Styrelsen for Arbejdsmarked og Rekruttering, jobindsats.dk")),
    ])
}
