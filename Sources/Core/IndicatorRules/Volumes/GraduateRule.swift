internal import Databank
internal import Registers
internal import StatisticsModel
internal import Tallies

/// Recipients of unemployment benefit whose right was earned by an education, and their share.
///
/// Source: Jobindsats, "Antal og andel dimittendledige personer"; the funds mark them on each card.
struct GraduateRule: IndicatorRule {
    let spec: TallySpec
    private let fullTime: FullTimeRule
    private let benefits = BenefitSet([.unemploymentBenefit])

    /// Which part counts what.
    private enum Part {
        static let graduates = 0
        static let graduateHours = 1
        static let persons = 2
        static let hours = 3
    }

    init(_ settings: RuleSettings) {
        fullTime = FullTimeRule(settings)
        let graduates = TallySpec.Formula.fulltimeHours(Part.graduateHours)
        spec = TallySpec(
            "y01dia02",
            [.persons, .sum, .persons, .sum],
            [
                (Code("persons"), .part(Part.graduates)),
                (Code("fulltimePersons"), graduates),
                (
                    Code("personShare"),
                    .ratio(.part(Part.graduates), .part(Part.persons), times: 100)
                ),
                (
                    Code("fulltimeShare"),
                    .ratio(graduates, .fulltimeHours(Part.hours), times: 100)
                ),
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
        var card = person.firstCard(in: months.lowerBound)
        while var month = SupportMonth(
            of: person,
            from: place,
            upTo: months.upperBound,
            rule: fullTime
        ) {
            place = month.places.upperBound
            guard month.touches(benefits) else { continue }
            card = person.skipCards(from: card, before: month.month)
            for index in month.places {
                let piece = person.pieces[index]
                let hours = Int64(month.hours(of: piece, by: person))
                guard piece.benefit == .unemploymentBenefit else { continue }
                let leaf = leaves.leaf(of: piece, as: piece.benefit, by: .fund)
                contributions.add(Part.persons, month: month.month, leaf: leaf)
                contributions.add(Part.hours, month: month.month, leaf: leaf, amount: hours)
                guard person.isGraduate(in: piece, from: card) else { continue }
                contributions.add(Part.graduates, month: month.month, leaf: leaf)
                contributions.add(
                    Part.graduateHours,
                    month: month.month,
                    leaf: leaf,
                    amount: hours
                )
            }
        }
    }
}

extension PersonCalendar {
    /// The place of the first card from a place on that is not of an earlier month.
    func skipCards(from place: Int, before month: Int32) -> Int {
        var place = place
        while place < facts.cards.count, facts.cards[place].month < month { place += 1 }
        return place
    }

    /// Whether the fund's card of a piece's month says that the right was earned by an education.
    fileprivate func isGraduate(in piece: BenefitPiece, from place: Int) -> Bool {
        var place = place
        while place < facts.cards.count, facts.cards[place].month == piece.month {
            let card = facts.cards[place]
            if card.benefit == piece.benefit, card.fund == piece.fund { return card.isGraduate }
            place += 1
        }
        return false
    }
}
