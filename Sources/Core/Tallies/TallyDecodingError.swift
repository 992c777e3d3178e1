/// Why kept bytes are no tally of a plan.
public enum TallyDecodingError: Error, Equatable {
    /// Not the bytes of a tally, or not all of them.
    case malformed
    /// The counts of another indicator, other parts, or another structure of members: everything
    /// must be counted anew.
    case otherPlan
    /// The counts reach beyond the plan's last month.
    case laterMonths
}
