internal import StatisticsModel

/// Finds the cubes that answer a selection, and keeps `*` within them.
struct CrossingReading: Sendable {
    /// The indicators.
    let indexes: [IndicatorIndex]

    /// Chooses a cube for each indicator.
    ///
    /// `area=*` means every area that has cells in this crossing, so areas on levels that no cube
    /// crosses so far are taken out of it; areas that were named stay, and are refused.
    ///
    /// - Parameters:
    ///   - selections: The selections; those of `area` may shrink.
    ///   - question: The question, for problems.
    ///   - problems: Where to tell what is wrong.
    /// - Returns: One cube an indicator; empty when something is wrong.
    func cubes(
        for selections: inout [AxisReading.Selection],
        in question: Question,
        problems: inout ProblemList
    ) -> [Cube] {
        let open = selections.filter { $0.isOpen && $0.dimension != .area }.map(\.dimension)
        guard let area = selections.firstIndex(where: { $0.dimension == .area }) else { return [] }
        narrow(&selections[area], open)
        let levels = Self.levels(selections[area].places, selections[area].scope)
        var cubes: [Cube] = []
        for index in indexes {
            let choice = CubeChoice(index: index, openDimensions: open, areaLevels: levels)
            if let cube = choice.smallestCube {
                cubes.append(cube)
                continue
            }
            let named = (open.map(\.text) + ["area"]).filter { question[$0] != nil }
            let parameter =
                named.max { question.place(of: $0) < question.place(of: $1) }
                ?? open.last?.text ?? "area"
            problems.add(
                .noCrossing(
                    index.indicator,
                    parameter: parameter,
                    value: question[parameter]?.value,
                    suggestion: nil
                )
            )
        }
        return cubes
    }

    private func narrow(_ area: inout AxisReading.Selection, _ open: [Code<Dimension>]) {
        let everything = area.terms ?? [.all]
        guard everything.contains(.all), area.terms != nil || area.scope.total == nil else {
            return
        }
        let named = Set(everything.filter { $0 != .all }.flatMap(area.scope.places))
        let namedLevels = Self.levels(Array(named), area.scope)
        var levels: Set<Code<Level>>?
        for index in indexes {
            let choice = CubeChoice(index: index, openDimensions: open, areaLevels: namedLevels)
            guard let widest = choice.widestLevels else { return }
            levels = levels?.intersection(widest) ?? widest
        }
        guard let levels else { return }
        area.places = area.places.filter { place in
            named.contains(place) || area.scope.index.cellLevel(place).map(levels.contains) ?? true
        }
    }

    private static func levels(_ places: [Int], _ scope: MemberScope) -> Set<Code<Level>> {
        Set(places.compactMap(scope.index.cellLevel))
    }
}
