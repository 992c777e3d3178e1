/// The contributions of one person to the parts that count persons, put in order.
///
/// Leaves that fall into the same rows of all cubes are one profile. The memory is used again for
/// the next person.
struct PersonMonths: Sendable {
    /// The row of each profile in each cube, its age left out; profile by profile.
    private(set) var rows: [Int32] = []
    /// The age that each profile's leaf gave; -1 where it is to be filled in.
    private(set) var ages: [Int] = []
    /// For the part in hand, month << 32 | profile, ascending, each once.
    private(set) var moments: [Int64] = []
    /// The run of equal profiles that each moment belongs to.
    private(set) var runs: [Int32] = []
    /// The profile of each run.
    private(set) var profiles: [Int32] = []

    /// Tells the person's age.
    private(set) var clock = AgeClock(born: nil)

    private var leaves: [Leaf] = []
    private var profileOfLeaf: [Int] = []
    private var noted: [[Int64]]

    /// Makes room for a number of parts.
    init(partCount: Int) {
        noted = [[Int64]](repeating: [], count: partCount)
    }

    /// Forgets the person, and begins the next.
    mutating func removeAll(born: Int32?) {
        clock = AgeClock(born: born)
        rows.removeAll(keepingCapacity: true)
        ages.removeAll(keepingCapacity: true)
        leaves.removeAll(keepingCapacity: true)
        profileOfLeaf.removeAll(keepingCapacity: true)
        for part in noted.indices where !noted[part].isEmpty {
            noted[part].removeAll(keepingCapacity: true)
        }
    }

    /// Returns the profile of a leaf.
    mutating func profile(of leaf: Leaf, in cubes: [CubePlan]) -> Int {
        // A person's next contribution mostly has the leaf of the last one.
        if let last = leaves.last, last == leaf { return profileOfLeaf[leaves.count - 1] }
        if let place = leaves.lastIndex(of: leaf) { return profileOfLeaf[place] }
        let profile = newProfile(of: leaf, in: cubes)
        leaves.append(leaf)
        profileOfLeaf.append(profile)
        return profile
    }

    /// Notes that the person counts in a part in a month.
    mutating func note(part: Int, month: Int32, profile: Int) {
        let moment = Int64(month) << 32 | Int64(profile)
        guard noted[part].last != moment else { return }
        noted[part].append(moment)
    }

    /// Puts a part in hand: its moments in order, and their runs.
    mutating func take(part: Int) {
        moments.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        var isAscending = true
        for place in noted[part].indices.dropFirst()
        where noted[part][place - 1] >= noted[part][place] {
            isAscending = false
            break
        }
        if !isAscending { noted[part].sort() }
        profiles.removeAll(keepingCapacity: true)
        for moment in noted[part] {
            let profile = Int32(truncatingIfNeeded: moment)
            if moments.last == moment { continue }
            if profiles.last != profile { profiles.append(profile) }
            moments.append(moment)
            runs.append(Int32(profiles.count - 1))
        }
    }

    /// The month of a moment in hand.
    func month(at place: Int) -> Int { Int(moments[place] >> 32) }

    /// The row of classes of a profile in a cube.
    ///
    /// - Parameters:
    ///   - profile: The profile.
    ///   - ageGroup: The group of the person's age, for profiles that give none.
    ///   - cube: The cube's place.
    ///   - plan: The plan.
    /// - Returns: The row.
    func row(ofProfile profile: Int, ageGroup: Int, inCube cube: Int, of plan: TallyPlan) -> Int {
        let given = ages[profile]
        let group = given >= 0 ? plan.ages.group(of: given) : ageGroup
        return Int(rows[profile * plan.cubes.count + cube])
            + plan.ages.offset(ofGroup: group, inCube: cube)
    }

    private mutating func newProfile(of leaf: Leaf, in cubes: [CubePlan]) -> Int {
        let start = rows.count
        let age = Int(leaf[.age])
        for cube in cubes { rows.append(cube.row(of: leaf)) }
        for profile in ages.indices where ages[profile] == age {
            let first = profile * cubes.count
            if rows[first..<first + cubes.count] == rows[start...] {
                rows.removeLast(cubes.count)
                return profile
            }
        }
        ages.append(age)
        return ages.count - 1
    }
}
