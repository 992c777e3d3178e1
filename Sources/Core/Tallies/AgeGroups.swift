/// Ages that fall into the same classes of all cubes are one group.
///
/// A person then stays for years in the same rows, though older every day.
struct AgeGroups: Sendable {
    /// The group of each age from 0 on; the last is that of unknown ages.
    private let groups: [Int]
    /// What a group adds to the row of classes in each cube, group by group.
    private let offsets: [Int32]
    private let cubeCount: Int

    /// Groups the ages.
    init(of cubes: [CubePlan]) {
        var numbers: [[Int32]: Int] = [:]
        var offsets: [Int32] = []
        groups = (0..<FacetReading.largestAge + 2)
            .map { age in
                let offsetsOfAge = cubes.map { $0.ageOffsets[age] }
                if let number = numbers[offsetsOfAge] { return number }
                let number = numbers.count
                numbers[offsetsOfAge] = number
                offsets.append(contentsOf: offsetsOfAge)
                return number
            }
        self.offsets = offsets
        cubeCount = cubes.count
    }

    /// Returns the group of an age; negative ages are unknown.
    func group(of age: Int) -> Int {
        groups[(0...FacetReading.largestAge).contains(age) ? age : groups.count - 1]
    }

    /// Returns what a group adds to the row of classes in a cube.
    func offset(ofGroup group: Int, inCube cube: Int) -> Int {
        Int(offsets[group * cubeCount + cube])
    }
}
