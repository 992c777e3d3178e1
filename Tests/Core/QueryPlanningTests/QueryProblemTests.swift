import QueryPlanning
import StatisticsModel
import Testing

@Suite struct QueryProblemTests {
    private let planner = QueryPlanner.july2026()

    @Test(arguments: WordingSample.all)
    func `each problem is told in exactly these words`(sample: WordingSample) {
        let problems = planner.problems(.asking(sample.indicators, sample.parameters))

        #expect(problems.map(\.kind) == [sample.kind])
        #expect(problems.first?.detail.danish == sample.danish)
        #expect(problems.first?.detail.english == sample.english)
        #expect(problems.first?.suggestion == sample.suggestion)
    }

    @Test func `every kind of problem has a sample`() {
        #expect(Set(WordingSample.all.map(\.kind)) == Set(QueryProblem.Kind.allCases))
    }

    @Test func `all problems are told at once, in the order of the question`() {
        let query = ObservationQuery.asking(
            ["y01a02"],
            [
                ("limit", "0"), ("colour", "red"), ("period", "2026M13"), ("gender", "X9,kvinne"),
                ("measure", "person"), ("sort", "-persons,nothing"), ("area", "cluster:5,,999"),
            ]
        )

        let problems = planner.problems(query)

        #expect(
            problems.map(\.parameter) == [
                "limit", "colour", "period", "gender", "gender", "measure", "sort", "area", "area",
                "area",
            ]
        )
        #expect(
            problems.map(\.value) == [
                "0", nil, "2026M13", "X9", "kvinne", "person", "nothing", "", "cluster:5", "999",
            ]
        )
    }

    @Test func `a misspelt measure is told once although rows are sorted by it`() {
        let parameters = [("measure", "pctWorkforc"), ("sort", "-persons")]

        let problems = planner.problems(.asking(["y01a02"], parameters))

        #expect(problems.map(\.parameter) == ["measure"])
    }

    @Test func `no more than a hundred problems are told, with bounded work`() {
        let terms = (0..<5_000).map { "x\($0)" }.joined(separator: ",")

        let problems = planner.problems(.asking(["y01a02"], [("area", terms)]))

        #expect(problems.count == 100)
    }

    @Test(arguments: ["area", "gender", "period", "measure", "sort", "limit"])
    func `an empty value is refused with what is allowed`(name: String) {
        for value in ["", " ", ",", "latest,"] {
            let problems = planner.problems(.asking(["y01a02"], [(name, value)]))

            #expect(problems.contains { $0.kind == .emptyValue && $0.parameter == name })
            #expect(problems.first { $0.kind == .emptyValue }?.allowed.isEmpty == false)
        }
    }

    @Test func `a question about nothing is refused`() {
        #expect(planner.problems(.asking([], [])).map(\.kind) == [.emptyValue])
        #expect(planner.problems(.asking([""], [])).map(\.kind) == [.emptyValue])
    }
}
