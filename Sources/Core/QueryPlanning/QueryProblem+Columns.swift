/// How problems with measures, sorting and limits are told.
extension QueryProblem {
    /// Tells that there is no such measure.
    static func unknownMeasure(
        _ value: String,
        among names: [String],
        suggestion: String?
    ) -> QueryProblem {
        problem(
            .unknownMeasure,
            "measure",
            value: value,
            allowed: names,
            suggestion: suggestion,
            danish: "Der er intet måltal »\(shortened(value))« her. Brug et af dem på listen.",
            english: "There is no measure “\(shortened(value))” here. Use one of those listed."
        )
    }

    /// Tells that there is no such column to sort by.
    static func unknownSortKey(
        _ value: String,
        among names: [String],
        suggestion: String?
    ) -> QueryProblem {
        problem(
            .invalidValue,
            "sort",
            value: value,
            allowed: names,
            suggestion: suggestion,
            danish: "Der kan ikke sorteres efter »\(shortened(value))«. Brug en af kolonnerne på"
                + " listen, med minus for faldende.",
            english: "“\(shortened(value))” is no column to sort by. Use one of those listed,"
                + " with a minus for descending."
        )
    }

    /// What `limit` may be.
    static let allowedLimits = ["1–999999999"]

    /// Tells that a limit is not a number of rows.
    static func invalidLimit(_ value: String) -> QueryProblem {
        problem(
            .invalidValue,
            "limit",
            value: value,
            allowed: allowedLimits,
            danish: "limit er et helt antal rækker fra 1, ikke »\(shortened(value))«.",
            english: "limit is a whole number of rows from 1, not “\(shortened(value))”."
        )
    }
}
