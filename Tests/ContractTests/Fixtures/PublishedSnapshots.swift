import Foundation
import MemoryStore
import SnapshotPublishing
import SnapshotStore
import StatisticsModel

/// Four public snapshots and one under embargo, with the catalogue of the seeds.
///
/// 1 is from 2026-08-18 and was loaded a day later, 2 from 2026-08-19, 3 from 2026-08-20 and
/// withdrawn four hours later, 4 from 2026-08-21 is the newest, and 5 comes on 2026-12-19.
struct PublishedSnapshots {
    let store = MemorySnapshotStore()
    let catalogue: Catalogue

    /// 12:00 in Copenhagen on 1 September 2026.
    static let now = Instant(secondsSinceEpoch: 1_788_256_800)
    /// 08:00 in Copenhagen on 19 August 2026.
    private static let release = Instant(secondsSinceEpoch: 1_787_119_200)

    /// The folder of the project.
    static let top = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// An indicator with the dimensions that none of the seeds' has; it has no figures.
    static let rarities: Code<Indicator> = Code("x00a00")

    init() async throws {
        let seeds = try CatalogueFolder.read(
            path: Self.top.appendingPathComponent("seeds/catalogue").path
        )
        catalogue = seeds.adding(try .rarities(in: seeds))
        try await publish(Self.first, day: -1, recordedDay: 0)
        try await publish(Self.second, day: 0)
        try await publish(Self.figures(["DK,2026M07,TOT,1,0.1"]), day: 1)
        try await store.withdraw(
            3,
            Withdrawal(
                at: Self.release.adding(seconds: 86_400 + 4 * 3_600),
                reason: "Landstallet var forkert",
                successor: SnapshotID(parsing: "2026-08-21")
            )
        )
        var repaired = Self.figures(["DK,2026M07,TOT,91600,3.1"])
        repaired.reason = "correction"
        try await publish(repaired, day: 2)
        try await publish(Self.figures(["DK,2026M11,TOT,90000,3.0"], month: "2026M11"), day: 122)
    }

    private func publish(
        _ figures: DeliveredFigures,
        day: Int,
        recordedDay: Int? = nil
    ) async throws {
        let releaseAt = Self.release.adding(seconds: day * 86_400)
        let recordedAt = recordedDay.map { Self.release.adding(seconds: $0 * 86_400) }
        _ = try await SnapshotPublisher(store: store)
            .publish(
                try figures.read(catalogue),
                request: ReleaseRequest(releaseAt: releaseAt),
                now: recordedAt ?? releaseAt.adding(seconds: -3_600)
            )
    }

    private static func figures(_ rows: [String], month: String = "2026M07") -> DeliveredFigures {
        let header = "area,period,benefitGroup,fulltimePersons,pctWorkforce"
        let text = ([header] + rows).joined(separator: "\n") + "\n"
        return DeliveredFigures(month: month, files: [("y25i01", text)])
    }

    /// Cells of every status, beside a break, and periods of two lengths.
    private static let first = DeliveredFigures(
        month: "2026M06",
        files: [
            (
                "y25i01",
                """
                area,period,benefitGroup,fulltimePersons,pctWorkforce
                DK,2013M12,TOT,100000,4.0
                DK,2014M01,TOT,110000,4.4
                DK,2026M06,TOT,91204,3.0
                DK,2026M06,DP,77000,2.5
                DK,2026M06,KTH,13695,0.5
                1084,2026M06,TOT,30000,3.1
                101,2026M06,TOT,16981,4.3
                101,2026M06,KTH,,
                825,2026M06,TOT,16,2.4
                825,2026M06,KTH,notApplicable,notAvailable

                """
            ),
            (
                "y25i01",
                """
                area,period,akasse,fulltimePersons
                DK,2026M06,D86,4000
                101,2026M06,D86,2000

                """
            ),
            (
                "y60a02",
                """
                area,period,persons,fulltimePersons,pctWorkforce
                DK,2026M06,85491,80000,2.6
                101,2026M06,20000,19000,4.5
                DK,2026Q01,99000,81000,2.7

                """
            ),
        ]
    )

    private static let second = DeliveredFigures(
        further:
            #""notes": {"da": "Tal for juli er med."}, "cutAt": "2026-08-19T07:00:00+02:00", "#,
        files: [
            (
                "y25i01",
                """
                area,period,benefitGroup,fulltimePersons,pctWorkforce
                DK,2026M07,TOT,91583,3.0
                DK,2026M07,DP,77888,2.5
                DK,2026M07,KTH,13695,0.5
                1084,2026M07,TOT,30100,3.1
                101,2026M07,TOT,16702,4.2

                """
            )
        ]
    )
}

extension Catalogue {
    fileprivate func adding(_ indicator: Indicator) -> Catalogue {
        Catalogue(
            subjects: subjects,
            units: units,
            sources: sources,
            dimensions: dimensions,
            indicators: indicators + [indicator]
        )
    }
}

extension Indicator {
    /// An indicator that crosses the country with each dimension that no other indicator has.
    fileprivate static func rarities(in catalogue: Catalogue) throws -> Indicator {
        let used = Set(catalogue.indicators.flatMap { $0.dimensions.map(\.id) })
        let rare = catalogue.dimensions.map(\.id).filter { !used.contains($0) }
        let country: Code<Level> = Code("country")
        return Indicator(
            id: PublishedSnapshots.rarities,
            subject: catalogue.subjects[0].id,
            label: BilingualText(danish: "Sjældne opdelinger", english: nil),
            definition: BilingualText(danish: "Ingen tal.", english: nil),
            population: nil,
            sourceTable: nil,
            sources: [],
            publicationLagDays: 0,
            publicationLag: nil,
            provisionalPeriods: 0,
            periodTypes: [.month],
            dimensions: [IndicatorDimension(id: .area, levels: [country])]
                + rare.map { IndicatorDimension(id: $0) },
            cubes: try rare.map { id in
                Cube(
                    id: try Code(parsing: "by-\(id)"),
                    dimensions: [.area, id],
                    levels: [country],
                    oneWayLevels: []
                )
            },
            measures: [
                Measure(
                    id: Code("persons"),
                    label: BilingualText(danish: "Personer", english: "Persons"),
                    definition: nil,
                    unit: catalogue.units[0].id,
                    decimals: 0,
                    isAdditive: false,
                    polarity: .neutral,
                    sourceMeasure: nil,
                    measureGroup: nil
                )
            ],
            breaks: []
        )
    }
}
