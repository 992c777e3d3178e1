internal import StatisticsModel

/// A dimension of an indicator as the assembly of a shape sees it.
struct ShapeAxis {
    let dimension: Dimension
    /// The members that have cells of their own, in order.
    let members: [Member]
    /// The total's place.
    let total: Int
    /// What one place adds to the number of a combination.
    let stride: Int
}

/// Areas that hold one crossing, and how they nest.
struct AreaTree {
    /// The areas' places on the area axis.
    let places: [Int]
    /// For each area its parent among them; -1 at the top.
    let parents: [Int]
    /// For each area its parts among them.
    let children: [[Int]]
    /// The whole country among them; -1 when it holds no such cells.
    let root: Int

    init(of axis: ShapeAxis, levels: Set<Code<Level>>, on date: CivilDate) {
        let places = axis.members.indices.filter { place in
            let member = axis.members[place]
            return member.isValid(on: date) && (member.level.map(levels.contains) ?? true)
        }
        let tree = MemberTree(
            of: axis.dimension,
            members: places.map { axis.members[$0] },
            on: date
        )
        var children = [[Int]](repeating: [], count: places.count)
        for (area, parent) in tree.parents.enumerated() where parent >= 0 {
            children[parent].append(area)
        }
        self.places = places
        parents = tree.parents
        self.children = children
        root = places.firstIndex(of: axis.total) ?? -1
    }
}
