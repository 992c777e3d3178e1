/// A question's parameters, merged by name and split into terms.
struct Question: Sendable {
    /// One parameter with all its terms.
    struct Parameter: Sendable {
        /// The name as given.
        let name: String
        /// The terms as given, without the blanks around them; empty ones are left out.
        let terms: [String]
        /// Whether a value, or a place in a list, was empty.
        let hasEmptyTerm: Bool

        /// All terms in one text, as they could have been given.
        var value: String { terms.joined(separator: ",") }
    }

    /// The parameters, in the order in which their names first stood.
    let parameters: [Parameter]
    private let places: [String: Int]

    /// Splits a question's parameters.
    init(_ query: ObservationQuery) {
        var names: [String] = []
        var places: [String: Int] = [:]
        var values: [[String]] = []
        for parameter in query.parameters {
            if let place = places[parameter.name] {
                values[place] += parameter.values
            } else {
                places[parameter.name] = names.count
                names.append(parameter.name)
                values.append(parameter.values)
            }
        }
        self.places = places
        parameters = zip(names, values)
            .map { name, values in
                let terms = values.flatMap(Self.terms)
                let filled = terms.filter { !$0.isEmpty }
                return Parameter(
                    name: name,
                    terms: filled,
                    hasEmptyTerm: filled.isEmpty || filled.count < terms.count
                )
            }
    }

    /// Returns a parameter; `nil` when it was left out.
    subscript(name: String) -> Parameter? {
        places[name].map { parameters[$0] }
    }

    /// Returns the place of a parameter in the question; a place after all others when left out.
    func place(of name: String) -> Int {
        places[name] ?? parameters.count
    }

    /// Splits a comma list and trims the blanks around each term.
    static func terms(of value: String) -> [String] {
        value.utf8.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
            .map { String(trimmed(Substring($0))) }
    }

    /// Returns a text without the blanks at its ends.
    static func trimmed(_ text: Substring) -> Substring {
        var rest = text
        while let first = rest.unicodeScalars.first, first.properties.isWhitespace {
            rest.unicodeScalars.removeFirst()
        }
        while let last = rest.unicodeScalars.last, last.properties.isWhitespace {
            rest.unicodeScalars.removeLast()
        }
        return rest
    }
}
