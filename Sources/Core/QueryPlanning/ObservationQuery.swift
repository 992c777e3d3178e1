/// A question about observations as it was asked: split into names and values, nothing checked.
public struct ObservationQuery: Sendable, Equatable {
    /// One parameter of the question.
    public struct Parameter: Sendable, Equatable {
        /// The name as given.
        public let name: String
        /// The values as given: one for each time the parameter stood there, lists not yet split.
        public let values: [String]

        /// Makes a parameter.
        public init(name: String, values: [String]) {
            self.name = name
            self.values = values
        }
    }

    /// The indicators as given: one, or several that are to be joined in one table.
    public let indicators: [String]
    /// Whether one table of several indicators is asked for, with columns named after both.
    public let isJoined: Bool
    /// All parameters but those that belong to the answer's form or choose a snapshot.
    public let parameters: [Parameter]

    /// Makes a question.
    public init(indicators: [String], isJoined: Bool, parameters: [Parameter]) {
        self.indicators = indicators
        self.isJoined = isJoined
        self.parameters = parameters
    }
}
