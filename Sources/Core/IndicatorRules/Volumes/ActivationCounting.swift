internal import Databank
internal import Registers
internal import Tallies

/// Counts persons in offers, and the weight of their days there.
struct ActivationCounting: Sendable {
    /// On which benefits.
    let selection: PieceSelection
    /// In which kinds of offer.
    let offers: UInt32
    /// By what the pieces are told apart.
    let facets: PieceFacets
    /// Whether they are told apart by the kind of offer, too.
    let isByOffer: Bool
    /// The part of different persons.
    let persons: Int
    /// The part of days × hundredths of weekly hours; `nil` where only persons count.
    let weight: Int?

    /// The full-time activated.
    static func fullTime(_ part: Int) -> TallySpec.Formula {
        .quotient(.fulltimeDays(part), by: Int(OfferWeight.fullWeek))
    }

    /// Adds a person's contributions.
    ///
    /// Days in several offers at a time weigh no more in a month than being in one full time.
    func count(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        guard !person.activations.isEmpty,
            !person.benefits.isDisjoint(with: selection.benefits)
        else { return }
        let leaves = PersonLeaf(of: person)
        var place = person.firstActivation(in: months.lowerBound)
        var month = Int32.min
        var weightLeft: Int32 = 0
        while place < person.activations.count {
            let activation = person.activations[place]
            let piece = activation.piece
            guard piece.month <= months.upperBound else { return }
            place += 1
            guard offers.hasBit(activation.offer), selection.contains(piece) else { continue }
            if piece.month != month {
                month = piece.month
                let length = CivilMonth.firstDay(of: month + 1) - CivilMonth.firstDay(of: month)
                weightLeft = length * OfferWeight.fullWeek
            }
            var leaf = leaves.leaf(of: piece, as: selection.benefit(of: piece), by: facets)
            if isByOffer { leaf[.offer] = activation.offer }
            contributions.add(persons, month: month, leaf: leaf)
            guard let weight else { continue }
            let counted = min(OfferWeight.days(of: activation), weightLeft)
            weightLeft -= counted
            if counted > 0 {
                contributions.add(weight, month: month, leaf: leaf, amount: Int64(counted))
            }
        }
    }
}
