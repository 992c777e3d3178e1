internal import DisclosureControl
internal import StatisticsFixtures
internal import StatisticsModel
internal import Testing

/// Nothing sensitive follows from several snapshots together, when whoever kept them knows which
/// cells did not change.
struct RevisionLawTests {
    /// One release of the same period.
    private struct Release {
        let persons: [Int]
        let counts: [Int32]
        let changed: CellMask
        let pattern: ProtectedPattern
        let report: ProtectionReport
    }

    private let census = Census(
        SmallCountry.indicator(
            [Code("gender"), Code("age")],
            cubes: [
                SmallCountry.cube(
                    Code("both"),
                    [Code("gender"), Code("age")],
                    oneWay: [Code("region"), Code("rar")]
                )
            ]
        )
    )

    @Test(arguments: 0..<12)
    func `nothing sensitive follows from a sequence of snapshots`(trial: Int) {
        let seed = UInt64(400 + trial)
        var random = SeededRandom(seed: seed)
        let persons = census.persons(scale: 10 << (trial % 4), &random)
        var releases = [release(persons, after: nil)]

        for _ in 0..<3 {
            let revised = revise(
                releases[releases.count - 1].persons,
                share: trial % 3 == 0 ? 30 : 4,
                &random
            )
            releases.append(release(revised, after: releases.last))
        }

        let oracle = oracle(releases)
        for (place, release) in releases.enumerated() {
            for cell in release.counts.indices where (1...2).contains(release.counts[cell]) {
                #expect(release.pattern.hidden[cell])
                #expect(
                    !oracle.settles(combination(of: cell, in: place)),
                    "seed \(seed): cell \(cell) of snapshot \(place) falls"
                )
            }
        }
    }

    @Test func `without changes the pattern stays`() {
        var random = SeededRandom(seed: 7)
        let first = release(census.persons(scale: 40, &random), after: nil)

        let second = release(first.persons, after: first)

        #expect(second.pattern == first.pattern)
    }

    @Test func `what was withheld stays withheld, and what was shown is shown again`() {
        var random = SeededRandom(seed: 8)
        let first = release(census.persons(scale: 40, &random), after: nil)

        let second = release(revise(first.persons, share: 5, &random), after: first)

        for cell in second.counts.indices where first.pattern.hidden[cell] {
            #expect(second.pattern.hidden[cell])
        }
        for cell in second.counts.indices
        where !first.pattern.hidden[cell] && !second.changed[cell] {
            #expect(!second.pattern.hidden[cell])
        }
    }

    @Test func `one person less hides everything that tells of that person`() {
        let size = census.groupCount
        let first = release([Int](repeating: 3, count: size), after: nil)
        var persons = first.persons
        persons[0] = 2

        let second = release(persons, after: first)

        #expect(first.pattern.hidden.isEmpty)
        for cell in second.counts.indices {
            #expect(second.pattern.hidden[cell] == census.groups[cell].contains(0))
        }
        #expect(second.report.exposedCells == 0)
    }

    private func release(_ persons: [Int], after previous: Release?) -> Release {
        let counts = census.counts(persons)
        var input = ProtectionInput(counts: counts)
        var changed = CellMask(count: counts.count)
        if let previous {
            for cell in counts.indices {
                changed[cell] = census.groups[cell]
                    .contains { group in
                        persons[group] != previous.persons[group]
                    }
            }
            input.previous = previous.pattern
            input.changed = changed
        }
        let result = census.shape.protect(input)
        return Release(
            persons: persons,
            counts: counts,
            changed: changed,
            pattern: result.pattern,
            report: result.report
        )
    }

    private func revise(
        _ persons: [Int],
        share: Int,
        _ random: inout SeededRandom
    ) -> [Int] {
        persons.map { count in
            guard Int.random(in: 0..<100, using: &random) < share else { return count }
            return max(0, count + Int.random(in: -2...2, using: &random))
        }
    }

    /// Everything that somebody knows who kept all releases: shown cells, and what didn't change.
    private func oracle(_ releases: [Release]) -> ExactOracle {
        var oracle = ExactOracle()
        for (place, release) in releases.enumerated() {
            for cell in release.counts.indices {
                if !release.pattern.hidden[cell] {
                    oracle.learn(combination(of: cell, in: place))
                }
                if place > 0, !release.changed[cell] {
                    var difference = combination(of: cell, in: place)
                    for (group, factor) in combination(of: cell, in: place - 1) {
                        difference[group] = -factor
                    }
                    oracle.learn(difference)
                }
            }
        }
        return oracle
    }

    private func combination(of cell: Int, in release: Int) -> [Int: Int] {
        Dictionary(
            uniqueKeysWithValues: census.groups[cell]
                .map { group in
                    (release * census.groupCount + group, 1)
                }
        )
    }
}
