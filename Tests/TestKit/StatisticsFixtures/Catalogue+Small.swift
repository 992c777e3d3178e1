public import StatisticsModel

extension Catalogue {
    /// A catalogue of a few true members, small enough to be read at a glance.
    ///
    /// - `y25i01`: area × benefit group, one cube; `fulltimePersons` and, with a decimal,
    ///   `pctWorkforce`; months.
    /// - `y01a02`: area × gender for all areas and area × gender × age for the country, two cubes;
    ///   `persons` and, with a decimal, `pctWorkforce`; months, quarters and years.
    /// - `y07a02`: area × age, one cube; `fulltimePersons`; all lengths of period; a break.
    ///
    /// The job centre `10100` shares the cell of the municipality `101`, `14700` that of `147`, and
    /// `33000` that of `330`; `18500` is the real shared centre of `155` and `185`.
    public static func small() -> Catalogue {
        Catalogue(
            subjects: [
                Subject(id: Code("benefits"), parent: nil, label: .text("Ydelser", "Benefits")),
                Subject(
                    id: Code("unemployment"),
                    parent: Code("benefits"),
                    label: .text("Ledighed", "Unemployment")
                ),
            ],
            units: [
                Unit(id: Code("persons"), label: .text("Personer", "Persons"), symbol: nil),
                Unit(
                    id: Code("fullTimePersons"),
                    label: .text("Fuldtidspersoner", "Full-time persons"),
                    symbol: nil
                ),
                Unit(
                    id: Code("percent"),
                    label: .text("Procent", "Per cent"),
                    symbol: .text("pct.", "%")
                ),
            ],
            sources: [
                Source(
                    id: Code("jobindsats"),
                    title: "Jobindsats.dk",
                    publisher: "Styrelsen for Arbejdsmarked og Rekruttering",
                    year: nil,
                    url: "https://jobindsats.dk",
                    note: nil
                )
            ],
            dimensions: [.smallArea(), .smallGender(), .smallAge(), .smallBenefitGroup()],
            indicators: [
                .smallGrossUnemployment(), .smallInsuranceBenefit(), .smallCashBenefit(),
            ]
        )
    }
}

extension Subject {
    init(id: Code<Subject>, parent: Code<Subject>?, label: BilingualText) {
        self.init(id: id, parent: parent, label: label, sources: [Code("jobindsats")])
    }
}

extension BilingualText {
    /// A text in both languages.
    static func text(_ danish: String, _ english: String) -> BilingualText {
        BilingualText(danish: danish, english: english)
    }
}
