import QueryPlanning
import StatisticsModel
import Testing

@Suite struct MemberSelectionTests {
    private let planner = QueryPlanner.july2026()

    @Test(arguments: [
        ("101", ["101"]),
        ("0101", ["101"]),
        ("københavn", ["101"]),
        ("KOEBENHAVN", ["101"]),
        ("Copenhagen", ["101"]),
        ("ÅLBORG", ["851"]),
        ("084", ["1084"]),
        ("000", ["DK"]),
        ("rar-hov", ["RAR-HOV"]),
        ("uopl", ["UOPL"]),
        (" 851 , DK ,101,851", ["DK", "101", "851"]),
        ("level:region", ["1084", "1085", "1081"]),
        ("LEVEL: Region", ["1084", "1085", "1081"]),
        ("level:Kommuner", ["101", "147", "155", "185", "330", "851", "UOPL"]),
        ("level:jobCentre", ["10100", "14700", "18500", "33000"]),
        ("in:1084", ["101", "147", "155", "185"]),
        ("in:RAR-HOV", ["101", "147", "155", "185"]),
        ("in:18500", ["155", "185"]),
        ("in:10100", ["101"]),
        ("In: Region Nordjylland", ["851"]),
        ("DK,in:1085", ["DK", "330"]),
        ("children:1085", ["33000", "330"]),
        ("each", ["101", "147", "155", "185", "330", "851", "UOPL"]),
        ("10100,101", ["10100", "101"]),
    ])
    func `each form of selection chooses its members in order`(
        form: String,
        codes: [String]
    ) throws {
        let plan = try planner.plan("y01a02", [("area", form)])

        #expect(plan.members("area") == codes)
    }

    @Test func `everything is what has cells of its own, totals included`() throws {
        let plan = try planner.plan("y01a02", [("area", "*"), ("gender", "*")])

        let areas = [
            "DK", "1084", "1085", "1081", "RAR-HOV", "RAR-SJ", "RAR-NJ", "18500", "101", "147",
            "155", "185", "330", "851", "UOPL",
        ]
        #expect(plan.members("area") == areas)
        #expect(plan.members("gender") == ["TOT", "M", "K"])
    }

    @Test func `each leaves out the total and warns where values can't be summed`() throws {
        let plan = try planner.plan("y25i01", [("benefitGroup", "each")])

        #expect(plan.members("benefitGroup") == ["DP", "KTH"])
        #expect(plan.notes == [.notAdditive(Code("pctWorkforce"))])
    }

    @Test func `values may be a list, or repeated, or both`() throws {
        let query = ObservationQuery(
            indicators: ["y01a02"],
            isJoined: false,
            parameters: [
                .init(name: "area", values: ["851,DK", "in:1085"]),
                .init(name: "area", values: ["101"]),
            ]
        )

        let plan = try planner.plan(query)

        #expect(plan.members("area") == ["DK", "101", "330", "851"])
        #expect(plan.canonical.first?.values == ["DK,101,851,in:1085"])
    }

    @Test func `what is left out is the country and the total, which is no column`() throws {
        let plan = try planner.plan("y01a02", [])

        #expect(plan.axes.map(\.dimension.text) == ["area"])
        #expect(plan.members("area") == ["DK"])
        #expect(plan.columns.map(\.name) == ["persons", "pctWorkforce"])
        #expect(plan.cellBound == 1 * 13 * 2)
    }

    @Test func `a named total is a column`() throws {
        let plan = try planner.plan("y01a02", [("gender", "TOT")])

        #expect(plan.axes.map(\.dimension.text) == ["area", "gender"])
        #expect(plan.canonicalText == "area=DK&period=2025M07..2026M07&gender=TOT")
    }

    @Test func `a dimension without a total opens fully, with a note`() throws {
        let plan = try planner.plan("y10a01", [])

        #expect(plan.members("fund") == ["D86", "D40"])
        #expect(plan.notes == [.dimensionOpened(Code("fund"))])
        #expect(plan.canonicalText == "area=DK&period=2026M01..2026M07&fund=*")
    }

    @Test func `dimensions are columns in the catalogue's order, however they are asked for`()
        throws
    {
        let plan = try planner.plan("y01a02", [("age", "30-,TOT"), ("gender", "K,M")])

        #expect(plan.axes.map(\.dimension.text) == ["area", "gender", "age"])
        #expect(plan.members("gender") == ["M", "K"])
        #expect(plan.members("age") == ["TOT", "30-"])
    }
}
