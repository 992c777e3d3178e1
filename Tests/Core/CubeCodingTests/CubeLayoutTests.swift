import CubeCoding
import StatisticsFixtures
import StatisticsModel
import Testing

@Suite struct CubeLayoutTests {
    @Test func `rows stand by area, then by the other dimensions`() {
        let layout = Self.layout([("area", ["DK", "101"]), ("gender", ["TOT", "M", "K"])])

        let rows = (0..<layout.rowCount).map { layout.members(ofRow: $0).map(\.text) }

        #expect(
            rows == [
                ["DK", "TOT"], ["DK", "M"], ["DK", "K"], ["101", "TOT"], ["101", "M"],
                ["101", "K"],
            ]
        )
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `every row's members lead back to it, and its text to the layout`(seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        for _ in 0..<20 {
            let layout = Self.random(using: &random)

            let rows = (0..<layout.rowCount).map { layout.ordinal(of: layout.members(ofRow: $0)) }
            let offsets = (0..<layout.rowCount)
                .map { row in
                    layout.members(ofRow: row).enumerated()
                        .reduce(0) { $0 + (layout.offset(of: $1.element, onAxis: $1.offset) ?? -1) }
                }

            #expect(rows == Array(0..<layout.rowCount), "seed \(seed)")
            #expect(offsets == Array(0..<layout.rowCount), "seed \(seed)")
            #expect(CubeLayout(parsing: layout.text) == layout, "seed \(seed)")
            #expect(layout.hash == ContentHash(sha256: Array(layout.text.utf8)), "seed \(seed)")
        }
    }

    @Test(arguments: [
        (1, 1_024, 1), (3, 1_023, 3), (1_024, 1_024, 1), (2_048, 2_048, 1), (2_049, 1_024, 3),
    ])
    func `blocks hold whole areas wherever these are small enough`(
        rowsPerArea: Int,
        blockRows: Int,
        blocksOfArea: Int
    ) {
        let members = (0..<rowsPerArea).map { "m\($0)" }

        let layout = Self.layout([("area", ["DK"]), ("age", members)])

        #expect(layout.blockRows == blockRows)
        #expect(rowsPerArea < 1_024 || layout.blockCount == blocksOfArea)
    }

    @Test func `blocks hold all rows, the last one what is left`() {
        let layout = Self.layout([
            ("area", (0..<500).map { "a\($0)" }), ("age", ["TOT", "x", "y"]),
        ])

        let rows = (0..<layout.blockCount).map(layout.rows(inBlock:))

        #expect(rows == [1_023, 477])
    }

    @Test func `a member without a place has no row`() {
        let layout = Self.layout([("area", ["DK"]), ("gender", ["TOT"])])

        #expect(layout.ordinal(of: [Code("DK"), Code("M")]) == nil)
        #expect(layout.offset(of: Code("M"), onAxis: 1) == nil)
    }

    @Test(arguments: [
        "", "cubelayout 1\ndecimals 0\n", "cubelayout 2\ndecimals 0\narea DK\n",
        "cubelayout 1\ndecimals 0\narea DK", "cubelayout 1\ndecimals 0\narea DK\n\n",
        "cubelayout 1\ndecimals 0\narea  DK\n", "cubelayout 1\ndecimals 00\narea DK\n",
        "cubelayout 1\ndecimals -1\narea DK\n", "cubelayout 1\ndecimals 7\narea DK\n",
        "cubelayout 1\ndecimals 0\narea\n", "cubelayout 1\ndecimals 0\narea DK DK\n",
        "cubelayout 1\ndecimals 0\narea 084\n", "cubelayout 1\r\ndecimals 0\r\narea DK\r\n",
    ])
    func `text that is not a layout's is refused`(text: String) {
        #expect(CubeLayout(parsing: text) == nil)
    }

    @Test func `a layout's text with more rows than can be counted is refused`() {
        let members = (0..<1_000).map { "m\($0)" }.joined(separator: " ")
        let axes = (0..<8).map { "d\($0) \(members)\n" }.joined()

        #expect(CubeLayout(parsing: "cubelayout 1\ndecimals 0\n" + axes) == nil)
    }

    @Test func `another order of members or other decimals are another layout`() {
        let layouts = [
            Self.layout([("area", ["DK", "101"])]),
            Self.layout([("area", ["101", "DK"])]),
            Self.layout([("area", ["DK", "101"])], decimals: 1),
        ]

        #expect(Set(layouts.map(\.hash)).count == 3)
    }

    @Test func `a cube of the catalogue has the members that own a cell, on its levels`() throws {
        let catalogue = Catalogue.small()
        let indicator = try #require(catalogue.indicator(Code("y01a02")))
        let area = try #require(catalogue.dimension(.area))
        for cube in indicator.cubes {
            let layout = CubeLayout(
                of: cube,
                measure: indicator.measures[1],
                indicator: indicator,
                in: catalogue
            )

            let areas = area.members.filter { member in
                member.sharesCellWith == nil
                    && (member.level.map(cube.levels.contains) ?? true)
            }
            #expect(layout.axes.map(\.dimension) == cube.dimensions)
            #expect(layout.axes.first?.members == areas.map(\.code))
            #expect(layout.decimals == 1)
        }
    }

    private static func layout(
        _ axes: [(String, [String])],
        decimals: Int = 0
    ) -> CubeLayout {
        CubeLayout(
            axes: axes.map { name, members in
                CubeLayout.Axis(dimension: code(name), members: members.map(code))
            },
            decimals: decimals
        )
    }

    private static func random(using random: inout SeededRandom) -> CubeLayout {
        let axes = ["area", "gender", "age", "origin"]
            .prefix(Int.random(in: 1...4, using: &random))
        return layout(
            axes.map { name in
                let count = Int.random(in: 1...9, using: &random)
                return (name, (0..<count).map { "m\($0)" }.shuffled(using: &random))
            },
            decimals: Int.random(in: 0...6, using: &random)
        )
    }

    private static func code<Subject>(_ text: String) -> Code<Subject> {
        do {
            return try Code(parsing: text)
        } catch {
            preconditionFailure("\(text) is a code")
        }
    }
}
