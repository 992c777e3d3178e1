internal import Databank
internal import Registers
internal import StatisticsModel
internal import Tallies

/// Offers that run in a period, and the persons who take part.
///
/// An offer runs in a month when the person is in it on a day on the benefit. It is counted where
/// it runs first in the month. In a longer period those that run in the first month and those that
/// begin later are added up, so that an offer counts once; one that is interrupted by a month
/// without the benefit counts anew. Source: Jobindsats, "Antal aktiveringsforløb og aktiverede";
/// what an interruption means is an assumption.
struct ActivationSpellRule: IndicatorRule {
    let spec: TallySpec
    private let benefits: BenefitSet
    private let offers: UInt32
    private let facets: PieceFacets

    /// Which part counts what.
    private enum Part {
        static let persons = 0
        static let goingOn = 1
        static let begun = 2
    }

    private init(
        _ indicator: StaticString,
        _ benefits: BenefitSet,
        by facets: PieceFacets,
        _ settings: RuleSettings
    ) {
        self.benefits = benefits
        self.facets = facets
        offers = settings.activatingOffers
        spec = TallySpec(
            indicator,
            [.persons, .first, .sum],
            [
                (Code("activationSpells"), .sum(.part(Part.goingOn), .part(Part.begun))),
                (Code("activatedPersons"), .part(Part.persons)),
            ]
        )
    }

    func count(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        guard !person.activations.isEmpty, !person.benefits.isDisjoint(with: benefits) else {
            return
        }
        let leaves = PersonLeaf(of: person)
        var place = person.firstActivation(in: months.lowerBound)
        while place < person.activations.count {
            let activation = person.activations[place]
            let piece = activation.piece
            guard piece.month <= months.upperBound else { return }
            if offers.hasBit(activation.offer), benefits.holds(piece.benefit) {
                var leaf = leaves.leaf(of: piece, as: piece.benefit, by: facets)
                leaf[.offer] = activation.offer
                contributions.add(Part.persons, month: piece.month, leaf: leaf)
                switch lastMonth(of: activation, before: place, person) {
                case piece.month: break
                case piece.month - 1:
                    contributions.add(Part.goingOn, month: piece.month, leaf: leaf)
                default: contributions.add(Part.begun, month: piece.month, leaf: leaf)
                }
            }
            place += 1
        }
    }

    /// The month in which the same offer ran last, of the piece's month and the one before.
    private func lastMonth(
        of activation: ActivationPiece,
        before place: Int,
        _ person: borrowing PersonCalendar
    ) -> Int32? {
        var place = place - 1
        while place >= 0, person.activations[place].piece.month >= activation.piece.month - 1 {
            let other = person.activations[place]
            if other.index == activation.index, benefits.holds(other.piece.benefit) {
                return other.piece.month
            }
            place -= 1
        }
        return nil
    }

    /// The rules of all indicators of this kind.
    static func all(_ settings: RuleSettings) -> [ActivationSpellRule] {
        [
            ActivationSpellRule("y01c02", BenefitSet([.unemploymentBenefit]), by: .fund, settings),
            ActivationSpellRule("y60c02", settings.assistance, by: [], settings),
        ]
    }
}
