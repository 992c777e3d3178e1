import QueryPlanning
import StatisticsModel
import Testing

@Suite struct PeriodGrammarTests {
    private let planner = QueryPlanner.july2026()

    @Test(arguments: [
        ("2026M07", "2026M07"),
        ("2026m7", "2026M07"),
        ("2026-07", "2026M07"),
        ("2026Q02", "2026Q02"),
        ("2026-Q2", "2026Q02"),
        ("2026QMAT02", "2026QMAT02"),
        ("2025Y01", "2025Y01"),
        ("2025", "2025M01..2025M12"),
        ("2026", "2026M01..2026M07"),
        ("M:2025", "2025M01..2025M12"),
        ("Q:2025", "2025Q01..2025Q04"),
        ("Y:2025", "2025Y01"),
        ("Y:2024..2025", "2024Y01..2025Y01"),
        ("2025M11..2026M02", "2025M11..2026M02"),
        ("2025-11 .. 2026-02", "2025M11..2026M02"),
        ("2026M05..", "2026M05..2026M07"),
        ("..2023M02", "2023M01..2023M02"),
        ("2026..", "2026M01..2026M07"),
        ("..2023", "2023M01..2023M12"),
        ("2025..2026M02", "2025M01..2026M02"),
        ("2020M01..2023M01", "2023M01"),
        ("QMAT:2026..", "2026QMAT01..2026QMAT02"),
        ("latest", "2026M07"),
        ("LATEST:2", "2026M06..2026M07"),
        ("Q:latest", "2026Q02"),
        ("QMAT:latest:8", "2024QMAT03..2026QMAT02"),
        ("qmat:Latest:2", "2026QMAT01..2026QMAT02"),
        ("*", "2023M01..2026M07"),
        ("M:*", "2023M01..2026M07"),
        ("Y:*", "2023Y01..2025Y01"),
        ("latestFinal", "2026M06"),
        ("Q:latestfinal", "2026Q02"),
        ("2026M07,2025M07,2026M06,latest", "2025M07,2026M06..2026M07"),
    ])
    func `each form of period is read`(form: String, canonical: String) throws {
        let plan = try planner.plan("y07a02", [("period", form)])

        #expect(plan.canonicalText == "area=DK&period=\(canonical)")
        #expect(plan.periods == plan.periods.sorted())
        #expect(Set(plan.periods.map(\.type)).count == 1)
    }

    @Test func `the newest thirteen periods of the first length stand for none`() throws {
        let plan = try planner.plan("y07a02", [])

        #expect(plan.periods.count == 13)
        #expect(plan.periods.first?.description == "2025M07")
        #expect(plan.periods.last?.description == "2026M07")
        #expect(plan.notes.isEmpty)
    }

    @Test func `asking for more periods than there are gives those and a note`() throws {
        let exact = try planner.plan("y10a01", [("fund", "D86"), ("period", "latest:7")])
        let beyond = try planner.plan("y10a01", [("fund", "D86"), ("period", "latest:24")])

        #expect(exact.notes.isEmpty)
        #expect(beyond.periods == exact.periods)
        #expect(beyond.notes == [.fewerPeriods(asked: 24, found: 7)])
    }

    @Test(arguments: [
        "2026M13", "2026M00", "2026Q05", "26M01", "0", "latest:0", "latest:-1", "latest:x",
        "latest:99999", "X:latest", "..", "M:..", "2026M01...2026M02", "2026M01..x", "M:", ":",
        "latest:", "2026-7", "2026M01-2026M02", "1800", "æ", "２０２６",
    ])
    func `what is no period is refused`(text: String) {
        let problems = planner.problems(.asking(["y07a02"], [("period", text)]))

        #expect(problems.map(\.kind) == [.invalidPeriod])
        #expect(problems.map(\.value) == [text])
        #expect(problems.first?.suggestion == "latest")
        #expect(
            problems.first?.allowed == [
                "2023M01..2026M07", "2023Q01..2026Q02", "2024QMAT01..2026QMAT02",
                "2023Y01..2025Y01",
            ]
        )
    }

    @Test(arguments: ["2026M08", "2022M12", "2027", "2026M08..", "..2022M12", "1990"])
    func `a period without figures is refused`(text: String) {
        let problems = planner.problems(.asking(["y07a02"], [("period", text)]))

        #expect(problems.map(\.kind) == [.invalidPeriod])
        #expect(problems.map(\.suggestion) == ["latest"])
    }

    @Test(arguments: [
        ("2026M01,2026Q01", "2026M01"),
        ("2026Q01,2026M01,2026Q02", "2026Q01,2026Q02"),
        ("latest,QMAT:latest", "latest"),
        ("Y:2025,2025", "Y:2025"),
        ("2026M01..2026Q02", "latest"),
        ("Q:2026M01", "latest"),
        ("2025..2026Q01", "latest"),
    ])
    func `lengths may not be mixed`(text: String, suggestion: String) {
        let problems = planner.problems(.asking(["y07a02"], [("period", text)]))

        #expect(problems.map(\.kind) == [.mixedPeriodTypes])
        #expect(problems.map(\.allowed) == [["M", "Q", "QMAT", "Y"]])
        #expect(problems.map(\.suggestion) == [suggestion])
    }

    @Test func `the hint for a bad period is of the length of the good ones`() {
        let query = ObservationQuery.asking(["y07a02"], [("period", "2026Q01,2026Q07,2029Q01")])

        let problems = planner.problems(query)

        #expect(problems.map(\.value) == ["2026Q07", "2029Q01"])
        #expect(problems.map(\.suggestion) == ["Q:latest", "Q:latest"])
    }

    @Test func `an indicator without figures gives an empty plan and a note`() throws {
        let plan = try planner.plan("y99a01", [("period", "2026M01")])

        #expect(plan.periods.isEmpty)
        #expect(plan.cellBound == 0)
        #expect(plan.notes == [.noFigures(Code("y99a01"))])
        #expect(plan.canonicalText == "area=DK")
    }
}
