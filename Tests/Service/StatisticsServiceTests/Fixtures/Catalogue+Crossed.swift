import StatisticsFixtures
import StatisticsModel

extension Catalogue {
    /// A catalogue whose planes have several blocks, with indicators that cross up to three
    /// dimensions.
    ///
    /// - `y01a02`: area × gender and area × age everywhere, all three for the country; two
    ///   measures; all lengths of period.
    /// - `y25i01`: area × gender × age everywhere; one measure; months and years.
    /// - `y10a01`: area × stage, which has no total; one measure; months.
    ///
    /// There are 90 municipalities, `201` to `290`, of which `290` was closed in 2020; the job
    /// centre `20100` shows the cells of `201`, `20200` has its own.
    ///
    /// - Parameters:
    ///   - provisionalPeriods: How many of the newest months of `y01a02` are provisional.
    ///   - breaks: The breaks of `y01a02`; those of the others are none.
    /// - Returns: The catalogue.
    /// - Throws: `InvalidCode` when a code is none.
    static func crossed(
        provisionalPeriods: Int = 1,
        breaks: [SeriesBreak] = []
    ) throws -> Catalogue {
        let small = Catalogue.small()
        let gender = Code<Dimension>("gender")
        let age = Code<Dimension>("age")
        let flat = [gender, age].compactMap(small.dimension)
        let persons = small.indicators[1].measures
        return Catalogue(
            subjects: small.subjects,
            units: small.units,
            sources: small.sources,
            dimensions: [try Dimension.crossedArea()] + flat + [.stage()],
            indicators: [
                .crossed(
                    Code("y01a02"),
                    periodTypes: [.month, .quarter, .movingYear, .year],
                    cubes: [
                        cube(Code("areaByGender"), [.area, gender], oneWay: [Code("region")]),
                        cube(Code("areaByAge"), [.area, age]),
                        Cube(
                            id: Code("countryByGenderAge"),
                            dimensions: [.area, gender, age],
                            levels: [Code("country"), Code("region")],
                            oneWayLevels: [Code("region")]
                        ),
                    ],
                    dimensions: [.area, gender, age],
                    measures: persons,
                    provisionalPeriods: provisionalPeriods,
                    breaks: breaks
                ),
                .crossed(
                    Code("y25i01"),
                    periodTypes: [.month, .year],
                    cubes: [cube(Code("areaByGenderAge"), [.area, gender, age])],
                    dimensions: [.area, gender, age],
                    measures: [small.indicators[0].measures[0]]
                ),
                .crossed(
                    Code("y10a01"),
                    periodTypes: [.month],
                    cubes: [cube(Code("areaByStage"), [.area, Code("stage")])],
                    dimensions: [.area, Code("stage")],
                    measures: [persons[0]]
                ),
            ]
        )
    }

    private static func cube(
        _ id: Code<Cube>,
        _ dimensions: [Code<Dimension>],
        oneWay: [Code<Level>] = []
    ) -> Cube {
        Cube(
            id: id,
            dimensions: dimensions,
            levels: [
                Code("country"), Code("region"), Code("jobCentre"), Code("municipality"),
            ],
            oneWayLevels: oneWay
        )
    }
}

extension Dimension {
    /// Areas in three levels and job centres.
    fileprivate static func crossedArea() throws -> Dimension {
        let levels = ["country", "region", "jobCentre", "municipality"]
        var members = [
            Member(code: Code("DK"), label: plain("Hele landet"), level: Code("country"))
        ]
        for code in ["1084", "1085"] {
            members.append(
                Member(
                    code: try Code(parsing: code),
                    label: plain("Region \(code)"),
                    parent: Code("DK"),
                    level: Code("region")
                )
            )
        }
        for (code, owner) in [("20100", Code<Member>("201")), ("20200", nil)] {
            members.append(
                Member(
                    code: try Code(parsing: code),
                    label: plain("Jobcenter \(code)"),
                    parent: Code("1084"),
                    level: Code("jobCentre"),
                    sharesCellWith: owner
                )
            )
        }
        for number in 201...290 {
            members.append(
                Member(
                    code: try Code(parsing: "\(number)"),
                    label: plain("Kommune \(number)"),
                    parent: number < 240 ? Code("1084") : Code("1085"),
                    level: Code("municipality"),
                    validTo: number == 290 ? CivilDate(year: 2_020, month: 12, day: 31) : nil
                )
            )
        }
        return Dimension(
            id: .area,
            label: plain("Område"),
            description: nil,
            total: Code("DK"),
            levels: try levels.map { Level(id: try Code(parsing: $0), label: plain($0)) },
            members: members,
            memberships: [],
            sources: []
        )
    }

    /// Three stages that nothing stands for all of.
    fileprivate static func stage() -> Dimension {
        Dimension(
            id: Code("stage"),
            label: plain("Fase"),
            description: nil,
            total: nil,
            levels: [],
            members: [
                Member(code: Code("first"), label: plain("Først")),
                Member(code: Code("later"), label: plain("Senere")),
                Member(code: Code("last"), label: plain("Sidst")),
            ],
            memberships: [],
            sources: []
        )
    }
}

extension Indicator {
    fileprivate static func crossed(
        _ id: Code<Indicator>,
        periodTypes: [PeriodType],
        cubes: [Cube],
        dimensions: [Code<Dimension>],
        measures: [Measure],
        provisionalPeriods: Int = 1,
        breaks: [SeriesBreak] = []
    ) -> Indicator {
        Indicator(
            id: id,
            subject: Code("benefits"),
            label: plain("Tabel \(id)"),
            definition: plain("Opgjort som antal."),
            population: nil,
            sourceTable: nil,
            sources: [],
            publicationLagDays: 18,
            publicationLag: nil,
            provisionalPeriods: provisionalPeriods,
            periodTypes: periodTypes,
            dimensions: dimensions.map { IndicatorDimension(id: $0) },
            cubes: cubes,
            measures: measures,
            breaks: breaks
        )
    }
}

/// A Danish text without a translation.
func plain(_ danish: String) -> BilingualText { BilingualText(danish: danish, english: nil) }
