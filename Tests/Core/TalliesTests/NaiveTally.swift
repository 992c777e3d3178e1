import Registers
import StatisticsModel
import Tallies

/// Counts straight from the definitions: for each row and period, who has a contribution in it.
struct NaiveTally {
    /// One person's contributions.
    struct Person {
        let contributions: Contributions
        let born: Int32?
    }

    /// A row's members with, for each value of the facet, whether it counts in the member.
    struct Axis {
        let facet: Facet
        let members: [Member]
        let total: Code<Member>?
        let covers: [[Int16: Bool]]
    }

    let catalogue: Catalogue
    let indicator: Indicator
    let parts: [TallySpec.Part]
    let day: CivilDate

    /// The figures of a cube and a period: by row, `nil` where the cube holds none.
    func figures(
        ofPart part: Int,
        cube: Cube,
        axes: [Axis],
        period: Period,
        persons: [Person]
    ) -> [Int64?] {
        let last = Int32(period.lastMonth.ordinal)
        let length: Int32 = [.month: 1, .quarter: 3][period.type] ?? 12
        let months =
            switch parts[part] {
            case .persons, .sum: last - length + 1...last
            case .first: last - length + 1...last - length + 1
            case .last: last...last
            }
        return rows(of: axes)
            .map { row in
                guard isHeld(row, axes: axes, cube: cube) else { return nil }
                return persons.reduce(0) { sum, person in
                    let amounts = person.contributions.entries
                        .filter { $0.part == part && months.contains($0.month) }
                        .filter { entry in
                            let end = parts[part] == .persons ? last : entry.month
                            return counts(entry.leaf, in: row, axes, age(of: person, at: end))
                        }
                        .map(\.amount)
                    let isPersons = parts[part] == .persons
                    return sum + (isPersons ? (amounts.isEmpty ? 0 : 1) : amounts.reduce(0, +))
                }
            }
    }

    /// The axes of a cube, to be made once.
    func axes(of cube: Cube) -> [Axis] {
        indicator.dimensions.filter { cube.dimensions.contains($0.id) }
            .compactMap { use in
                guard let dimension = catalogue.dimension(use.id) else { return nil }
                guard let facet = Self.facets[use.id.text] else { return nil }
                let members = catalogue.members(of: use)
                    .filter { $0.sharesCellWith == nil }
                    .filter { use.id != .area || $0.level.map(cube.levels.contains) ?? true }
                return Axis(
                    facet: facet,
                    members: members,
                    total: dimension.total,
                    covers: members.map { member in
                        Dictionary(
                            uniqueKeysWithValues: Self.values(of: facet)
                                .map { ($0, covers(member, $0, in: dimension)) }
                        )
                    }
                )
            }
    }

    /// All combinations of members' places, the first axis slowest.
    private func rows(of axes: [Axis]) -> [[Int]] {
        axes.reduce([[]]) { rows, axis in
            rows.flatMap { row in axis.members.indices.map { row + [$0] } }
        }
    }

    private func isHeld(_ row: [Int], axes: [Axis], cube: Cube) -> Bool {
        var open = 0
        var isOneWay = false
        for (axis, place) in zip(axes, row) {
            let member = axis.members[place]
            if axis.facet == .area {
                isOneWay = member.level.map(cube.oneWayLevels.contains) ?? false
                guard member.isValid(on: day) else { return false }
            } else if member.code != axis.total {
                open += 1
            }
            guard axis.covers[place].values.contains(true) else { return false }
        }
        return !isOneWay || open <= 1
    }

    private func counts(_ leaf: Leaf, in row: [Int], _ axes: [Axis], _ age: Int16) -> Bool {
        for (axis, place) in zip(axes, row) {
            let given = leaf[axis.facet]
            let value = axis.facet == .age && given < 0 ? age : given
            guard axis.covers[place][value] ?? false else { return false }
        }
        return true
    }

    /// Birthdays counted one by one up to the month's last day.
    private func age(of person: Person, at month: Int32) -> Int16 {
        guard let born = person.born else { return -1 }
        let birth = CivilDate(daysSinceEpoch: Int(born)).components
        let end = Period(type: .month, ordinal: Int(month)).lastDay.components
        let hadBirthday = (birth.month, birth.day) <= (end.month, end.day)
        return Int16(max(-1, end.year - birth.year - (hadBirthday ? 0 : 1)))
    }

    /// Top down: a member covers a value when a part of it does.
    private func covers(_ member: Member, _ value: Int16, in dimension: Dimension) -> Bool {
        let codes = Self.codes(of: value, in: dimension)
        if member.code == dimension.total, dimension.id.text != "benefitGroup" || value < 0 {
            return true
        }
        if codes.contains(member.code.text) { return true }
        let children = dimension.members.filter { child in
            let ties = dimension.memberships.filter {
                $0.group == member.code && $0.member == child.code
            }
            guard ties.isEmpty else { return ties.contains { $0.isValid(on: day) } }
            return child.parent == member.code
        }
        return children.contains { covers($0, value, in: dimension) }
    }

    private static func codes(of value: Int16, in dimension: Dimension) -> [String] {
        switch dimension.id.text {
        case "area":
            let known = dimension.members.map(\.code.text)
            return [known.contains(String(value)) && value > 0 ? String(value) : "UOPL"]
        case "gender": return value < 0 ? [] : [["K", "M"][Int(value)]]
        case "age":
            return value < 0
                ? [] : [value > 29 ? "30-" : value > 24 ? "25-29" : value > 15 ? "16-24" : ""]
        case "visitation":
            return [value < 0 ? "UOP" : RegisterCodeList.targetGroups.codes[Int(value)]]
        case "benefitGroup":
            return value < 0 ? [] : [value == 100 ? "LON" : Benefit.allCases[Int(value)].code]
        default: return []
        }
    }

    private static let facets: [String: Facet] = [
        "area": .area, "gender": .gender, "age": .age, "visitation": .targetGroup,
        "benefitGroup": .benefit,
    ]

    private static func values(of facet: Facet) -> [Int16] {
        switch facet {
        case .area: [-1, 0, 155, 185, 330, 400]
        case .gender: [-1, 0, 1]
        case .age: Array(-1...80)
        case .targetGroup: Array(-1...8)
        default: Array(-1...21) + [100]
        }
    }
}
