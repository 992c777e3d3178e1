internal import StatisticsModel
internal import Tallies

extension TallySpec {
    /// Makes a spec whose figures need no later month.
    init(
        _ indicator: StaticString,
        _ parts: [Part],
        _ measures: [(Code<Measure>, Formula)]
    ) {
        self.init(
            indicator: Code(indicator),
            parts: parts,
            measures: measures.map { (measure: $0.0, formula: $0.1) },
            lag: 0
        )
    }
}
