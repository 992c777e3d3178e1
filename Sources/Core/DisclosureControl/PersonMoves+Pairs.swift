extension PersonMoves {
    /// Returns the cells of the cheapest exchange of a person in a cell for any other person.
    ///
    /// Few changes at once, as late corrections bring them, are of this kind: one person leaves
    /// here and another comes there.
    ///
    /// - Parameters:
    ///   - cell: The cell that the first person counts in.
    ///   - cost: What it costs to withhold a cell; negative when that would protect nothing.
    /// - Returns: The cells in which only one of them counts; `nil` when no exchange is possible.
    func cheapestExchange(moving cell: Int, cost: (Int) -> Int) -> [Int32]? {
        let places = places(ofCell: cell)
        let crossed = places.indices.dropFirst().filter { places[$0] != totals[$0] }
        var best: [Int32]?
        var bestCost = Int.max
        for first in persons(in: places, cost: cost) {
            let mine = cells(of: first)
            for area in leaves(of: totals[0], on: 0) {
                var wanted = totals
                wanted[0] = area
                for index in crossed { wanted[index] = first[index] }
                var others = [wanted]
                for index in crossed {
                    others += leaves(of: totals[index], on: index)
                        .map { leaf in
                            var other = wanted
                            other[index] = leaf
                            return other
                        }
                }
                for other in others {
                    guard let second = persons(in: other, cost: cost).first else { continue }
                    let yours = cells(of: second)
                    guard !yours.contains(Int32(cell)) else { continue }
                    let moved = mine.symmetricDifference(yours)
                    guard let total = sum(of: moved, cost: cost), total < bestCost else { continue }
                    best = moved.sorted()
                    bestCost = total
                }
            }
        }
        return best
    }

    private func sum(of cells: Set<Int32>, cost: (Int) -> Int) -> Int? {
        var total = 0
        for cell in cells {
            let own = cost(Int(cell))
            guard own >= 0 else { return nil }
            total += own
        }
        return total
    }

    /// Returns the likeliest persons in a cell: properties whose own cells cost least.
    private func persons(in places: [Int], cost: (Int) -> Int) -> [[Int]] {
        let areas = bestLeaves(on: 0, places: places, cost: cost)
        return areas.map { area in
            var person = places
            person[0] = area
            for index in places.indices.dropFirst() {
                var line = places[index] == totals[index] ? totals : places
                line[0] = area
                person[index] =
                    bestLeaves(on: index, places: line, cost: cost).first ?? places[index]
            }
            return person
        }
    }
}
