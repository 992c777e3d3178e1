import QueryPlanning
import StatisticsModel
import Testing

@Suite struct CrossingTests {
    private let planner = QueryPlanner.july2026()

    @Test(arguments: [
        ([("area", "DK")], "countryByGenderAge"),
        ([("area", "101")], "areaByGender"),
        ([("area", "10100")], "areaByGender"),
        ([("area", "101,DK"), ("gender", "K")], "areaByGender"),
        ([("gender", "K")], "countryByGenderAge"),
        ([("age", "30-")], "countryByGenderAge"),
        ([("area", "101"), ("age", "TOT")], "areaByGender"),
        ([("gender", "M"), ("age", "30+")], "countryByGenderAge"),
    ])
    func `the smallest cube that holds the selection answers`(
        parameters: [(String, String)],
        cube: String
    ) throws {
        let plan = try planner.plan("y01a02", parameters)

        #expect(Set(plan.columns.map(\.cube.id.text)) == [cube])
    }

    @Test func `everything stays within what is crossed`() throws {
        let plan = try planner.plan("y01a02", [("area", "*"), ("age", "each")])

        #expect(plan.members("area") == ["DK"])
        #expect(plan.canonicalText.hasPrefix("area=*&"))
    }

    @Test func `a crossing that no cube holds is refused with those that there are`() {
        let problems = planner.problems(.asking(["y01a02"], [("area", "101"), ("age", "30-")]))

        #expect(problems.map(\.kind) == [.noCrossing])
        #expect(problems.map(\.parameter) == ["age"])
        #expect(problems.map(\.value) == ["30-"])
        #expect(
            problems.first?.allowed == [
                "area × gender (country, region, rar, jobCentre, municipality)",
                "area × gender × age (country)",
            ]
        )
        #expect(planner.crossings(of: Code("y01a02")) == problems.first?.allowed)
    }

    @Test func `an area that was named is refused rather than left out`() {
        let problems = planner.problems(.asking(["y01a02"], [("age", "30-"), ("area", "*,101")]))

        #expect(problems.map(\.kind) == [.noCrossing])
        #expect(problems.map(\.parameter) == ["area"])
    }
}
