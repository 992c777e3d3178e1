internal import SnapshotPublishing
internal import StatisticsModel
internal import Tallies

/// What finishing needs of each indicator and only changes with the structure of areas; kept from
/// month to month.
struct FigureStructure: Sendable {
    /// One indicator's part.
    struct Part: Sendable {
        let fingerprint: UInt64
        let cells: CellIndex
        let blanks: [ComputedMeasure]
    }

    private(set) var parts: [Code<Indicator>: Part] = [:]

    /// Works out what is missing, or was made for another structure.
    mutating func prepare(_ plan: CountingPlan, on date: CivilDate) {
        for entry in plan.entries {
            let indicator = entry.plan.indicator
            guard parts[indicator.id]?.fingerprint != entry.plan.fingerprint else { continue }
            parts[indicator.id] = Part(
                fingerprint: entry.plan.fingerprint,
                cells: CellIndex(of: indicator, in: plan.catalogue, on: date),
                blanks: indicator.measures.map {
                    ComputedMeasure(of: $0, indicator: indicator, in: plan.catalogue)
                }
            )
        }
    }
}
