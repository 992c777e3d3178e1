import QueryPlanning
import StatisticsFixtures
import StatisticsModel
import Testing

@Suite struct CanonicalLawTests {
    private let planner = QueryPlanner.july2026()

    @Test(arguments: [1, 20_260_707, 0xC0FFEE] as [UInt64])
    func `planning the canonical question gives an equal plan`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        var planned = 0

        for turn in 0..<1_500 {
            let query = RandomQuestion.next(&random)
            guard let plan = try? planner.plan(query) else { continue }
            planned += 1
            let canonical = ObservationQuery(
                indicators: plan.indicators.map(\.text),
                isJoined: plan.isJoined,
                parameters: plan.canonical
            )
            let again = try? planner.plan(canonical)
            #expect(
                again == plan.withoutDefaultsTold,
                "seed \(seed), turn \(turn): \(query) became \(plan.canonicalText)"
            )
        }

        #expect(planned > 250, "seed \(seed): too few questions could be planned")
    }

    @Test(arguments: [7, 8] as [UInt64])
    func `a plan is in the catalogue's order, without repetitions, and is crossed`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let catalogue = Catalogue.planning()

        for turn in 0..<1_500 {
            let query = RandomQuestion.next(&random)
            guard let plan = try? planner.plan(query) else { continue }
            let context: Comment = "seed \(seed), turn \(turn): \(query)"
            #expect(plan.axes.first?.dimension == .area, context)
            #expect(isStrictlyAscending(plan.periods.map(\.ordinal)), context)
            #expect(Set(plan.periods.map(\.type)).count <= 1, context)
            let order = plan.axes.compactMap { axis in
                catalogue.dimensions.firstIndex { $0.id == axis.dimension }
            }
            #expect(isStrictlyAscending(order), context)
            for axis in plan.axes {
                let places = axis.members.compactMap {
                    catalogue.ordinal(of: $0, in: axis.dimension)
                }
                #expect(!places.isEmpty && places.count == axis.members.count, context)
                #expect(isStrictlyAscending(places), context)
                let total = catalogue.dimension(axis.dimension)?.total
                guard axis.dimension != .area, axis.members.contains(where: { $0 != total }) else {
                    continue
                }
                let crossed = plan.columns.allSatisfy {
                    $0.cube.dimensions.contains(axis.dimension)
                }
                #expect(crossed, context)
            }
        }
    }

    @Test(arguments: [99] as [UInt64])
    func `a refused question says what is wrong in both languages`(seed: UInt64) {
        var random = SeededRandom(seed: seed)

        for turn in 0..<1_500 {
            let query = RandomQuestion.next(&random)
            do {
                _ = try planner.plan(query)
            } catch {
                #expect(!error.problems.isEmpty, "seed \(seed), turn \(turn)")
                for problem in error.problems {
                    #expect(problem.allowed.count <= 50, "seed \(seed), turn \(turn)")
                    #expect(!problem.detail.danish.isEmpty, "seed \(seed), turn \(turn)")
                    #expect(problem.detail.english != nil, "seed \(seed), turn \(turn)")
                }
            }
        }
    }

    private func isStrictlyAscending(_ numbers: [Int]) -> Bool {
        zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
    }
}

/// Questions made at random from parts that are mostly right.
private enum RandomQuestion {
    private static let values: [(name: String, terms: [String])] = [
        (
            "area",
            [
                "DK", "101", "0851", "københavn", "10100", "1084", "RAR-HOV", "level:region",
                "level:jobCentre", "in:1084", "in:18500", "children:DK", "children:1085", "each",
                "*", "UOPL", "kobenhavm",
            ]
        ),
        ("gender", ["TOT", "M", "kvinde", "*", "each", "children:TOT"]),
        ("age", ["TOT", "30+", "16-24", "*", "each", "level:x"]),
        ("benefitGroup", ["TOT", "DP", "a-dagpenge", "*", "each"]),
        ("fund", ["D86", "86", "3f", "*", "each"]),
        (
            "period",
            [
                "latest", "latest:3", "latest:99", "2025", "2026M01..", "..2024M02", "Q:latest:2",
                "Q:2025", "Y:*", "QMAT:latest", "latestFinal", "2026-03", "2025M11..2026M02",
            ]
        ),
        ("measure", ["persons", "pctWorkforce", "fulltimePersons", "y01a02_persons"]),
        ("sort", ["-period", "area", "-persons", "gender", "pctWorkforce", "age"]),
        ("limit", ["1", "007", "0"]),
    ]

    private static let indicators = ["y25i01", "y01a02", "Y07A02", "y10a01", "y99a01"]

    static func next(_ random: inout SeededRandom) -> ObservationQuery {
        let isJoined = Int.random(in: 0..<4, using: &random) == 0
        let count = isJoined ? Int.random(in: 1...2, using: &random) : 1
        let chosen = indicators.shuffled(using: &random).prefix(count)
        var parameters: [(String, String)] = []
        for (name, terms) in values.shuffled(using: &random)
        where Int.random(in: 0..<4, using: &random) == 0 {
            let length = Int.random(in: 0..<3, using: &random) == 0 ? 2 : 1
            let picked = terms.shuffled(using: &random).prefix(length)
            parameters.append((name, picked.joined(separator: ",")))
        }
        return .asking(Array(chosen), parameters, isJoined: isJoined)
    }
}
