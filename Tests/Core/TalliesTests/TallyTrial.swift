import StatisticsFixtures
import StatisticsModel

@testable import Tallies

/// A random indicator with random persons who move, grow older and change their groups.
struct TallyTrial {
    let plan: TallyPlan
    let persons: [NaiveTally.Person]
    let months: ClosedRange<Int32>

    private let naive: NaiveTally

    init(using random: inout SeededRandom) {
        let first = month(2022, 1) + Int32.random(in: 0...11, using: &random)
        let months = first...first + Int32.random(in: 16...30, using: &random)
        self.months = months
        let further = [
            TallyCatalogue.benefitGroup, TallyCatalogue.gender, TallyCatalogue.age,
            TallyCatalogue.visitation,
        ]
        .filter { _ in Int.random(in: 0..<3, using: &random) > 0 }
        let dimensions = [TallyCatalogue.area] + further
        let cubes = [
            Self.cube(of: further, using: &random), Self.cube(of: further, using: &random),
        ]
        let indicator = TallyCatalogue.indicator(
            dimensions.map { IndicatorDimension(id: $0.id) },
            cubes: cubes
        )
        let catalogue = TallyCatalogue.catalogue(dimensions, indicator)
        let parts: [TallySpec.Part] = [.persons, .sum, .first, .last, .persons]
        let newest = [month(2026, 10), month(2027, 3)][Int.random(in: 0...1, using: &random)]
        let dataMonth = Period(type: .month, ordinal: Int(newest))
        plan = TallyPlan(
            spec: TallySpec(indicator: indicator.id, parts: parts, measures: [], lag: 0),
            indicator: indicator,
            catalogue: catalogue,
            dataMonth: dataMonth,
            months: months
        )
        naive = NaiveTally(
            catalogue: catalogue,
            indicator: indicator,
            parts: parts,
            day: dataMonth.lastDay
        )
        persons = (0..<20).map { _ in Self.person(in: months, using: &random) }
    }

    /// Tallies persons.
    func tally(
        of persons: [NaiveTally.Person],
        in window: ClosedRange<Int32>
    ) -> IndicatorTally {
        var tally = IndicatorTally(plan)
        for person in persons {
            tally.add(person.contributions, born: person.born, in: window)
        }
        return tally
    }

    /// Tells where a tally's figures are not those of the definitions.
    func differences(of tally: IndicatorTally, persons: [NaiveTally.Person]) -> [String] {
        var differences: [String] = []
        for (number, cube) in plan.indicator.cubes.enumerated() {
            let axes = naive.axes(of: cube)
            for type in PeriodType.allCases {
                for ordinal in plan.periods(of: type) {
                    let period = Period(type: type, ordinal: ordinal)
                    let columns = PartColumns(
                        of: tally,
                        cube: number,
                        type: type,
                        ordinals: ordinal..<ordinal + 1
                    )
                    for part in plan.spec.parts.indices {
                        let expected = naive.figures(
                            ofPart: part,
                            cube: cube,
                            axes: axes,
                            period: period,
                            persons: persons
                        )
                        let found = zip(columns.values(ofPart: part), plan.cubes[number].isHeld)
                            .map { $1 ? $0 : nil }
                        if found != expected {
                            differences.append("cube \(number), part \(part), \(period)")
                        }
                    }
                }
            }
        }
        return differences
    }

    private static func cube(
        of further: [Dimension],
        using random: inout SeededRandom
    ) -> Cube {
        let crossed = further.shuffled(using: &random).prefix(Int.random(in: 0...2, using: &random))
        let levels = TallyCatalogue.allLevels.filter { level in
            level.text == "country" || Bool.random(using: &random)
        }
        return TallyCatalogue.cube(
            [.area] + further.map(\.id).filter { crossed.map(\.id).contains($0) },
            levels: levels,
            oneWayLevels: levels.filter { _ in Int.random(in: 0..<4, using: &random) == 0 }
        )
    }

    private static func person(
        in months: ClosedRange<Int32>,
        using random: inout SeededRandom
    ) -> NaiveTally.Person {
        var contributions = Contributions()
        var leaf = Leaf()
        leaf[.gender] = Int16.random(in: -1...1, using: &random)
        let steadiness = Int.random(in: 2...40, using: &random)
        // Months beyond the window are passed over, and come in any order.
        for _ in 0..<Int.random(in: 0...25, using: &random) {
            let month = Int32.random(
                in: months.lowerBound - 5...months.upperBound + 5,
                using: &random
            )
            if Int.random(in: 0..<steadiness, using: &random) == 0 {
                leaf[.area] = [0, 155, 185, 330, 400][Int.random(in: 0..<5, using: &random)]
            }
            if Int.random(in: 0..<steadiness, using: &random) == 0 {
                leaf[.targetGroup] = Int16.random(in: -1...8, using: &random)
            }
            if Int.random(in: 0..<steadiness, using: &random) == 0 {
                leaf[.benefit] = Int16.random(in: -1...21, using: &random)
            }
            if Int.random(in: 0..<steadiness, using: &random) == 0 {
                leaf[.age] = Int16.random(in: -1...50, using: &random)
            }
            contributions.add(
                Int.random(in: 0...4, using: &random),
                month: month,
                leaf: leaf,
                amount: Int64.random(in: -5...50, using: &random)
            )
        }
        let born = Int32.random(in: 5_000...16_000, using: &random)
        let isKnown = Int.random(in: 0..<8, using: &random) > 0
        return NaiveTally.Person(contributions: contributions, born: isKnown ? born : nil)
    }
}
