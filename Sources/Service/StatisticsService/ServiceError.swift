public import QueryPlanning
public import StatisticsModel

/// Why a question was not answered, by whose turn it is.
public enum ServiceError: Error, Sendable {
    /// Nothing has been published yet, or everything was taken back.
    case nothingPublished
    /// There is no public snapshot of that id or sequence.
    case unknownSnapshot(String)
    /// The instant lies before the first release.
    case beforeFirstSnapshot(first: Snapshot)
    /// The instant lies in the future.
    case futureInstant(now: Instant)
    /// The question can't be planned: the reader's turn.
    case unanswerable(PlanningError)
    /// What is stored does not have its hash: the operator's turn. The cause is for the log.
    case damaged(cause: String)
    /// The store can't be read just now: the operator's turn. The cause is for the log.
    case unavailable(cause: String)
}
