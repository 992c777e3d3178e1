internal import Registers

/// The days and hours of a fund's card that count.
struct CardDays {
    /// The days, bit 0 the first of the month.
    let days: UInt32
    /// The hours in hundredths: those of the card, less the share of days that are left out.
    let hours: Int32

    /// Reads a card.
    ///
    /// A card with hours and without days is spread over the whole month: nothing better is known.
    init(_ card: BenefitCard, sickDaysExcludedSince: Int32) {
        let length = CivilMonth.firstDay(of: card.month + 1) - CivilMonth.firstDay(of: card.month)
        let month = UInt32.max >> UInt32(32 - length)
        let paid = card.days == 0 && card.paidHours > 0 ? month : card.days & month
        guard card.sickDays & paid != 0, card.month >= sickDaysExcludedSince,
            card.benefit == .unemploymentBenefit
        else {
            days = paid
            hours = card.paidHours
            return
        }
        days = paid & ~card.sickDays
        let all = paid.nonzeroBitCount
        hours = Int32((2 * Int(card.paidHours) * days.nonzeroBitCount + all) / (2 * all))
    }

    /// Divides the hours of a card over the pieces of its month, by days.
    ///
    /// The pieces up to and with each one get the hours of their share of days, rounded down, so
    /// that no piece is more than a hundredth of an hour off, and all together get exactly the
    /// card's. Hours of days that belong to another benefit go to the days that remain; when none
    /// remains, they are not counted.
    ///
    /// - Parameters:
    ///   - pieces: All pieces of the person.
    ///   - month: Those of the card's month.
    ///   - card: The card.
    func divide(over pieces: inout [BenefitPiece], in month: Range<Int>, card: BenefitCard) {
        let firstDay = CivilMonth.firstDay(of: card.month)
        var all = 0
        for index in month { all += count(pieces[index], from: firstDay, card: card) }
        guard all > 0, hours != 0 else { return }
        var daysSoFar = 0
        var hoursSoFar = 0
        for index in month {
            daysSoFar += count(pieces[index], from: firstDay, card: card)
            let hoursUpTo = Int(hours) * daysSoFar / all
            pieces[index].paidHours += Int32(hoursUpTo - hoursSoFar)
            hoursSoFar = hoursUpTo
        }
    }

    /// How many of the card's days are in a piece.
    private func count(_ piece: BenefitPiece, from firstDay: Int32, card: BenefitCard) -> Int {
        guard piece.benefit == card.benefit, piece.fund == card.fund else { return 0 }
        let mask = (UInt32.max >> UInt32(32 - piece.days)) << UInt32(piece.from - firstDay)
        return (days & mask).nonzeroBitCount
    }
}
