internal import StatisticsModel

/// A dimension with the relations between its members looked up once, on the day of the figures.
struct DimensionIndex: Sendable {
    /// The dimension.
    let dimension: Dimension
    /// Its place in the catalogue; `area` is before all others.
    let order: Int
    /// The ways to write its members.
    let aliases: AliasTable
    /// For each member, whether it is in force on the day.
    let isInForce: [Bool]
    /// For each member, the place of its parent; `nil` at the top.
    let parents: [Int?]
    /// For each member, what is one step below it on the day, by parent.
    let children: [[Int]]
    /// For each member, what belongs to it on the day, by membership.
    let belongings: [[Int]]
    /// For each member, whether it is a group at any time.
    let isGroup: [Bool]
    /// For each member, the place of the member whose cells it shows: mostly its own.
    let owners: [Int]
    /// The place of the total; `nil` when there is none.
    let total: Int?

    /// Indexes a dimension.
    ///
    /// - Parameters:
    ///   - dimension: The dimension.
    ///   - order: Its place in the catalogue.
    ///   - day: The day on which members and memberships must be in force.
    /// - Complexity: O(*n* log *n*) in the number of members and memberships.
    init(_ dimension: Dimension, order: Int, on day: CivilDate) {
        let aliases = AliasTable(dimension)
        let members = dimension.members
        self.dimension = dimension
        self.order = dimension.id == .area ? -1 : order
        self.aliases = aliases
        isInForce = members.map { $0.isValid(on: day) }
        let total = dimension.total.flatMap(aliases.place)
        self.total = total
        var parents = members.map { $0.parent.flatMap(aliases.place) }
        if let total, !parents.contains(total) {
            // Lists that name no parents are flat: everything is a part of the total.
            for place in members.indices where place != total && parents[place] == nil {
                parents[place] = total
            }
        }
        self.parents = parents
        var children = [[Int]](repeating: [], count: members.count)
        for place in members.indices where isInForce[place] {
            if let parent = parents[place], parent != place { children[parent].append(place) }
        }
        self.children = children
        var belongings = [[Int]](repeating: [], count: members.count)
        var isGroup = [Bool](repeating: false, count: members.count)
        for membership in dimension.memberships {
            guard let group = aliases.place(of: membership.group),
                let member = aliases.place(of: membership.member)
            else { continue }
            isGroup[group] = true
            guard membership.isValid(on: day), isInForce[member] else { continue }
            belongings[group].append(member)
        }
        self.belongings = belongings.map { Array(Set($0)).sorted() }
        self.isGroup = isGroup
        owners = members.indices.map { place in
            members[place].sharesCellWith.flatMap(aliases.place) ?? place
        }
    }

    /// Returns the code at a place.
    func code(_ place: Int) -> Code<Member> { dimension.members[place].code }

    /// Returns the level of the member whose cells a member shows; `nil` without levels.
    func cellLevel(_ place: Int) -> Code<Level>? { dimension.members[owners[place]].level }

    /// Returns what is one step below a member on the day, in order, by parent or membership.
    func below(_ place: Int) -> [Int] {
        belongings[place].isEmpty
            ? children[place]
            : Array(Set(belongings[place] + children[place])).sorted()
    }

    /// Returns the places inside a member that satisfy a condition, in order.
    ///
    /// Memberships lead down where there are any, else parents; a member that merely shows
    /// another's cells holds that one.
    ///
    /// - Parameters:
    ///   - place: The member; it is inside itself.
    ///   - isWanted: Whether a place is looked for; nothing is looked for below it.
    /// - Returns: The places.
    func inside(_ place: Int, where isWanted: (Int) -> Bool) -> [Int] {
        var found: [Int] = []
        var seen = [Bool](repeating: false, count: owners.count)
        var waiting = [place]
        while let next = waiting.popLast() {
            guard !seen[next] else { continue }
            seen[next] = true
            if isWanted(next) {
                found.append(next)
            } else if !belongings[next].isEmpty {
                waiting += belongings[next]
            } else if owners[next] != next {
                waiting.append(owners[next])
            } else {
                waiting += children[next]
            }
        }
        return found.sorted()
    }
}
