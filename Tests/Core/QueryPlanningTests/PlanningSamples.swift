import QueryPlanning
import StatisticsFixtures
import StatisticsModel

extension Catalogue {
    /// The small catalogue with what planning needs beyond it.
    ///
    /// - `oldMunicipality`: municipalities closed in 2007, with successors among the areas.
    /// - `fund`: no total; `D86`, `D40`, and `D10`, which `D86` took over.
    /// - `y10a01`: area × fund, without `D10`; months.
    /// - `y99a01`: area × gender; no figures.
    static func planning() -> Catalogue {
        let small = Catalogue.small()
        return Catalogue(
            subjects: small.subjects,
            units: small.units,
            sources: small.sources,
            dimensions: small.dimensions + [.oldMunicipality(), .fund()],
            indicators: small.indicators + [
                .planning(
                    Code("y10a01"),
                    dimensions: [
                        IndicatorDimension(id: .area),
                        IndicatorDimension(id: Code("fund"), members: [Code("D86"), Code("D40")]),
                    ],
                    crossing: Code("fund")
                ),
                .planning(
                    Code("y99a01"),
                    dimensions: [
                        IndicatorDimension(id: .area), IndicatorDimension(id: Code("gender")),
                    ],
                    crossing: Code("gender")
                ),
            ]
        )
    }
}

extension QueryPlanner {
    /// The planner of a snapshot of July 2026.
    static func july2026() -> QueryPlanner {
        let months = { (year: Int) in range(.month, from: (year, 1), to: (2026, 7)) }
        let quarters = range(.quarter, from: (2023, 1), to: (2026, 2))
        let years = range(.year, from: (2023, 1), to: (2025, 1))
        let movingYears = range(.movingYear, from: (2024, 1), to: (2026, 2))
        return QueryPlanner(
            catalogue: .planning(),
            holdings: Holdings(
                dataMonth: Period(type: .month, ordinal: 2026 * 12 + 6),
                periods: [
                    Code("y25i01"): [.month: months(2024)],
                    Code("y01a02"): [.month: months(2023), .quarter: quarters, .year: years],
                    Code("y07a02"): [
                        .month: months(2023), .quarter: quarters, .movingYear: movingYears,
                        .year: years,
                    ],
                    Code("y10a01"): [.month: months(2026)],
                ]
            )
        )
    }

    /// Plans a question about one indicator.
    func plan(_ indicator: String, _ parameters: [(String, String)]) throws -> QueryPlan {
        try plan(.asking([indicator], parameters))
    }

    /// Returns what is wrong with a question; empty when nothing is.
    func problems(_ query: ObservationQuery) -> [QueryProblem] {
        do {
            _ = try plan(query)
            return []
        } catch {
            return error.problems
        }
    }

    private static func range(
        _ type: PeriodType,
        from first: (year: Int, number: Int),
        to last: (year: Int, number: Int)
    ) -> ClosedRange<Period> {
        let place = { (year: Int, number: Int) in year * type.periodsPerYear + number - 1 }
        return Period(
            type: type,
            ordinal: place(first.year, first.number)
        )...Period(
            type: type,
            ordinal: place(last.year, last.number)
        )
    }
}

extension ObservationQuery {
    /// A question; joined when it is about several indicators.
    static func asking(
        _ indicators: [String],
        _ parameters: [(String, String)],
        isJoined: Bool? = nil
    ) -> ObservationQuery {
        ObservationQuery(
            indicators: indicators,
            isJoined: isJoined ?? (indicators.count > 1),
            parameters: parameters.map { Parameter(name: $0.0, values: [$0.1]) }
        )
    }
}

extension QueryPlan {
    /// The codes chosen of a dimension; `nil` when it is no column.
    func members(_ dimension: String) -> [String]? {
        axes.first { $0.dimension.text == dimension }.map { $0.members.map(\.text) }
    }

    /// The canonical question as text.
    var canonicalText: String {
        canonical.map { "\($0.name)=\($0.values.joined(separator: ","))" }.joined(separator: "&")
    }

    /// The plan without the notes on what the question had left open.
    ///
    /// The canonical question leaves nothing open, so there is nothing for these notes to tell.
    var withoutDefaultsTold: QueryPlan {
        let kept = notes.filter { note in
            switch note {
            case .dimensionOpened, .fewerPeriods: false
            case .noFigures, .notAdditive: true
            }
        }
        return QueryPlan(
            indicators: indicators,
            isJoined: isJoined,
            axes: axes,
            periods: periods,
            columns: columns,
            sort: sort,
            limit: limit,
            notes: kept,
            canonical: canonical
        )
    }
}

extension Indicator {
    fileprivate static func planning(
        _ id: Code<Indicator>,
        dimensions: [IndicatorDimension],
        crossing dimension: Code<Dimension>
    ) -> Indicator {
        Indicator(
            id: id,
            subject: Code("benefits"),
            label: BilingualText(danish: "Personer", english: "Persons"),
            definition: BilingualText(danish: "Antal personer.", english: "Persons."),
            population: nil,
            sourceTable: nil,
            sources: [],
            publicationLagDays: 18,
            publicationLag: nil,
            provisionalPeriods: 1,
            periodTypes: [.month],
            dimensions: dimensions,
            cubes: [
                Cube(
                    id: Code("reference"),
                    dimensions: [.area, dimension],
                    levels: [Code("country"), Code("region"), Code("municipality")],
                    oneWayLevels: []
                )
            ],
            measures: [
                Measure(
                    id: Code("persons"),
                    label: BilingualText(danish: "Antal personer", english: "Persons"),
                    definition: nil,
                    unit: Code("persons"),
                    decimals: 0,
                    isAdditive: false,
                    polarity: .less,
                    sourceMeasure: nil,
                    measureGroup: nil
                )
            ],
            breaks: []
        )
    }
}

extension Dimension {
    fileprivate static func fund() -> Dimension {
        Dimension(
            id: Code("fund"),
            label: BilingualText(danish: "A-kasse", english: "Unemployment insurance fund"),
            description: nil,
            total: nil,
            levels: [],
            members: [
                Member(
                    code: Code("D10"),
                    label: BilingualText(danish: "Lukket A-kasse", english: "Closed Fund"),
                    validTo: CivilDate(year: 2019, month: 12, day: 31),
                    successors: [Code("D86")]
                ),
                Member(
                    code: Code("D86"),
                    label: BilingualText(danish: "A-kassen Frie", english: "Frie"),
                    aliases: ["86"]
                ),
                Member(code: Code("D40"), label: BilingualText(danish: "3F", english: nil)),
            ],
            memberships: [],
            sources: []
        )
    }

    fileprivate static func oldMunicipality() -> Dimension {
        Dimension(
            id: Code("oldMunicipality"),
            label: BilingualText(danish: "Kommune før 2007", english: "Municipality before 2007"),
            description: nil,
            total: nil,
            levels: [],
            members: [
                Member(
                    code: Code("837"),
                    label: BilingualText(danish: "Sejlflod", english: nil),
                    validTo: CivilDate(year: 2006, month: 12, day: 31),
                    successors: [Code("851")]
                )
            ],
            memberships: [],
            sources: []
        )
    }
}
