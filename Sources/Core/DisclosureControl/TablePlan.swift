/// Which members a table crosses: lines that add up, and members that stay fixed.
struct TablePlan {
    /// A family of one dimension.
    struct Line {
        /// The total's place.
        let parent: Int
        /// The parts' places.
        let children: [Int]
        /// What one place adds to the number of a combination.
        let stride: Int
    }

    /// The lines, in the order of the dimensions.
    let lines: [Line]
    /// What the fixed members add to the number of a combination.
    private let base: Int

    init(of choice: [MemberTree.Family?], axes: [ShapeAxis]) {
        var lines: [Line] = []
        var base = 0
        for (index, family) in choice.enumerated() {
            let axis = axes[index + 1]
            guard let family else {
                base += axis.total * axis.stride
                continue
            }
            guard family.parent >= 0 else {
                base += family.children[0] * axis.stride
                continue
            }
            lines.append(
                Line(parent: family.parent, children: family.children, stride: axis.stride)
            )
        }
        self.init(lines: lines, base: base)
    }

    private init(lines: [Line], base: Int) {
        self.lines = lines
        self.base = base
    }

    /// Returns the plan with one line fixed at a member.
    func fixing(_ line: Int, at member: Int) -> TablePlan {
        var rest = lines
        let fixed = rest.remove(at: line)
        return TablePlan(lines: rest, base: base + member * fixed.stride)
    }

    /// Returns the number of a combination of an area, as what it adds, and each line's member.
    func combination(_ area: Int, _ members: [Int]) -> Int {
        var number = area + base
        for (line, member) in zip(lines, members) { number += member * line.stride }
        return number
    }

    /// Returns all combinations of the lines' parts, one line at its total when it is named.
    func combinations(atTotalOf total: Int? = nil) -> [[Int]] {
        lines.indices.reduce([[]]) { partial, line in
            let places = line == total ? [lines[line].parent] : lines[line].children
            return partial.flatMap { members in places.map { members + [$0] } }
        }
    }
}
