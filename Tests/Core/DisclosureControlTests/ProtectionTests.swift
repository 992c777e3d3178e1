internal import DisclosureControl
internal import StatisticsFixtures
internal import StatisticsModel
internal import Testing

/// Tables worked by hand.
///
/// Rows of `SmallCountry`: DK, regions, councils, centre, municipalities.
struct ProtectionTests {
    private let census = Census(
        SmallCountry.indicator(
            [Code("gender")],
            cubes: [SmallCountry.cube(Code("areaByGender"), [Code("gender")])]
        )
    )

    /// Cells of women and men of 101, 102, 103, 104, 105, 201, 202 and the unknown.
    private func pattern(_ women: [Int], _ men: [Int]) -> (ProtectedPattern, [String]) {
        let persons = zip(women, men).flatMap { [$0, $1] }
        let input = ProtectionInput(counts: census.counts(persons))
        let pattern = census.shape.protect(input).pattern
        let areas = [
            "DK", "1084", "1085", "HOV", "SJ", "FYN", "18500", "101", "102", "103", "104", "105",
            "201", "202", "UOPL",
        ]
        var names: [String] = []
        for (row, cell) in census.shape.cells[0].enumerated() where pattern.hidden[Int(cell)] {
            names.append("\(areas[row / 3]) \(["TOT", "K", "M"][row % 3])")
        }
        return (pattern, names)
    }

    @Test func `nothing is withheld where every cell has three persons`() {
        let (_, names) = pattern([9, 8, 7, 6, 5, 9, 9, 3], [9, 9, 9, 9, 9, 9, 9, 3])

        #expect(names.isEmpty)
    }

    @Test func `a small cell takes the sibling in its line and the same pair next door`() {
        let (_, names) = pattern([40, 50, 2, 60, 70, 80, 90, 30], [41, 51, 9, 61, 71, 81, 91, 31])

        #expect(
            names.sorted() == ["101 K", "101 M", "103 K", "103 M", "18500 K", "18500 M"].sorted()
        )
    }

    @Test func `a hidden total hides its line, and a second total`() {
        let (_, names) = pattern([40, 50, 60, 1, 70, 80, 90, 30], [41, 51, 61, 1, 71, 81, 91, 31])

        #expect(Set(names).isSuperset(of: ["104 TOT", "104 K", "104 M"]))
        #expect(Set(names).isSuperset(of: ["105 TOT", "105 K", "105 M"]))
        #expect(names.count == 6)
    }

    @Test func `zeros are withheld but need no company`() {
        let (_, names) = pattern([40, 50, 0, 60, 70, 80, 90, 30], [41, 51, 9, 61, 71, 81, 91, 31])

        #expect(names == ["103 K"])
    }

    @Test func `structural zeros are shown`() {
        let counts = census.counts([40, 41, 50, 51, 0, 9] + Array(repeating: 60, count: 10))
        var input = ProtectionInput(counts: counts)
        input.structural = CellMask(count: counts.count) { counts[$0] == 0 }

        let result = census.shape.protect(input)

        #expect(result.pattern.hidden.isEmpty)
        #expect(result.report.cubes[0].cells == 45)
    }

    @Test func `two persons alone in a line are not left as its hidden sum`() {
        let census = Census(
            SmallCountry.indicator(
                [Code("age")],
                cubes: [SmallCountry.cube(Code("a"), [Code("age")], levels: [Code("country")])]
            )
        )
        let input = ProtectionInput(counts: [22, 1, 1, 20])

        let pattern = census.shape.protect(input).pattern

        #expect(pattern.hidden.memberCount == 3)
    }

    @Test func `the same input gives the same pattern`() {
        var random = SeededRandom(seed: 5)
        let persons = census.persons(scale: 30, &random)
        let input = ProtectionInput(counts: census.counts(persons))
        let first = census.shape.protect(input)

        for _ in 0..<20 {
            let again = census.shape.protect(input)
            #expect(again.pattern == first.pattern)
            #expect(again.report == first.report)
        }
    }

    @Test func `the report counts each cell once`() {
        let counts = census.counts([40, 41, 50, 51, 2, 9, 60, 61, 70, 71, 80, 81, 90, 91, 0, 31])

        let report = census.shape.protect(ProtectionInput(counts: counts)).report

        #expect(report.cubes[0].primary == 1)
        #expect(report.cubes[0].zeros == 1)
        #expect(report.cubes[0].complementary == 5)
        #expect(report.cubes[0].retained == 0)
        #expect(report.exposedCells == 0)
    }

    @Test func `what another indicator withholds is withheld here, and kept from being derived`() {
        let counts = census.counts(Array(repeating: 50, count: 16))
        let women = census.shape.cells[0][1]
        var input = ProtectionInput(counts: counts)
        input.given = GivenPattern(
            links: [(cell: women, other: 0)],
            pattern: ProtectedPattern(
                hidden: CellMask(count: 1) { _ in true },
                guarded: CellMask(count: 1)
            ),
            cellCount: census.shape.cellCount
        )

        let pattern = census.shape.protect(input).pattern

        #expect(pattern.hidden[Int(women)])
        let fallen = census.shape.derivableCells(ofHidden: pattern.hidden)
        #expect(!fallen[Int(women)])
    }

    @Test func `forced cells are protected like small ones`() {
        let counts = census.counts(Array(repeating: 50, count: 16))
        let cell = Int(census.shape.cells[0][10 * 3 + 1])
        var input = ProtectionInput(counts: counts)
        input.forced = CellMask(count: counts.count) { $0 == cell }

        let pattern = census.shape.protect(input).pattern

        #expect(pattern.hidden[cell])
        #expect(census.shape.derivableCells(ofHidden: pattern.hidden).isEmpty)
    }
}
