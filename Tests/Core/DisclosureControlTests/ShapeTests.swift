internal import DisclosureControl
internal import StatisticsModel
internal import Testing

/// Which sums hold between cells.
struct ShapeTests {
    @Test func `divisions beside each other each add up to the total`() {
        let shape = shape([Code("durationElapsed")], levels: [Code("country")])

        #expect(equations(of: shape) == [[0, 1, 2], [0, 3, 4, 5]])
    }

    @Test func `a group, an offer of its own and the group's offers nest`() {
        let shape = shape([Code("activationType")], levels: [Code("country")])

        // TOT, VO, VO.A, VO.B, NY
        #expect(equations(of: shape) == [[0, 1, 4], [1, 2, 3]])
    }

    @Test func `a joined group stands between the total and its members`() {
        let shape = shape([Code("origin")], levels: [Code("country")])

        // TOT, WESTERN, DAN, IMM, DES
        #expect(equations(of: shape) == [[0, 1, 2], [1, 3, 4]])
    }

    @Test func `areas nest by what they consist of`() {
        let shape = shape([], levels: SmallCountry.everyLevel)

        // 0 DK, 1–2 regions, 3–5 councils, 6 the shared centre, 7–13 municipalities, 14 unknown.
        #expect(
            equations(of: shape) == [
                [0, 1, 2, 14], [1, 3, 4], [2, 5], [3, 6, 9], [4, 10, 11], [5, 12, 13], [6, 7, 8],
            ]
        )
    }

    @Test func `a cell of two cubes is one cell`() {
        let indicator = SmallCountry.indicator(
            [Code("gender"), Code("age")],
            cubes: [
                SmallCountry.cube(Code("first"), [Code("gender")]),
                SmallCountry.cube(Code("second"), [Code("age")], levels: [Code("country")]),
            ]
        )

        let shape = ProtectionShape(
            of: indicator,
            in: SmallCountry.catalogue(indicator),
            on: SmallCountry.day
        )

        #expect(shape.cells[1][0] == shape.cells[0][0])
        #expect(shape.cellCount == 15 * 3 + 3)
        let counts = shape.counts(fromRows: [
            [Int32](repeating: 7, count: 45), [Int32](repeating: 9, count: 4),
        ])
        #expect(counts == [Int32](repeating: 7, count: 45) + [9, 9, 9])
    }

    @Test func `quarters hide where one month alone is withheld`() {
        let months = [0, 1, 3].map { hidden in CellMask(count: 3) { $0 < hidden } }

        let (forced, exposed) = PeriodEquations.quarter(ofMonths: months)

        #expect((0..<3).map { forced[$0] } == [false, true, true])
        #expect(exposed.isEmpty)
    }

    @Test func `years look through withheld quarters at their months`() {
        let none = CellMask(count: 1)
        let all = CellMask(count: 1) { _ in true }
        let months = [all] + [CellMask](repeating: none, count: 11)

        let shown = PeriodEquations.year(ofQuarters: [none, none, none, none], months: months)
        let alone = PeriodEquations.year(ofQuarters: [all, none, none, none], months: months)
        let moving = PeriodEquations.movingYear(ofQuarters: [all, none, none, none])

        #expect(shown.exposed[0] && !shown.forced[0])
        #expect(alone.forced[0] && !alone.exposed[0])
        #expect(moving.forced[0])
    }

    private func shape(
        _ dimensions: [Code<Dimension>],
        levels: [Code<Level>]
    ) -> ProtectionShape {
        let indicator = SmallCountry.indicator(
            dimensions,
            cubes: [SmallCountry.cube(Code("cube"), dimensions, levels: levels)]
        )
        return ProtectionShape(
            of: indicator,
            in: SmallCountry.catalogue(indicator),
            on: SmallCountry.day
        )
    }

    private func equations(of shape: ProtectionShape) -> [[Int32]] {
        (0..<shape.equationCount)
            .map { equation in
                let range =
                    Int(
                        shape.equationStarts[equation]
                    )..<Int(shape.equationStarts[equation + 1])
                return Array(shape.equationCells[range])
            }
            .sorted { $0[0] != $1[0] ? $0[0] < $1[0] : $0[1] < $1[1] }
    }
}
