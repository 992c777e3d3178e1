internal import Registers

/// The days on which a person can be on a benefit.
struct DayLimits {
    private let last: Int32
    private let limited: (from: Int32, to: Int32)
    private let limitedBenefits: BenefitSet

    /// Finds the limits: the horizon, the day of death, and the ages that count.
    init(of person: PersonRecord?, horizon: Int32, rules: CalendarRules) {
        last = min(horizon, person?.died ?? .max)
        limitedBenefits = rules.ageLimited
        guard let born = person?.born else {
            limited = (.min, last)
            return
        }
        let from = CivilMonth.anniversary(rules.ages.lowerBound, of: born)
        let end = CivilMonth.anniversary(rules.ages.upperBound + 1, of: born)
        limited = (from, min(last, end - 1))
    }

    /// The days on which the person can be on a benefit.
    @inline(__always)
    func days(on benefit: Benefit) -> (from: Int32, to: Int32) {
        limitedBenefits.contains(benefit) ? limited : (.min, last)
    }
}
