internal import Databank
internal import Registers
internal import StatisticsModel
internal import Tallies

/// Persons on early retirement, those of them who were paid, and full-time persons: each no more
/// than the one before.
///
/// Source: Jobindsats, "Efterløn: antal personer og fuldtidspersoner".
struct EarlyRetirementRule: IndicatorRule {
    let spec: TallySpec
    private let fullTime: FullTimeRule
    private let benefits = BenefitSet([.earlyRetirement])

    /// Which part counts what.
    private enum Part {
        static let persons = 0
        static let paid = 1
        static let hours = 2
    }

    init(_ settings: RuleSettings) {
        fullTime = FullTimeRule(settings)
        let hours = TallySpec.Formula.fulltimeHours(Part.hours)
        spec = TallySpec(
            "y28a02",
            [.persons, .persons, .sum],
            [
                (Code("persons"), .part(Part.persons)),
                (Code("paidPersons"), .part(Part.paid)),
                (Code("fulltimePersons"), hours),
                (Code("pctWorkforce"), .perWorkforce(hours)),
                (Code("pctPopulation"), .perPopulation(hours)),
            ]
        )
    }

    func count(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        guard !person.benefits.isDisjoint(with: benefits) else { return }
        let leaves = PersonLeaf(of: person)
        var place = person.firstPiece(in: months.lowerBound)
        while var month = SupportMonth(
            of: person,
            from: place,
            upTo: months.upperBound,
            rule: fullTime
        ) {
            place = month.places.upperBound
            guard month.touches(benefits) else { continue }
            for index in month.places {
                let piece = person.pieces[index]
                let hours = month.hours(of: piece, by: person)
                guard piece.benefit == .earlyRetirement else { continue }
                let leaf = leaves.leaf(of: piece, as: piece.benefit, by: .fund)
                contributions.add(Part.persons, month: month.month, leaf: leaf)
                guard hours > 0 else { continue }
                contributions.add(Part.paid, month: month.month, leaf: leaf)
                contributions.add(
                    Part.hours,
                    month: month.month,
                    leaf: leaf,
                    amount: Int64(hours)
                )
            }
        }
    }
}
