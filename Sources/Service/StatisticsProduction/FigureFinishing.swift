internal import DisclosureControl
internal import SnapshotPublishing
internal import StatisticsModel
internal import Tallies

/// Makes all counts into protected figures.
struct FigureFinishing: Sendable {
    let counted: CountingRun.Counted
    let plan: CountingPlan
    let structure: FigureStructure
    let denominators: Denominators

    /// What came out.
    struct Outcome: Sendable {
        var published: [Code<Indicator>: PublishedPeriods]
        var measures: [ComputedMeasure] = []
        var reports: [(indicator: Code<Indicator>, report: ProtectionReport)] = []
    }

    /// Finishes all indicators; those that hold cells of others come first.
    func run(
        after published: [Code<Indicator>: PublishedPeriods],
        workers: Int
    ) async -> Outcome {
        var outcome = Outcome(published: published)
        var found: [Code<Indicator>: IndicatorFinishing.Outcome] = [:]
        let ids = plan.entries.map(\.plan.indicator.id)
        let wholes = ids.indices.filter { BenefitVolumes.wholes.contains(ids[$0]) }
        let others = ids.indices.filter { !wholes.contains($0) }
        for group in [wholes, others] {
            let results = await finish(group, after: outcome.published, workers: workers)
            for (id, result) in results {
                outcome.published[id] = result.published
                found[id] = result
            }
        }
        for id in ids {
            guard let result = found[id] else { continue }
            outcome.measures += result.measures
            outcome.reports.append((id, result.report))
        }
        return outcome
    }

    private func finish(
        _ entries: [Int],
        after published: [Code<Indicator>: PublishedPeriods],
        workers: Int
    ) async -> [(Code<Indicator>, IndicatorFinishing.Outcome)] {
        await withTaskGroup(of: (Code<Indicator>, IndicatorFinishing.Outcome).self) { group in
            var waiting = entries[...]
            var results: [(Code<Indicator>, IndicatorFinishing.Outcome)] = []
            for _ in 0..<max(1, workers) {
                guard let entry = waiting.popFirst() else { break }
                group.addTask { finish(entry, after: published) }
            }
            while let result = await group.next() {
                results.append(result)
                if let entry = waiting.popFirst() {
                    group.addTask { finish(entry, after: published) }
                }
            }
            return results
        }
    }

    private func finish(
        _ entry: Int,
        after published: [Code<Indicator>: PublishedPeriods]
    ) -> (Code<Indicator>, IndicatorFinishing.Outcome) {
        let id = plan.entries[entry].plan.indicator.id
        guard let part = structure.parts[id] else {
            preconditionFailure("the structure is prepared for the plan")
        }
        let finishing = IndicatorFinishing(
            tally: counted.tallies[entry],
            cells: part.cells,
            denominators: denominators,
            blanks: part.blanks,
            equal: BenefitVolumes.equalCells(
                of: id,
                structure: structure,
                catalogue: plan.catalogue,
                published: published
            )
        )
        return (id, finishing.run(after: published[id] ?? PublishedPeriods()))
    }
}

/// Which indicators are a benefit's own volume, and which hold all benefits.
///
/// Source: the definitions of `ptv_a02` and of each benefit's volume count the same person-days.
enum BenefitVolumes {
    /// The indicators that hold the benefits of others.
    static let wholes: Set<Code<Indicator>> = [whole]

    private static let whole: Code<Indicator> = Code("ptv_a02")
    private static let dimension: Code<Dimension> = Code("benefitGroup")

    /// For each indicator that counts just one benefit group, the group.
    private static let members: [Code<Indicator>: Code<Member>] = [
        Code("y01a02"): Code("DP"), Code("y07a02"): Code("SDP"), Code("y12a02"): Code("JAF"),
        Code("y04a02"): Code("REV"), Code("y11a02"): Code("RES"), Code("y09a02"): Code("LY"),
        Code("y08a02"): Code("FLX"), Code("y10a02"): Code("FOP"),
    ]

    /// Returns the cells that the wider indicator holds too; `nil` when it holds none of them.
    static func equalCells(
        of id: Code<Indicator>,
        structure: FigureStructure,
        catalogue: Catalogue,
        published: [Code<Indicator>: PublishedPeriods]
    ) -> EqualCells? {
        guard let member = members[id], let indicator = catalogue.indicator(id),
            let wider = catalogue.indicator(whole), let cells = structure.parts[id]?.cells,
            let widerCells = structure.parts[whole]?.cells, let known = published[whole]
        else { return nil }
        return EqualCells(
            (cells, CellMembers(of: indicator, in: catalogue)),
            in: (widerCells, CellMembers(of: wider, in: catalogue)),
            dimension: dimension,
            member: member,
            published: known
        )
    }
}
