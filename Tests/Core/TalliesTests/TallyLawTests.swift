import StatisticsFixtures
import StatisticsModel
import Testing

@testable import Tallies

@Suite struct TallyLawTests {
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `all figures are those that the definitions give`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let trial = TallyTrial(using: &random)

        let tally = trial.tally(of: trial.persons, in: trial.months)

        #expect(trial.differences(of: tally, persons: trial.persons) == [], "seed \(seed)")
    }

    @Test(arguments: 11...16 as ClosedRange<UInt64>)
    func `window by window gives the same as all at once`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let trial = TallyTrial(using: &random)
        var tally = IndicatorTally(trial.plan)

        var first = trial.months.lowerBound
        while first <= trial.months.upperBound {
            let last = min(
                first + Int32.random(in: 0...13, using: &random),
                trial.months.upperBound
            )
            for person in trial.persons {
                // A rule is asked for the window and the eleven months before it.
                let known = person.contributions.entries.filter {
                    (first - 11...last).contains($0.month)
                }
                tally.add(Self.contributions(known), born: person.born, in: first...last)
            }
            first = last + 1
        }

        let whole = trial.tally(of: trial.persons, in: trial.months)
        #expect(tally.counts == whole.counts, "seed \(seed)")
        #expect(tally.amounts == whole.amounts, "seed \(seed)")
    }

    @Test(arguments: 21...26 as ClosedRange<UInt64>)
    func `who is taken away was never there, in whatever order`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let trial = TallyTrial(using: &random)
        let gone = trial.persons.prefix(7)
        var tally = trial.tally(of: trial.persons, in: trial.months)

        for person in gone.shuffled(using: &random) {
            let entries = person.contributions.entries.shuffled(using: &random)
            tally.remove(Self.contributions(entries), born: person.born, in: trial.months)
        }

        let rest = trial.tally(of: Array(trial.persons.dropFirst(7)), in: trial.months)
        #expect(tally.counts == rest.counts, "seed \(seed)")
        #expect(tally.amounts == rest.amounts, "seed \(seed)")
    }

    @Test(arguments: 31...34 as ClosedRange<UInt64>)
    func `tallies of different persons merge into that of all`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let trial = TallyTrial(using: &random)
        var tally = trial.tally(of: Array(trial.persons.prefix(9)), in: trial.months)

        tally.merge(trial.tally(of: Array(trial.persons.dropFirst(9)), in: trial.months))

        let whole = trial.tally(of: trial.persons, in: trial.months)
        #expect(tally.counts == whole.counts, "seed \(seed)")
        #expect(tally.amounts == whole.amounts, "seed \(seed)")
    }

    @Test(arguments: 41...42 as ClosedRange<UInt64>)
    func `figures asked for one by one are those asked for at once`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let trial = TallyTrial(using: &random)
        let tally = trial.tally(of: trial.persons, in: trial.months)

        for type in PeriodType.allCases {
            let known = trial.plan.periods(of: type)
            let all = tally.figures(cube: 0, type: type, ordinals: known).persons
            let rows = trial.plan.cubes[0].memberRows
            for (column, ordinal) in known.enumerated() {
                let one = tally.figures(cube: 0, type: type, ordinals: ordinal..<ordinal + 1)
                let expected = (0..<rows).map { all[$0 * known.count + column] }
                #expect(one.persons == expected, "seed \(seed)")
            }
        }
    }

    private static func contributions(_ entries: [Contributions.Entry]) -> Contributions {
        var contributions = Contributions()
        for entry in entries {
            contributions.add(
                Int(entry.part),
                month: entry.month,
                leaf: entry.leaf,
                amount: entry.amount
            )
        }
        return contributions
    }
}
