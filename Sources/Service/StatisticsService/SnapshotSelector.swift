public import StatisticsModel

/// Which snapshot a reader asks for.
public enum SnapshotSelector: Hashable, Sendable {
    /// The newest.
    case latest
    /// The one of that id.
    case id(SnapshotID)
    /// The one of that place in the order of releases.
    case sequence(Int)
    /// The newest at the end of a day in Denmark; today means now.
    case asOfDay(CivilDate)
    /// The newest at an instant.
    case asOf(Instant)
}
