internal import DisclosureControl
internal import StatisticsFixtures
internal import StatisticsModel
internal import Testing

/// No sensitive cell follows from what is shown: random countries against exact linear algebra.
struct ProtectionLawTests {
    @Test(arguments: 0..<12)
    func `nothing sensitive follows in tables of areas by two dimensions`(trial: Int) {
        let indicator = SmallCountry.indicator(
            [Code("gender"), Code("age")],
            cubes: [
                SmallCountry.cube(
                    Code("both"),
                    [Code("gender"), Code("age")],
                    oneWay: [Code("region"), Code("rar")]
                )
            ]
        )

        expectSafe(indicator, seed: UInt64(100 + trial), scale: 8 << (trial % 5))
    }

    @Test(arguments: 0..<12)
    func `nothing sensitive follows over groups, joined groups and cubes`(trial: Int) {
        let indicator = SmallCountry.indicator(
            [Code("activationType"), Code("origin")],
            cubes: [
                SmallCountry.cube(Code("offer"), [Code("activationType")]),
                SmallCountry.cube(
                    Code("origin"),
                    [Code("origin")],
                    levels: [Code("country"), Code("region"), Code("municipality")]
                ),
                SmallCountry.cube(
                    Code("country"),
                    [Code("activationType"), Code("origin")],
                    levels: [Code("country")]
                ),
            ]
        )

        expectSafe(indicator, seed: UInt64(200 + trial), scale: 8 << (trial % 5))
    }

    @Test(arguments: 0..<10)
    func `nothing sensitive follows in national tables of three dimensions`(trial: Int) {
        let indicator = SmallCountry.indicator(
            [Code("gender"), Code("age"), Code("origin")],
            cubes: [
                SmallCountry.cube(
                    Code("both"),
                    [Code("gender"), Code("age")],
                    oneWay: [Code("region"), Code("rar"), Code("jobCentre"), Code("municipality")]
                ),
                SmallCountry.cube(
                    Code("country"),
                    [Code("gender"), Code("age"), Code("origin")],
                    levels: [Code("country")]
                ),
            ]
        )

        expectSafe(indicator, seed: UInt64(300 + trial), scale: 8 << (trial % 5))
    }

    @Test(arguments: 0..<12)
    func `one pattern protects several counts of a row`(trial: Int) {
        let indicator = SmallCountry.indicator(
            [Code("gender"), Code("age")],
            cubes: [SmallCountry.cube(Code("both"), [Code("gender"), Code("age")])]
        )
        let census = Census(indicator)
        var random = SeededRandom(seed: UInt64(400 + trial))
        let counts = (0..<3)
            .map { _ in census.counts(census.persons(scale: 16 << (trial % 4), &random)) }

        let result = census.shape.protect(
            ProtectionInput(counts: counts[0]),
            with: counts.dropFirst().map { (counts: $0, structural: nil) }
        )

        for counts in counts {
            expectSafe(
                counts,
                hidden: result.pattern.hidden,
                census,
                note: "seed \(400 + trial)"
            )
        }
        #expect(result.report.exposedCells == 0)
    }

    @Test(arguments: [0, 1, 2, 3])
    func `the gate ends on countries that are nearly empty`(size: Int) {
        let indicator = SmallCountry.indicator(
            [Code("gender"), Code("age")],
            cubes: [SmallCountry.cube(Code("both"), [Code("gender"), Code("age")])]
        )
        let census = Census(indicator)

        for group in 0..<census.groupCount {
            var persons = [Int](repeating: 0, count: census.groupCount)
            persons[group] = size
            persons[(group * 7 + 3) % census.groupCount] += 1
            check(census, persons, note: "group \(group), size \(size)")
        }
    }

    private func expectSafe(_ indicator: Indicator, seed: UInt64, scale: Int) {
        let census = Census(indicator)
        var random = SeededRandom(seed: seed)

        check(census, census.persons(scale: scale, &random), note: "seed \(seed)")
    }

    private func check(_ census: Census, _ persons: [Int], note: String) {
        let counts = census.counts(persons)
        let result = census.shape.protect(ProtectionInput(counts: counts))

        expectSafe(counts, hidden: result.pattern.hidden, census, note: note)
        #expect(result.report.exposedCells == 0)
    }

    private func expectSafe(_ counts: [Int32], hidden: CellMask, _ census: Census, note: String) {
        var oracle = ExactOracle()
        for cell in counts.indices where !hidden[cell] {
            #expect(counts[cell] >= 3, "\(note): cell \(cell) is shown")
            oracle.learn(Dictionary(uniqueKeysWithValues: census.groups[cell].map { ($0, 1) }))
        }
        for cell in counts.indices where (1...2).contains(counts[cell]) {
            let wanted = Dictionary(uniqueKeysWithValues: census.groups[cell].map { ($0, 1) })
            #expect(!oracle.settles(wanted), "\(note): cell \(cell) falls")
        }
    }
}
