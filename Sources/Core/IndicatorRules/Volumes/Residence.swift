internal import Databank

/// Where a person lives and which month it is on a day, until either changes.
///
/// Days that are asked for mostly lie near each other, so what was found last is kept.
struct Residence {
    /// The month of the day that was moved to.
    private(set) var month = Int32.min
    /// The municipality on that day; 0 where it is unknown.
    private(set) var municipality: Int16 = 0

    private var monthDays: (first: Int32, last: Int32) = (.max, .min)
    private var stayDays: (first: Int32, last: Int32) = (.max, .min)

    /// The last day before anything changes.
    @inline(__always)
    var lastDay: Int32 { min(monthDays.last, stayDays.last) }

    /// Moves to a day.
    @inline(__always)
    mutating func move(to day: Int32, of person: borrowing PersonCalendar) {
        if day < monthDays.first || day > monthDays.last {
            month = CivilMonth.containing(day)
            monthDays = (CivilMonth.firstDay(of: month), CivilMonth.lastDay(of: month))
        }
        if day < stayDays.first || day > stayDays.last { findStay(on: day, of: person) }
    }

    /// Finds the address of a day: of those that hold, the one that began last.
    private mutating func findStay(on day: Int32, of person: borrowing PersonCalendar) {
        municipality = 0
        stayDays = (day, .max)
        for index in person.facts.addresses.indices {
            let stay = person.facts.addresses[index]
            guard stay.from <= day else {
                stayDays.last = min(stayDays.last, stay.from - 1)
                return
            }
            guard stay.to >= day else { continue }
            municipality = stay.municipality
            stayDays.last = min(stayDays.last, stay.to)
        }
    }
}
