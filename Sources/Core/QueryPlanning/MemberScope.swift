internal import StatisticsModel

/// The members of a dimension that an indicator has, or that one of several indicators has.
struct MemberScope: Sendable {
    /// The dimension.
    let index: DimensionIndex
    /// For each member of the dimension, whether it may be chosen.
    let holds: [Bool]
    /// The place of the total; `nil` when the indicator has none, so that nothing stands for all.
    let total: Int?
    /// The levels that have members here, coarse to fine.
    let levels: [Code<Level>]
    /// For each member, whether it has a part among the members here.
    private let isDivided: [Bool]

    /// Makes the scope of one indicator's use of a dimension.
    init(of use: IndicatorDimension, in index: DimensionIndex) {
        let listed = use.members.map(Set.init)
        let levels = use.levels.map(Set.init)
        let listedHere = index.dimension.members.map { member in
            (listed?.contains(member.code) ?? true)
                && (levels.map { levels in member.level.map(levels.contains) ?? false } ?? true)
        }
        let holds = index.owners.indices.map { listedHere[$0] && listedHere[index.owners[$0]] }
        self.init(index: index, holds: holds)
    }

    /// Makes the scope of several indicators: what at least one of them has.
    init(joining scopes: [MemberScope], in index: DimensionIndex) {
        var holds = [Bool](repeating: false, count: index.owners.count)
        for scope in scopes {
            for place in holds.indices where scope.holds[place] { holds[place] = true }
        }
        self.init(index: index, holds: holds)
    }

    private init(index: DimensionIndex, holds: [Bool]) {
        self.index = index
        self.holds = holds
        total = index.total.flatMap { holds[$0] ? $0 : nil }
        var present: Set<Code<Level>> = []
        var isDivided = index.isGroup
        for place in holds.indices where holds[place] {
            if let level = index.dimension.members[place].level { present.insert(level) }
            if let parent = index.parents[place], parent != place { isDivided[parent] = true }
        }
        levels = index.dimension.levels.map(\.id).filter(present.contains)
        self.isDivided = isDivided
    }

    /// The places of all members, in order.
    var places: [Int] { holds.indices.filter { holds[$0] } }

    /// The places of all members that have cells of their own, in order.
    var placesWithCells: [Int] { holds.indices.filter { holds[$0] && index.owners[$0] == $0 } }

    /// Returns the places that a term chooses, in no certain order, perhaps with repetitions.
    ///
    /// Source: `contract.md`, "Selection".
    func places(of term: MemberTerm) -> [Int] {
        switch term {
        case .member(let place):
            [place]
        case .level(let order):
            places(on: index.dimension.levels[order].id)
        case .inside(let place):
            index.inside(place, where: isFinest).filter { holds[$0] }
        case .children(let place):
            index.below(place).filter { holds[$0] }
        case .each:
            finestPlaces
        case .all:
            placesWithCells
        }
    }

    private func places(on level: Code<Level>) -> [Int] {
        holds.indices.filter { place in
            holds[place] && index.isInForce[place] && index.dimension.members[place].level == level
        }
    }

    private var finestPlaces: [Int] {
        guard let finest = levels.last else {
            return placesWithCells.filter { !isDivided[$0] && $0 != total }
        }
        return places(on: finest).filter { index.owners[$0] == $0 }
    }

    /// Whether a member is of the finest level, or has no parts where there are no levels.
    private func isFinest(_ place: Int) -> Bool {
        guard let finest = levels.last else { return !isDivided[place] && place != total }
        return index.dimension.members[place].level == finest
    }
}

/// One thing in the list of members of a question, with what it names looked up.
enum MemberTerm: Hashable, Sendable {
    /// The member at a place.
    case member(Int)
    /// The members on the level of an order.
    case level(Int)
    /// The finest members inside the one at a place.
    case inside(Int)
    /// The members one step below the one at a place.
    case children(Int)
    /// The finest members.
    case each
    /// Every member that has cells.
    case all

    /// What terms are ordered by in the canonical spelling.
    var rank: (Int, Int) {
        switch self {
        case .member(let place): (0, place)
        case .level(let order): (1, order)
        case .children(let place): (2, place)
        case .inside(let place): (3, place)
        case .each: (4, 0)
        case .all: (5, 0)
        }
    }

    /// Returns the canonical spelling.
    func text(in dimension: Dimension) -> String {
        switch self {
        case .member(let place): dimension.members[place].code.text
        case .level(let order): "level:\(dimension.levels[order].id)"
        case .inside(let place): "in:\(dimension.members[place].code)"
        case .children(let place): "children:\(dimension.members[place].code)"
        case .each: "each"
        case .all: "*"
        }
    }
}
