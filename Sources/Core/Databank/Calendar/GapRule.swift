public import Registers

/// Which gaps end a spell.
///
/// Since a day that depends on the benefit, only a gap that holds a full calendar month ends a
/// spell; a gap that began before that day ends it, however short. Source: Jobindsats, "Forløb":
/// the calendar month since 2018 for most benefits, since 9 August 2019 for unemployment benefit.
public struct GapRule: Sendable, Equatable {
    private var firstDays: [Int32]

    /// The rule with the dates at which it came into force.
    public static let standard = {
        var rule = GapRule(monthsSince: 17_532)
        rule[.unemploymentBenefit] = 18_117
        return rule
    }()

    /// Makes a rule with the same date for all benefits.
    ///
    /// - Parameter day: The first day of gaps that end a spell only by a full calendar month.
    public init(monthsSince day: Int32) {
        firstDays = [Int32](repeating: day, count: Benefit.allCases.count)
    }

    /// The first day of gaps that end a benefit's spell only by a full calendar month.
    public subscript(benefit: Benefit) -> Int32 {
        get { firstDays[Int(benefit.rawValue)] }
        set { firstDays[Int(benefit.rawValue)] = newValue }
    }

    /// Returns whether a gap ends a spell.
    ///
    /// - Parameters:
    ///   - first: The first day without the benefit.
    ///   - last: The last one known; the gap may go on.
    ///   - benefit: The benefit before the gap.
    /// - Returns: Whether a spell ends by it.
    public func isEnd(from first: Int32, to last: Int32, on benefit: Benefit) -> Bool {
        guard first <= last else { return false }
        guard first >= self[benefit] else { return true }
        // The day before belongs to the spell, so the month in which it lies is never full.
        return CivilMonth.lastDay(of: CivilMonth.containing(first - 1) + 1) <= last
    }
}
