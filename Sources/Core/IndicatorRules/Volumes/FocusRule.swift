internal import Databank
internal import Registers
internal import StatisticsModel
internal import Tallies

/// Of the persons whose spell on a benefit has gone on for a year: those who had the interviews
/// that are required in a year, and those who were in an offer in the last year.
///
/// Source: Jobindsats, "Fokusmål" of "Tidlig indsats og skærpet tilsyn"; the required interviews
/// are settings.
struct FocusRule: IndicatorRule {
    let spec: TallySpec
    private let focus: FocusSettings
    private let offers: UInt32
    private let benefits: [Benefit] = [
        .unemploymentBenefit, .socialAssistance, .educationAssistance, .integrationBenefit,
        .sicknessBenefit, .jobClarification, .resourceProgramme, .unemploymentAllowance,
    ]

    /// Which part counts what.
    private enum Part {
        // Who had both decides protection, since neither number of persons is smaller.
        static let both = 0
        static let interviewed = 1
        static let offered = 2
        static let persons = 3
    }

    init(_ settings: RuleSettings) {
        focus = settings.focus
        offers = settings.activatingOffers
        spec = TallySpec(
            "y30",
            [.persons, .persons, .persons, .persons],
            [
                (Code("interviewedPersons"), .part(Part.interviewed)),
                (
                    Code("interviewedShare"),
                    .ratio(.part(Part.interviewed), .part(Part.persons), times: 100)
                ),
                (Code("offeredPersons"), .part(Part.offered)),
                (
                    Code("offeredShare"),
                    .ratio(.part(Part.offered), .part(Part.persons), times: 100)
                ),
            ]
        )
    }

    func count(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        guard months.upperBound >= focus.firstMonth, !person.pieces.isEmpty else { return }
        let range = max(months.lowerBound, focus.firstMonth)...months.upperBound
        for benefit in benefits where person.benefits.holds(benefit) {
            count(person, on: benefit, in: range, into: &contributions)
        }
    }

    private func count(
        _ person: borrowing PersonCalendar,
        on benefit: Benefit,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    ) {
        let leaves = PersonLeaf(of: person)
        var effort = YearOfEffort(days: focus.days, interviews: focus.interviews, offers: offers)
        var spellStart = Int32.min
        var lastDay = Int32.min
        for place in person.pieces.indices {
            let piece = person.pieces[place]
            guard piece.month <= months.upperBound else { return }
            guard piece.benefit == benefit else { continue }
            let isNew =
                lastDay == .min
                || person.rules.gaps.isEnd(from: lastDay + 1, to: piece.from - 1, on: benefit)
            if isNew { spellStart = piece.from }
            lastDay = piece.to
            let isCounted =
                months.contains(piece.month) && !focus.pausedMonths.contains(piece.month)
                && piece.to - spellStart + 1 >= focus.days
            guard isCounted else { continue }
            let leaf = leaves.leaf(of: piece, as: benefit, by: .benefit)
            effort.move(to: CivilMonth.lastDay(of: piece.month), of: person)
            let required =
                benefit == .unemploymentBenefit ? focus.insuredInterviews : focus.otherInterviews
            let isInterviewed = effort.interviewCount >= required
            contributions.add(Part.persons, month: piece.month, leaf: leaf)
            if isInterviewed {
                contributions.add(Part.interviewed, month: piece.month, leaf: leaf)
            }
            guard effort.hasOffer else { continue }
            contributions.add(Part.offered, month: piece.month, leaf: leaf)
            if isInterviewed { contributions.add(Part.both, month: piece.month, leaf: leaf) }
        }
    }
}

/// The interviews and offers of the days that end with a day; days come in time.
private struct YearOfEffort {
    let days: Int32
    let interviews: UInt32
    let offers: UInt32

    private(set) var interviewCount: Int32 = 0
    private(set) var hasOffer = false

    private var firstInterview = 0
    private var nextInterview = 0
    private var nextActivation = 0
    private var lastOfferDay = Int32.min

    init(days: Int32, interviews: UInt32, offers: UInt32) {
        self.days = days
        self.interviews = interviews
        self.offers = offers
    }

    mutating func move(to day: Int32, of person: borrowing PersonCalendar) {
        let all = person.facts.interviews.count
        while nextInterview < all, person.facts.interviews[nextInterview].day <= day {
            if counts(person.facts.interviews[nextInterview]) { interviewCount += 1 }
            nextInterview += 1
        }
        while firstInterview < nextInterview,
            person.facts.interviews[firstInterview].day <= day - days
        {
            if counts(person.facts.interviews[firstInterview]) { interviewCount -= 1 }
            firstInterview += 1
        }
        while nextActivation < person.activations.count,
            person.activations[nextActivation].piece.from <= day
        {
            let activation = person.activations[nextActivation]
            if offers.hasBit(activation.offer) {
                lastOfferDay = max(lastOfferDay, activation.piece.to)
            }
            nextActivation += 1
        }
        hasOffer = lastOfferDay > day - days
    }

    private func counts(_ interview: Interview) -> Bool {
        interview.date != nil && interviews.hasBit(interview.interview)
    }
}

extension Interview {
    /// The day by which interviews are in time.
    fileprivate var day: Int32 { date ?? due ?? .min }
}
