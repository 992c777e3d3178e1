internal import StatisticsModel

/// How the members of one dimension add up, as one indicator uses them.
///
/// Members are compared by the finest members they consist of. Children of a parent that stand on
/// several levels, none of them with children of its own, are divisions beside each other; all
/// others form one. A single child does not exhaust its parent and is left free.
///
/// Source: seeds/catalogue/README.md, "How the lists are built".
struct MemberTree: Sendable {
    /// Members that add up to a parent.
    struct Family: Sendable {
        /// The parent's place; -1 when the member adds up with no others.
        let parent: Int
        /// The children's places, in order.
        let children: [Int]
        /// How many steps the children are below the total.
        let depth: Int
    }

    /// The families, parents before children; the total is in none.
    let families: [Family]
    /// For each member its parent's place; -1 for the total, and where there is none.
    let parents: [Int]
    /// The places of members whose group cuts through another; they can't be shown safely.
    let crossing: [Int]

    /// Builds the tree.
    ///
    /// - Parameters:
    ///   - dimension: The dimension, with all its members and memberships.
    ///   - members: The members that take part, in order, the total among them.
    ///   - date: The day on which memberships must be valid.
    init(of dimension: Dimension, members: [Member], on date: CivilDate) {
        let atoms = MemberAtoms(of: dimension, on: date)
        var parents = [Int](repeating: -1, count: members.count)
        var isFree = [Bool](repeating: true, count: members.count)
        var crossing: [Int] = []
        var families: [Family] = []
        let total = members.firstIndex { $0.code == dimension.total }
        for universe in atoms.divisions {
            var nodes: [(place: Int, atoms: Set<Code<Member>>)] = []
            for (place, member) in members.enumerated() where place != total {
                let own = atoms.atoms(of: member.code)
                if !own.isEmpty, own.isSubset(of: universe) { nodes.append((place, own)) }
            }
            nodes.sort { left, right in
                left.atoms.count != right.atoms.count
                    ? left.atoms.count > right.atoms.count : left.place < right.place
            }
            var depths = [Int](repeating: 0, count: members.count)
            var placed: [(place: Int, atoms: Set<Code<Member>>)] = []
            for node in nodes {
                let cuts = placed.contains { other in
                    !other.atoms.isDisjoint(with: node.atoms)
                        && !other.atoms.isSuperset(of: node.atoms)
                }
                guard !cuts else {
                    crossing.append(node.place)
                    continue
                }
                let parent = placed.last { $0.atoms.isSuperset(of: node.atoms) }?.place
                parents[node.place] = parent ?? total ?? -1
                depths[node.place] = parent.map { depths[$0] + 1 } ?? 1
                placed.append(node)
            }
            Self.append(&families, placed: placed, parents: parents, depths: depths, total: total)
        }
        for family in families { for child in family.children { isFree[child] = false } }
        for place in members.indices where isFree[place] && place != total {
            parents[place] = -1
            families.append(Family(parent: -1, children: [place], depth: 1))
        }
        self.families = families.sorted { left, right in
            left.depth != right.depth
                ? left.depth < right.depth : left.children[0] < right.children[0]
        }
        self.parents = parents
        self.crossing = crossing
    }

    private static func append(
        _ families: inout [Family],
        placed: [(place: Int, atoms: Set<Code<Member>>)],
        parents: [Int],
        depths: [Int],
        total: Int?
    ) {
        for parent in ([total].compactMap(\.self) + placed.map(\.place)) {
            let children = placed.filter { parents[$0.place] == parent }
            let places = children.map(\.place).sorted()
            guard let first = places.first else { continue }
            let whole = placed.first { $0.place == parent }?.atoms.count
            let isTwin = places.count == 1 && whole == children[0].atoms.count
            guard places.count > 1 || isTwin else { continue }
            families.append(Family(parent: parent, children: places, depth: depths[first]))
        }
    }
}

/// The finest members that each member of a dimension consists of.
struct MemberAtoms {
    /// The divisions of the total, each as all of its finest members.
    private(set) var divisions: [Set<Code<Member>>] = []
    private var children: [Code<Member>: [Member]] = [:]
    private var groups: [Code<Member>: [Code<Member>]] = [:]
    /// How many children exhaust a parent: one does so among areas alone.
    private let leastParts: Int

    init(of dimension: Dimension, on date: CivilDate) {
        let isDated = dimension.id == .area
        leastParts = isDated ? 1 : 2
        for member in dimension.members where member.sharesCellWith == nil {
            guard let parent = member.parent, !isDated || member.isValid(on: date) else { continue }
            children[parent, default: []].append(member)
        }
        for membership in dimension.memberships where membership.isValid(on: date) {
            groups[membership.group, default: []].append(membership.member)
        }
        guard let total = dimension.total else { return }
        let first = children[total] ?? []
        let isNested = first.contains { (children[$0.code]?.count ?? 0) >= leastParts }
        var byLevel: [[Code<Member>]] = []
        for (index, member) in first.enumerated() {
            if index == 0 || (!isNested && first[index - 1].level != member.level) {
                byLevel.append([])
            }
            byLevel[byLevel.count - 1].append(member.code)
        }
        divisions = byLevel.map { codes in
            codes.reduce(into: []) { $0.formUnion(atoms(of: $1)) }
        }
    }

    /// Returns the finest members that a member consists of; itself when it has no parts.
    func atoms(of code: Code<Member>) -> Set<Code<Member>> {
        if let members = groups[code] {
            return members.reduce(into: []) { $0.formUnion(atoms(of: $1)) }
        }
        guard let parts = children[code], parts.count >= leastParts else {
            return [code]
        }
        return parts.reduce(into: []) { $0.formUnion(atoms(of: $1.code)) }
    }
}
