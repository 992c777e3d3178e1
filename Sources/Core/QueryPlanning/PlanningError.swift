public import StatisticsModel

/// Why a question can't be answered: everything that is wrong with it, not only the first thing.
public struct PlanningError: Error, Equatable, Sendable {
    /// What is wrong, in the order of the question; never empty.
    public let problems: [QueryProblem]

    /// Makes an error.
    public init(_ problems: [QueryProblem]) {
        self.problems = problems
    }
}

/// One thing that is wrong with a question, and what would be right.
public struct QueryProblem: Equatable, Sendable {
    /// The kinds of problem; the raw value is the stable code of the API.
    public enum Kind: String, Sendable, CaseIterable {
        /// There is no indicator of that id.
        case unknownIndicator
        /// There is no parameter of that name here.
        case unknownParameter
        /// The dimension has no such member.
        case unknownMember
        /// The dimension has no such level.
        case unknownLevel
        /// The indicator has no such measure.
        case unknownMeasure
        /// The text is no period, or none of the indicator's.
        case invalidPeriod
        /// Periods of several lengths were mixed.
        case mixedPeriodTypes
        /// The indicator has no periods of that length.
        case unavailablePeriodType
        /// The value is empty.
        case emptyValue
        /// The value is not of the form that the parameter has.
        case invalidValue
        /// No cube crosses these dimensions.
        case noCrossing
        /// The indicators don't all have the dimension.
        case dimensionNotShared
        /// The kind of selection comes with a later version of the API.
        case unsupportedSelection
    }

    /// What kind of problem it is.
    public let kind: Kind
    /// The parameter it is about, as given.
    public let parameter: String
    /// The value it is about, as given; `nil` when it is about the parameter.
    public let value: String?
    /// What is allowed; at most 50 entries.
    public let allowed: [String]
    /// The nearest thing that would be right, ready to be put in the value's place.
    public let suggestion: String?
    /// What is wrong, in a sentence.
    public let detail: BilingualText

    /// Makes a problem.
    public init(
        kind: Kind,
        parameter: String,
        value: String?,
        allowed: [String],
        suggestion: String?,
        detail: BilingualText
    ) {
        self.kind = kind
        self.parameter = parameter
        self.value = value
        self.allowed = allowed
        self.suggestion = suggestion
        self.detail = detail
    }
}
