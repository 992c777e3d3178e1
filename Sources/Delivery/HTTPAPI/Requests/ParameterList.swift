internal import QueryPlanning
internal import StatisticsModel

/// The parameters of a request, from which each reader takes its own until none is left.
struct ParameterList {
    /// The most characters of a value that is no list.
    private static let longestValue = 200

    /// Where the parameters stood, for problems.
    let place: Problem.Item.Place
    /// What nobody has taken yet, in the order of the request.
    private(set) var rest: [ObservationQuery.Parameter]

    init(_ parameters: [ObservationQuery.Parameter], in place: Problem.Item.Place) {
        self.place = place
        rest = parameters
    }

    /// Takes all values of a parameter; empty when it isn't there.
    mutating func takeAll(_ name: String) -> [String] {
        guard let index = rest.firstIndex(where: { $0.name == name }) else { return [] }
        return rest.remove(at: index).values
    }

    /// Takes the value of a parameter that may stand there once; `nil` when it isn't there.
    mutating func take(_ name: String) throws(Problem) -> String? {
        let values = takeAll(name)
        guard let first = values.first else { return nil }
        guard values.count == 1 else {
            throw Problem(
                .invalidValue,
                BilingualText(
                    danish: "Parameteren \(name) må kun stå én gang.",
                    english: "The parameter \(name) may stand only once."
                ),
                in: place,
                name: name,
                value: values.joined(separator: ",")
            )
        }
        let value = first.trimmingBlanks
        guard !value.isEmpty else {
            throw Problem(
                .emptyValue,
                BilingualText(
                    danish: "Parameteren \(name) har ingen værdi.",
                    english: "The parameter \(name) has no value."
                ),
                in: place,
                name: name,
                value: first
            )
        }
        guard value.count <= Self.longestValue else { throw tooLong(value, name) }
        return value
    }

    private func tooLong(_ value: String, _ name: String) -> Problem {
        Problem(
            .invalidValue,
            BilingualText(
                danish: "Værdien af \(name) har \(value.count) tegn; den må højst have "
                    + "\(Self.longestValue).",
                english: "The value of \(name) has \(value.count) characters; it may have "
                    + "\(Self.longestValue) at most."
            ),
            in: place,
            name: name,
            value: String(value.prefix(64)) + "…"
        )
    }

    /// Takes a parameter whose value is one of a few words; the default when it isn't there.
    mutating func take<Word: RawRepresentable<String> & CaseIterable>(
        _ name: String,
        default standard: Word
    ) throws(Problem) -> Word {
        guard let text = try take(name) else { return standard }
        guard let word = Word(rawValue: text) else {
            throw refusal(of: text, for: name, allowed: Word.allCases.map(\.rawValue))
        }
        return word
    }

    /// Takes a whole number within bounds; `nil` when it isn't there.
    mutating func take(_ name: String, in bounds: ClosedRange<Int>) throws(Problem) -> Int? {
        guard let text = try take(name) else { return nil }
        guard let number = Int(text), bounds.contains(number), String(number) == text else {
            throw refusal(
                of: text,
                for: name,
                allowed: ["\(bounds.lowerBound)–\(bounds.upperBound)"]
            )
        }
        return number
    }

    /// Says that a value is none of the allowed ones, and which is nearest.
    func refusal(of value: String, for name: String, allowed: [String]) -> Problem {
        let nearest = SpellingIndex(allowed).nearest(to: value).map { allowed[$0] }
        let list = allowed.prefix(50).joined(separator: ", ")
        return Problem(
            .invalidValue,
            BilingualText(
                danish: "\(name) kan ikke være \"\(value)\". Tilladt: \(list).",
                english: "\(name) can't be \"\(value)\". Allowed: \(list)."
            ),
            in: place,
            name: name,
            value: value,
            allowed: Array(allowed.prefix(50)),
            suggestion: nearest
        )
    }

    /// Refuses what nobody has taken.
    ///
    /// - Parameter allowed: The names that there are, for the problem's text.
    /// - Throws: A `Problem` that lists every parameter that is left.
    func refuseRest(allowed: [String]) throws(Problem) {
        guard let first = rest.first else { return }
        let items = rest.map { parameter in
            Problem.Item(
                place: place,
                name: parameter.name,
                value: parameter.values.first,
                allowed: allowed,
                suggestion: SpellingIndex(allowed).nearest(to: parameter.name).map { allowed[$0] },
                detail: BilingualText(
                    danish: "Parameteren \"\(parameter.name)\" findes ikke her.",
                    english: "There is no parameter \"\(parameter.name)\" here."
                )
            )
        }
        let list = allowed.isEmpty ? "–" : allowed.joined(separator: ", ")
        throw Problem(
            .unknownParameter,
            BilingualText(
                danish: "Parameteren \"\(first.name)\" findes ikke her. Tilladt: \(list).",
                english: "There is no parameter \"\(first.name)\" here. Allowed: \(list)."
            ),
            items: items
        )
    }
}

extension String {
    /// The text without blanks at either end.
    var trimmingBlanks: String {
        let head = drop(while: \.isWhitespace)
        guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(head[...last])
    }
}
