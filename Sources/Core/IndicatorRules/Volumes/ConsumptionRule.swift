internal import Databank
internal import Registers
internal import StatisticsModel
internal import Tallies

/// Recipients of unemployment benefit by how much of their right they have used.
///
/// Used are the hours that the fund reports, in full months of the kind of insurance; graduates
/// can't use more than their shorter right. Who is paid on a card that doesn't say what was used is
/// not counted.
///
/// Source: Jobindsats, "Forbrug af dagpengeperioden".
struct ConsumptionRule: IndicatorRule {
    let spec = TallySpec("y01a12", [.persons], [(Code("persons"), .part(0))])
    private let bands: [Int32]
    private let graduateMonths: Int32
    private let benefits = BenefitSet([.unemploymentBenefit])

    /// The place of the first band of consumption in `Facet.elapsedBands`.
    private static let firstBand = Int16(Facet.elapsedBands.firstIndex(of: "C0-3") ?? 0)

    init(_ settings: RuleSettings) {
        bands = settings.consumptionBands
        graduateMonths = settings.graduateMonths
    }

    func count(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        guard !person.benefits.isDisjoint(with: benefits) else { return }
        let leaves = PersonLeaf(of: person)
        var place = person.firstPiece(in: months.lowerBound)
        var card = person.firstCard(in: months.lowerBound)
        while place < person.pieces.count, person.pieces[place].month <= months.upperBound {
            let piece = person.pieces[place]
            place += 1
            guard piece.benefit == .unemploymentBenefit else { continue }
            card = person.skipCards(from: card, before: piece.month)
            guard let band = band(of: piece, from: card, person) else { continue }
            var leaf = leaves.leaf(of: piece, as: piece.benefit, by: .fund)
            leaf[.elapsed] = Self.firstBand + band
            contributions.add(0, month: piece.month, leaf: leaf)
        }
    }

    /// The band of what was used by the card of a piece; `nil` when no card says so.
    private func band(
        of piece: BenefitPiece,
        from place: Int,
        _ person: borrowing PersonCalendar
    ) -> Int16? {
        var place = place
        while place < person.facts.cards.count, person.facts.cards[place].month == piece.month {
            let card = person.facts.cards[place]
            if card.benefit == piece.benefit, card.fund == piece.fund {
                guard let hours = card.consumedHours else { return nil }
                let month =
                    card.isPartTime ? person.rules.partTimeHours : person.rules.fullTimeHours
                return band(ofHundredths: hours * 100, month: month, isGraduate: card.isGraduate)
            }
            place += 1
        }
        return nil
    }

    private func band(ofHundredths hours: Int32, month: Int32, isGraduate: Bool) -> Int16 {
        var band = 0
        while band + 1 < bands.count, hours >= bands[band + 1] * month {
            // Who has used all of the shorter right has not begun on what only others have.
            if isGraduate, bands[band + 1] >= graduateMonths { break }
            band += 1
        }
        return Int16(band)
    }
}
