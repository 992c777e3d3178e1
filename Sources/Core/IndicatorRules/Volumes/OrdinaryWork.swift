internal import Databank

/// A person's wages by month, told apart from those that a subsidy pays for.
///
/// A wage is subsidised when the person is in an offer with a wage subsidy at the same production
/// unit in the month, or in one whose unit nobody registered. Months are asked for in time.
///
/// Source: Jobindsats, "Ydelsesmodtagere med løntimer"; how subsidised hours are found is an
/// assumption.
struct OrdinaryWork {
    private let subsidised: UInt32
    private var place: Int

    /// Begins with the wages of a month.
    init(of person: borrowing PersonCalendar, from month: Int32, subsidised: UInt32) {
        self.subsidised = subsidised
        place = person.firstWage(in: month)
    }

    /// Returns the unsubsidised hours of a month, in hundredths, and whether there was a wage.
    mutating func take(
        month: Int32,
        of person: borrowing PersonCalendar
    ) -> (hours: Int64, isPaid: Bool) {
        var hours: Int64 = 0
        var isPaid = false
        while place < person.facts.wages.count, person.facts.wages[place].month <= month {
            let wage = person.facts.wages[place]
            place += 1
            guard wage.month == month, wage.hours > 0 || wage.kroner > 0 else { continue }
            guard !isSubsidised(wage.unit, in: month, person) else { continue }
            hours += Int64(max(0, wage.hours))
            if wage.kroner > 0 { isPaid = true }
        }
        return (hours, isPaid)
    }

    private func isSubsidised(
        _ unit: Int32,
        in month: Int32,
        _ person: borrowing PersonCalendar
    ) -> Bool {
        guard !person.facts.offers.isEmpty else { return false }
        let firstDay = CivilMonth.firstDay(of: month)
        let lastDay = CivilMonth.lastDay(of: month)
        for index in person.facts.offers.indices {
            let offer = person.facts.offers[index]
            guard offer.from <= lastDay else { return false }
            guard offer.to >= firstDay, subsidised.hasBit(offer.offer) else { continue }
            if offer.unit.map({ $0 == unit }) ?? true { return true }
        }
        return false
    }
}
