public import Databank
public import Tallies

/// A rule that turns one person's calendar into contributions to one indicator.
///
/// A rule is a pure function of the calendar. What it adds for a month may depend only on days up
/// to the end of the month `spec.lag` months later, so that a new month never changes old ones.
public protocol IndicatorRule: Sendable {
    /// What the rule counts.
    var spec: TallySpec { get }

    /// Adds a person's contributions.
    ///
    /// - Parameters:
    ///   - person: The person's calendar.
    ///   - months: The months whose contributions are asked for; others need not be added.
    ///   - contributions: What the contributions are added to.
    func count(
        _ person: borrowing PersonCalendar,
        in months: ClosedRange<Int32>,
        into contributions: inout Contributions
    )
}
