import QueryPlanning
import StatisticsFixtures
import StatisticsModel
import Testing

@Suite struct ColumnTests {
    private let planner = QueryPlanner.july2026()

    @Test func `measures come in the order asked for, in any case, once`() throws {
        let plan = try planner.plan("y01a02", [("measure", "pctworkforce, Persons,persons")])

        #expect(plan.columns.map(\.name) == ["pctWorkforce", "persons"])
        #expect(plan.canonicalText.hasSuffix("&measure=pctWorkforce,persons"))
    }

    @Test func `measures without figures are left out unless they are named`() throws {
        let july = QueryPlanner.july2026()
        let planner = QueryPlanner(
            catalogue: .planning(),
            holdings: Holdings(
                dataMonth: july.holdings.dataMonth,
                periods: july.holdings.periods,
                measures: [Code("y01a02"): [Code("persons")]]
            )
        )

        let silent = try planner.plan("y01a02", [])
        let named = try planner.plan("y01a02", [("measure", "persons,pctWorkforce")])

        #expect(silent.columns.map(\.name) == ["persons"])
        #expect(!silent.canonicalText.contains("measure"))
        #expect(named.columns.map(\.name) == ["persons", "pctWorkforce"])
        #expect(named.canonicalText.hasSuffix("&measure=persons,pctWorkforce"))
    }

    @Test func `rows are sorted by measures, dimensions and the period`() throws {
        let plan = try planner.plan(
            "y01a02",
            [("measure", "pctWorkforce"), ("sort", "-PCTWORKFORCE,area,-period,pctWorkforce")]
        )

        #expect(
            plan.sort == [
                QueryPlan.SortKey(field: .column(0), isDescending: true),
                QueryPlan.SortKey(field: .axis(0), isDescending: false),
                QueryPlan.SortKey(field: .period, isDescending: true),
            ]
        )
        #expect(plan.canonicalText.hasSuffix("&sort=-pctWorkforce,area,-period"))
    }

    @Test func `a limit is a whole number of rows`() throws {
        let plan = try planner.plan("y01a02", [("limit", "010")])

        #expect(plan.limit == 10)
        #expect(plan.canonicalText.hasSuffix("&limit=10"))
        #expect(try planner.plan("y01a02", [("limit", "999999999")]).limit == 999_999_999)
    }

    @Test(arguments: ["0", "-1", "ti", "1.5", "1000000000", "10,20", "٣"])
    func `any other limit is refused`(text: String) {
        let problems = planner.problems(.asking(["y01a02"], [("limit", text)]))

        #expect(problems.map(\.kind) == [.invalidValue])
        #expect(problems.map(\.allowed) == [["1–999999999"]])
    }
}

@Suite struct JoinedQueryTests {
    private let planner = QueryPlanner.july2026()

    @Test func `a joined table names its columns after indicator and measure`() throws {
        let query = ObservationQuery.asking(["Y01A02", " y07a02", "y01a02"], [("age", "30-")])

        let plan = try planner.plan(query)

        #expect(plan.indicators == [Code("y01a02"), Code("y07a02")])
        #expect(plan.isJoined)
        #expect(
            plan.columns.map(\.name) == [
                "y01a02_persons", "y01a02_pctWorkforce", "y07a02_fulltimePersons",
            ]
        )
        #expect(plan.columns.map(\.cube.id.text).last == "areaByAge")
        #expect(plan.axes.map(\.dimension.text) == ["area", "age"])
    }

    @Test func `one indicator asked for as a table is joined, too`() throws {
        let plan = try planner.plan(.asking(["y07a02"], [], isJoined: true))

        #expect(plan.columns.map(\.name) == ["y07a02_fulltimePersons"])
    }

    @Test func `a measure's own name means it in every indicator`() throws {
        let parameters = [("measure", "pctWorkforce"), ("sort", "-y25i01_pctWorkforce")]

        let plan = try planner.plan(.asking(["y01a02", "y25i01"], parameters))

        #expect(plan.columns.map(\.name) == ["y01a02_pctWorkforce", "y25i01_pctWorkforce"])
        #expect(plan.sort == [QueryPlan.SortKey(field: .column(1), isDescending: true)])
    }

    @Test func `lengths of period must be common to all`() {
        let query = ObservationQuery.asking(["y07a02", "y01a02"], [("period", "QMAT:latest")])

        let problems = planner.problems(query)

        #expect(problems.map(\.kind) == [.unavailablePeriodType])
        #expect(problems.first?.allowed.count == 3)
    }

    @Test func `everything stays within the levels that all indicators cross`() throws {
        let query = ObservationQuery.asking(
            ["y01a02", "y10a01"],
            [("area", "*"), ("fund", "D86")]
        )

        let shared = try planner.plan(.asking(["y01a02", "y99a01"], [("area", "*")]))

        #expect(planner.problems(query).map(\.kind) == [.dimensionNotShared])
        #expect(shared.members("area")?.contains("RAR-HOV") == false)
        #expect(shared.members("area")?.contains("1084") == true)
    }
}
