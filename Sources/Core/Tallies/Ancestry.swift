internal import StatisticsModel

/// Of which members each member of a dimension is a part, on one day.
///
/// A parent holds at all times, unless memberships tell when the member belonged to it: then they
/// decide.
///
/// Source: seeds/catalogue/README.md, "How the lists are built", "Area".
struct Ancestry: Sendable {
    private let wholes: [Code<Member>: [Code<Member>]]

    /// Reads the parents and the memberships of a day.
    init(of dimension: Dimension, on day: CivilDate) {
        var dated: [Code<Member>: Set<Code<Member>>] = [:]
        var wholes: [Code<Member>: [Code<Member>]] = [:]
        for membership in dimension.memberships {
            dated[membership.member, default: []].insert(membership.group)
            if membership.isValid(on: day) {
                wholes[membership.member, default: []].append(membership.group)
            }
        }
        for member in dimension.members {
            guard let parent = member.parent else { continue }
            guard dated[member.code]?.contains(parent) != true else { continue }
            wholes[member.code, default: []].append(parent)
        }
        self.wholes = wholes
    }

    /// Returns a member and all that it is a part of, however indirectly.
    func lineage(of member: Code<Member>) -> Set<Code<Member>> {
        var found: Set = [member]
        var open = [member]
        while let next = open.popLast() {
            for whole in wholes[next] ?? [] where found.insert(whole).inserted {
                open.append(whole)
            }
        }
        return found
    }
}
