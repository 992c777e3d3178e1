public import Registers

extension PersonCalendar {
    /// Returns where the person lived, in the structure since 2007; 0 where that is unknown.
    public func municipality(on day: Int32) -> Int16 {
        facts.addresses.last { $0.from <= day && day <= $0.to }?.municipality ?? 0
    }

    /// Returns the place of the person's target group in the list; -1 where there was none.
    public func targetGroup(on day: Int32) -> Int16 {
        facts.targetGroups.last { $0.from <= day && day <= $0.to }?.group ?? -1
    }

    /// Returns the place of the person's fund in the list; -1 where there was none.
    ///
    /// On days that are paid by a fund it is the one of the card, else the one of the membership.
    public func fund(on day: Int32) -> Int16 {
        if let piece = piece(on: day), piece.fund >= 0 { return piece.fund }
        return facts.memberships.last { $0.from <= day && day <= $0.to }?.fund ?? -1
    }

    /// Returns the person's age in whole years; `nil` where the day of birth is unknown.
    ///
    /// Indicators of spells take it on the spell's last day, or the period's while the spell goes
    /// on. Source: Jobindsats, "Fordelingsvariable".
    public func age(on day: Int32) -> Int32? {
        guard let born = facts.person?.born else { return nil }
        let months = CivilMonth.containing(day) - CivilMonth.containing(born)
        let years = months / 12
        return CivilMonth.anniversary(years, of: born) <= day ? years : years - 1
    }

    /// Returns the piece in which a day lies; `nil` when the person was on no benefit.
    public func piece(on day: Int32) -> BenefitPiece? {
        let place = firstPiece(endingFrom: day)
        guard place < pieces.count, pieces[place].from <= day else { return nil }
        return pieces[place]
    }

    /// Returns how many days the person was on benefits of a set in some months.
    ///
    /// - Parameters:
    ///   - benefits: The benefits.
    ///   - months: The months, year × 12 + month − 1.
    /// - Returns: The days on any of the benefits.
    public func days(on benefits: BenefitSet, in months: ClosedRange<Int32>) -> Int32 {
        var days: Int32 = 0
        var place = firstPiece(endingFrom: CivilMonth.firstDay(of: months.lowerBound))
        while place < pieces.count, pieces[place].month <= months.upperBound {
            if benefits.contains(pieces[place].benefit) { days += pieces[place].days }
            place += 1
        }
        return days
    }

    /// Returns the hours of a full month by the insurance on a month's card, in hundredths; those
    /// of the full-time insured where there is no card.
    public func fullMonthHours(in month: Int32) -> Int32 {
        let isPartTime = facts.cards.last { $0.month == month }?.isPartTime ?? false
        return isPartTime ? rules.partTimeHours : rules.fullTimeHours
    }

    /// The place of the first piece that ends on a day or later.
    private func firstPiece(endingFrom day: Int32) -> Int {
        var low = 0
        var high = pieces.count
        while low < high {
            let middle = (low + high) / 2
            if pieces[middle].to < day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
