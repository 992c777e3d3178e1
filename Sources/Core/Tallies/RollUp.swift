/// Adds classes up to the members in which they count, axis by axis.
struct RollUp: Sendable {
    private let cube: CubePlan

    /// Rolls up grids of a cube.
    init(_ cube: CubePlan) {
        self.cube = cube
    }

    /// Returns the values of members.
    ///
    /// - Parameters:
    ///   - classes: Rows of classes × columns.
    ///   - columns: How many columns there are.
    /// - Returns: Rows of members × columns.
    /// - Complexity: O(*n* × *s*), where *s* is the number of members a class counts in, by axis.
    func members(ofClasses classes: [Int64], columns: Int) -> [Int64] {
        var values = classes
        // Axes from the last on: those before are still classes, those after are members.
        var inner = columns
        for index in cube.axes.indices.reversed() {
            let axis = cube.axes[index]
            let outer = cube.axes[..<index].reduce(1) { $0 * $1.classes.count }
            values = Self.rolledUp(values, axis: axis, outer: outer, inner: inner)
            inner *= axis.members.count
        }
        return values
    }

    /// Returns a value for each member of the first axis from one for each of its classes.
    func membersOfFirstAxis(ofClasses classes: [Int64]) -> [Int64] {
        Self.rolledUp(classes, axis: cube.axes[0], outer: 1, inner: 1)
    }

    private static func rolledUp(
        _ values: [Int64],
        axis: AxisClasses,
        outer: Int,
        inner: Int
    ) -> [Int64] {
        let from = axis.classes.count
        let to = axis.members.count
        var sums = [Int64](repeating: 0, count: outer * to * inner)
        for block in 0..<outer {
            for (number, places) in axis.classes.enumerated() {
                let source = (block * from + number) * inner
                for place in places {
                    let target = (block * to + place) * inner
                    // Counts stay far below the bounds, and this is the innermost loop.
                    for offset in 0..<inner { sums[target + offset] &+= values[source + offset] }
                }
            }
        }
        return sums
    }
}
