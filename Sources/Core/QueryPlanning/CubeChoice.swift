internal import StatisticsModel

/// Which of an indicator's cubes answers a selection.
///
/// A dimension is open when a chosen member is not its total. A cube holds a selection when it
/// crosses all open dimensions and covers the levels of all chosen areas; at its one-way levels
/// at most one dimension besides `area` may be open.
struct CubeChoice: Sendable {
    /// The indicator.
    let index: IndicatorIndex
    /// The open dimensions without `area`.
    let openDimensions: [Code<Dimension>]
    /// The levels of the chosen areas' cells.
    let areaLevels: Set<Code<Level>>

    /// The cube with the fewest rows that holds the selection; `nil` when none does.
    var smallestCube: Cube? {
        holdingPlaces.min { index.cubeRows[$0] < index.cubeRows[$1] }
            .map { index.indicator.cubes[$0] }
    }

    /// The most levels of area that one cube covers besides holding the selection.
    ///
    /// `nil` when no cube holds it.
    var widestLevels: Set<Code<Level>>? {
        let held = Set(index.scope(of: .area)?.levels ?? [])
        var widest: (place: Int, levels: Set<Code<Level>>)?
        for place in holdingPlaces {
            let levels = coveredLevels(index.indicator.cubes[place]).intersection(held)
            guard let best = widest else {
                widest = (place, levels)
                continue
            }
            if levels.count > best.levels.count
                || (levels.count == best.levels.count
                    && index.cubeRows[place] < index.cubeRows[best.place])
            {
                widest = (place, levels)
            }
        }
        return widest?.levels
    }

    /// The crossings that the indicator has, as text: `area × gender (country, municipality)`.
    static func crossings(of indicator: Indicator) -> [String] {
        var texts: [String] = []
        for cube in indicator.cubes {
            let others = cube.dimensions.filter { $0 != .area }
            guard others.count > 1 else {
                texts.append(text(others, levels: cube.levels))
                continue
            }
            let full = cube.levels.filter { !cube.oneWayLevels.contains($0) }
            if !full.isEmpty || cube.levels.isEmpty { texts.append(text(others, levels: full)) }
            guard !cube.oneWayLevels.isEmpty else { continue }
            texts += others.map { text([$0], levels: cube.oneWayLevels) }
        }
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    private var holdingPlaces: [Int] {
        index.indicator.cubes.indices.filter { place in
            let cube = index.indicator.cubes[place]
            return openDimensions.allSatisfy(cube.dimensions.contains)
                && areaLevels.isSubset(of: coveredLevels(cube))
        }
    }

    private func coveredLevels(_ cube: Cube) -> Set<Code<Level>> {
        let levels = Set(cube.levels)
        return openDimensions.count > 1 ? levels.subtracting(cube.oneWayLevels) : levels
    }

    private static func text(_ others: [Code<Dimension>], levels: [Code<Level>]) -> String {
        let crossing = (["area"] + others.map(\.text)).joined(separator: " × ")
        guard !levels.isEmpty else { return crossing }
        return "\(crossing) (\(levels.map(\.text).joined(separator: ", ")))"
    }
}
