internal import Databank
internal import Registers
internal import StatisticsModel
internal import Tallies

/// Recipients who also have paid hours without a subsidy, their share, and their hours.
///
/// The hours of a month belong to all days on the benefits in it alike, so that hours of who moves
/// or changes the benefit are divided by days and add up.
///
/// Source: Jobindsats, "Ydelsesmodtagere med løntimer".
struct OrdinaryHoursRule: IndicatorRule {
    let spec: TallySpec
    private let benefits: BenefitSet
    private let facets: PieceFacets
    private let subsidised: UInt32
    private let countsHours: Bool

    /// Which part counts what.
    private enum Part {
        static let working = 0
        static let persons = 1
        static let hours = 2
    }

    func count(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        guard !person.benefits.isDisjoint(with: benefits) else { return }
        let leaves = PersonLeaf(of: person)
        var work = OrdinaryWork(of: person, from: months.lowerBound, subsidised: subsidised)
        var place = person.firstPiece(in: months.lowerBound)
        while place < person.pieces.count, person.pieces[place].month <= months.upperBound {
            let month = person.pieces[place].month
            let first = place
            var allDays: Int64 = 0
            while place < person.pieces.count, person.pieces[place].month == month {
                let piece = person.pieces[place]
                if benefits.holds(piece.benefit) { allDays += Int64(piece.days) }
                place += 1
            }
            guard allDays > 0 else { continue }
            let hours = work.take(month: month, of: person).hours
            var days: Int64 = 0
            for index in first..<place where benefits.holds(person.pieces[index].benefit) {
                let piece = person.pieces[index]
                let leaf = leaves.leaf(of: piece, as: piece.benefit, by: facets)
                contributions.add(Part.persons, month: month, leaf: leaf)
                let before = hours * days / allDays
                days += Int64(piece.days)
                guard hours > 0 else { continue }
                contributions.add(Part.working, month: month, leaf: leaf)
                guard countsHours else { continue }
                let share = hours * days / allDays - before
                contributions.add(Part.hours, month: month, leaf: leaf, amount: share)
            }
        }
    }
}

extension OrdinaryHoursRule {
    /// Recipients of social assistance.
    ///
    /// Source: Jobindsats, `y60j01`.
    static func assistance(_ settings: RuleSettings) -> OrdinaryHoursRule {
        OrdinaryHoursRule(
            spec: TallySpec("y60j01", [.persons, .persons], shares),
            benefits: settings.assistance,
            facets: .targetGroup,
            subsidised: settings.subsidisedOffers,
            countsHours: false
        )
    }

    /// Recipients of all benefits that are not meant for working persons.
    ///
    /// Source: Jobindsats, `otij01`.
    static func all(_ settings: RuleSettings) -> OrdinaryHoursRule {
        let hours = TallySpec.Formula.part(Part.hours)
        return OrdinaryHoursRule(
            spec: TallySpec(
                "otij01",
                [.persons, .persons, .sum],
                shares + [
                    (
                        Code("meanHours"),
                        .quotient(.ratio(hours, .part(Part.working), times: 1), by: 100)
                    ),
                    (Code("ordinaryHours"), .quotient(hours, by: 100)),
                ]
            ),
            benefits: BenefitSet([
                .unemploymentBenefit, .socialAssistance, .educationAssistance,
                .integrationBenefit, .sicknessBenefit, .jobClarification, .resourceProgramme,
                .unemploymentAllowance,
            ]),
            facets: [.benefit, .targetGroup],
            subsidised: settings.subsidisedOffers,
            countsHours: true
        )
    }

    private static var shares: [(Code<Measure>, TallySpec.Formula)] {
        [
            (Code("personsWithOrdinaryHours"), .part(Part.working)),
            (
                Code("shareWithOrdinaryHours"),
                .ratio(.part(Part.working), .part(Part.persons), times: 100)
            ),
        ]
    }
}
