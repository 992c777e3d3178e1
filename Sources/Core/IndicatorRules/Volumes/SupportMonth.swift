internal import Databank
internal import Registers

/// Which benefits are counted by hours, and how hours that nobody paid for are found.
struct FullTimeRule: Sendable {
    /// The benefits that are paid by the hour.
    let hourlyBenefits: BenefitSet
    /// All other support, as bits.
    let dailyBenefits: UInt32
    /// Whether unpaid days in offers on hourly benefits count as hours.
    let creditsUnpaidOffers: Bool

    /// Takes the rule from the settings.
    init(_ settings: RuleSettings) {
        hourlyBenefits = settings.hourlyBenefits
        dailyBenefits = BenefitSet.support.subtracting(hourlyBenefits).rawValue
        creditsUnpaidOffers = settings.creditsUnpaidOffers
    }
}

/// A person's days on benefits in one month, and how much of a full-time person they are.
///
/// On benefits that are paid by the hour it is the hours; on all others the days. Nobody is more
/// than one full-time person in a month: hours beyond those of the days that are left beside other
/// benefits are not counted.
///
/// Source: seeds/catalogue/README.md, "Rules of the statistics", rules 2, 4 and 11.
struct SupportMonth {
    /// The month.
    let month: Int32
    /// The places of its pieces.
    let places: Range<Int>
    /// The benefits that the person was on.
    let benefits: BenefitSet

    /// How many days the month has; needed, and known, only where something is paid by the hour.
    private let length: Int32
    private let rule: FullTimeRule
    private let fullMonth: Int32
    private var hoursLeft: Int32

    /// Reads the month of the piece at a place; `nil` when there is none up to the last month.
    ///
    /// - Parameters:
    ///   - person: The person's calendar.
    ///   - place: The place of the month's first piece.
    ///   - last: The last month that is asked for.
    ///   - rule: Which benefits are paid by the hour.
    @inline(__always)
    init?(
        of person: borrowing PersonCalendar,
        from place: Int,
        upTo last: Int32,
        rule: FullTimeRule
    ) {
        guard place < person.pieces.count, person.pieces[place].month <= last else { return nil }
        let month = person.pieces[place].month
        var bits: UInt32 = 0
        var otherDays: Int32 = 0
        var end = place
        while end < person.pieces.count, person.pieces[end].month == month {
            let bit: UInt32 = 1 << UInt32(person.pieces[end].benefit.rawValue)
            bits |= bit
            if rule.dailyBenefits & bit != 0 { otherDays += person.pieces[end].days }
            end += 1
        }
        self.month = month
        self.rule = rule
        places = place..<end
        benefits = BenefitSet(rawValue: bits)
        fullMonth = person.rules.fullTimeHours
        if bits & rule.hourlyBenefits.rawValue != 0 {
            length = CivilMonth.firstDay(of: month + 1) - CivilMonth.firstDay(of: month)
            hoursLeft = fullMonth * (length - otherDays) / length
        } else {
            length = 1
            hoursLeft = 0
        }
    }

    /// Whether the person was on one of some benefits.
    @inline(__always)
    func touches(_ other: BenefitSet) -> Bool { !benefits.isDisjoint(with: other) }

    /// Returns the hours of a piece that count, in hundredths; 0 for benefits that count by days.
    ///
    /// To be asked once for each piece of the month, in time.
    @inline(__always)
    mutating func hours(of piece: BenefitPiece, by person: borrowing PersonCalendar) -> Int32 {
        guard rule.hourlyBenefits.holds(piece.benefit) else { return 0 }
        var hours = max(0, piece.paidHours)
        if hours == 0, rule.creditsUnpaidOffers { hours = credit(for: piece, of: person) }
        hours = min(hours, hoursLeft)
        hoursLeft -= hours
        return hours
    }

    /// The hours of days without pay in offers that stand in for the benefit: those of a full month
    /// × the days' share of the month × weekly hours / 37, at most 1.
    private func credit(
        for piece: BenefitPiece,
        of person: borrowing PersonCalendar
    ) -> Int32 {
        guard !person.activations.isEmpty else { return 0 }
        let fullDays = OfferWeight.fullWeek * piece.days
        var weighted: Int32 = 0
        var place = person.firstActivation(endingFrom: piece.from)
        while place < person.activations.count,
            person.activations[place].piece.from <= piece.to
        {
            let activation = person.activations[place]
            if person.rules.bridgingOffers >> UInt32(activation.offer) & 1 == 1 {
                weighted += OfferWeight.days(of: activation)
            }
            place += 1
        }
        let share = Int(min(weighted, fullDays)) * Int(fullMonth)
        return Int32(share / Int(OfferWeight.fullWeek * length))
    }
}

/// How much a day in an offer is: its weekly hours, at most 37, in hundredths.
///
/// Source: seeds/catalogue/README.md, "Rules of the statistics", rule 9.
enum OfferWeight {
    /// The hundredths of hours of a full week.
    static let fullWeek: Int32 = 3_700

    /// The weight of all days of a piece.
    @inline(__always)
    static func days(of activation: ActivationPiece) -> Int32 {
        activation.piece.days * min(max(0, activation.weeklyHours), fullWeek)
    }
}
