internal import DisclosureControl
internal import StatisticsFixtures
internal import StatisticsModel

/// Persons in the finest groups there are, so that every cell is a plain sum over groups.
///
/// The census knows nothing of tables or equations: a cell is the set of groups that all of its
/// members hold. So whether a cell follows from others is a question of linear algebra alone.
struct Census {
    let shape: ProtectionShape
    /// For each cell, its groups.
    let groups: [[Int]]
    let groupCount: Int

    init(_ indicator: Indicator) {
        let catalogue = SmallCountry.catalogue(indicator)
        shape = ProtectionShape(of: indicator, in: catalogue, on: SmallCountry.day)
        let members = indicator.dimensions.map { catalogue.members(of: $0).map(\.code) }
        let finest = zip(indicator.dimensions, members)
            .map { use, codes in
                codes.filter { code in !codes.contains { $0 != code && Self.isPart($0, of: code) } }
                    .filter { use.id != .area || $0.text != "18500" }
            }
        groupCount = finest.reduce(1) { $0 * $1.count }
        var groups = [[Int]](repeating: [], count: shape.cellCount)
        for (cube, rows) in zip(indicator.cubes, shape.cells) {
            let axes = indicator.dimensions.enumerated()
                .filter { use in
                    cube.dimensions.contains(use.element.id)
                }
            let open = axes.map { axis in
                members[axis.offset]
                    .filter { code in
                        axis.element.id != .area
                            || cube.levels.contains(Self.level(of: code, in: catalogue))
                    }
            }
            for (row, cell) in rows.enumerated() where cell >= 0 && groups[Int(cell)].isEmpty {
                var wanted: [Code<Member>?] = members.map { _ in nil }
                var rest = row
                for index in axes.indices.reversed() {
                    wanted[axes[index].offset] = open[index][rest % open[index].count]
                    rest /= open[index].count
                }
                groups[Int(cell)] = Self.matching(wanted, finest)
            }
        }
        self.groups = groups
    }

    /// Returns the counts of all cells for the persons of all groups.
    func counts(_ persons: [Int]) -> [Int32] {
        groups.map { groups in Int32(groups.reduce(0) { $0 + persons[$1] }) }
    }

    /// Draws persons: areas and groups differ in size as municipalities do, many are empty.
    func persons(scale: Int, _ random: inout SeededRandom) -> [Int] {
        (0..<groupCount)
            .map { _ in
                let size = Int.random(in: 0..<5, using: &random)
                return size == 0 ? 0 : Int.random(in: 0..<scale, using: &random) / (1 << size)
            }
    }

    private static func level(of code: Code<Member>, in catalogue: Catalogue) -> Code<Level> {
        catalogue.member(code, of: .area)?.level ?? Code("country")
    }

    private static func matching(
        _ wanted: [Code<Member>?],
        _ finest: [[Code<Member>]]
    ) -> [Int] {
        var groups = [0]
        for (axis, codes) in finest.enumerated() {
            let places = codes.indices.filter { place in
                guard let code = wanted[axis] else { return true }
                return code == codes[place] || isPart(codes[place], of: code)
            }
            groups = groups.flatMap { group in places.map { group * codes.count + $0 } }
        }
        return groups
    }

    /// Whether a member is a part of another, written down by hand for the small country.
    static func isPart(_ part: Code<Member>, of whole: Code<Member>) -> Bool {
        if whole.text == "TOT" || whole.text == "DK" { return part != whole }
        let parts: [String: [String]] = [
            "1084": ["101", "102", "103", "104", "105"], "1085": ["201", "202"],
            "RAR-HOV": ["101", "102", "103"], "RAR-SJ": ["104", "105"],
            "RAR-FYN": ["201", "202"], "18500": ["101", "102"],
            "VO": ["VO.A", "VO.B"], "WESTERN": ["IMM", "DES"],
        ]
        return parts[whole.text]?.contains(part.text) ?? false
    }
}
