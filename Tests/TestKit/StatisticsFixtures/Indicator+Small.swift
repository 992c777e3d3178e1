internal import StatisticsModel

extension Indicator {
    /// One cube, two measures, of which one has a decimal; months.
    static func smallGrossUnemployment() -> Indicator {
        small(
            Code("y25i01"),
            subject: Code("unemployment"),
            label: .text("Bruttoledige", "Gross unemployed"),
            periodTypes: [.month],
            dimensions: [.area, Code("benefitGroup")],
            cubes: [everywhere(Code("areaByBenefitGroup"), crossing: Code("benefitGroup"))],
            measures: [fulltimePersons, shareOfWorkforce]
        )
    }

    /// Two cubes; months, quarters and years.
    static func smallInsuranceBenefit() -> Indicator {
        small(
            Code("y01a02"),
            subject: Code("benefits"),
            label: .text("Personer på a-dagpenge", "Recipients of insurance benefit"),
            periodTypes: [.month, .quarter, .year],
            dimensions: [.area, Code("gender"), Code("age")],
            cubes: [
                everywhere(Code("areaByGender"), crossing: Code("gender")),
                Cube(
                    id: Code("countryByGenderAge"),
                    dimensions: [.area, Code("gender"), Code("age")],
                    levels: [Code("country")],
                    oneWayLevels: []
                ),
            ],
            measures: [persons, shareOfWorkforce]
        )
    }

    /// One cube, one measure; all lengths of period; a break.
    static func smallCashBenefit() -> Indicator {
        small(
            Code("y07a02"),
            subject: Code("benefits"),
            label: .text("Personer på kontanthjælp", "Recipients of cash benefit"),
            periodTypes: [.month, .quarter, .movingYear, .year],
            dimensions: [.area, Code("age")],
            cubes: [everywhere(Code("areaByAge"), crossing: Code("age"))],
            measures: [fulltimePersons],
            breaks: [
                SeriesBreak(
                    period: Period(type: .month, ordinal: 2_025 * 12 + 6),
                    kind: .legislation,
                    label: .text("Ny ydelsesreform", "New benefit reform"),
                    source: Code("jobindsats")
                )
            ]
        )
    }

    private static func small(
        _ id: Code<Indicator>,
        subject: Code<Subject>,
        label: BilingualText,
        periodTypes: [PeriodType],
        dimensions: [Code<Dimension>],
        cubes: [Cube],
        measures: [Measure],
        breaks: [SeriesBreak] = []
    ) -> Indicator {
        Indicator(
            id: id,
            subject: subject,
            label: label,
            definition: .text(
                "\(label.danish), opgjort som antal.",
                "\(label.text(in: .english)), counted."
            ),
            population: nil,
            sourceTable: id.text,
            sources: [Code("jobindsats")],
            publicationLagDays: 18,
            publicationLag: nil,
            provisionalPeriods: 1,
            periodTypes: periodTypes,
            dimensions: dimensions.map { IndicatorDimension(id: $0) },
            cubes: cubes,
            measures: measures,
            breaks: breaks
        )
    }

    private static func everywhere(
        _ id: Code<Cube>,
        crossing dimension: Code<Dimension>
    ) -> Cube {
        Cube(
            id: id,
            dimensions: [.area, dimension],
            levels: [
                Code("country"), Code("region"), Code("rar"), Code("jobCentre"),
                Code("municipality"),
            ],
            oneWayLevels: [Code("region"), Code("rar")]
        )
    }

    private static var persons: Measure {
        Measure(
            id: Code("persons"),
            label: .text("Antal personer", "Persons"),
            definition: nil,
            unit: Code("persons"),
            decimals: 0,
            isAdditive: false,
            polarity: .less,
            sourceMeasure: "A02_1",
            measureGroup: "mgrpa02_1"
        )
    }

    private static var fulltimePersons: Measure {
        Measure(
            id: Code("fulltimePersons"),
            label: .text("Fuldtidspersoner", "Full-time persons"),
            definition: nil,
            unit: Code("fullTimePersons"),
            decimals: 0,
            isAdditive: true,
            polarity: .less,
            sourceMeasure: "A02_3",
            measureGroup: nil
        )
    }

    private static var shareOfWorkforce: Measure {
        Measure(
            id: Code("pctWorkforce"),
            label: .text("Andel af arbejdsstyrken", "Share of the labour force"),
            definition: nil,
            unit: Code("percent"),
            decimals: 1,
            isAdditive: false,
            polarity: .less,
            sourceMeasure: "A02_4B",
            measureGroup: nil
        )
    }
}
