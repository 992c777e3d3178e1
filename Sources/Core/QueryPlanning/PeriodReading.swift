internal import StatisticsModel

/// Reads the periods of a question.
struct PeriodReading: Sendable {
    /// What a question gets.
    struct Choice: Sendable {
        /// The periods, ascending, all of one length; empty when there are no figures.
        var periods: [Period] = []
        /// What the reader should know.
        var notes: [PlanNote] = []
    }

    /// How many of the newest periods a question gets that names none.
    static let usualCount = 13

    /// What may be chosen.
    let offer: PeriodOffer

    /// Reads a parameter.
    ///
    /// - Parameters:
    ///   - parameter: The parameter; `nil` when it was left out.
    ///   - problems: Where to tell what is wrong.
    /// - Returns: The choice; empty when something is wrong or there are no figures.
    func choice(
        _ parameter: Question.Parameter?,
        problems: inout ProblemList
    ) -> Choice {
        guard let parameter else {
            guard let type = offer.types.first else { return Choice() }
            var choice = Choice()
            choice.periods = newest(Self.usualCount, of: type)
            return choice
        }
        var terms: [(text: String, term: PeriodTerm)] = []
        var strangers: [String] = []
        for text in parameter.terms {
            if let term = PeriodTerm(parsing: text) {
                terms.append((text, term))
            } else {
                strangers.append(text)
            }
        }
        let type = terms.isEmpty ? offer.types.first : type(of: terms, parameter, &problems)
        for text in strangers {
            let newest = offer.newestTerm(of: type)
            problems.add(.invalidPeriod(text, allowed: offer.allowed, suggestion: newest))
        }
        guard let type else { return Choice() }
        return choice(of: terms, type: type, problems: &problems)
    }

    private func choice(
        of terms: [(text: String, term: PeriodTerm)],
        type: PeriodType,
        problems: inout ProblemList
    ) -> Choice {
        var ordinals: Set<Int> = []
        var choice = Choice()
        for (text, term) in terms {
            if case .range(_, .some(let from), .some(let to)) = term,
                from.first(of: type) > to.last(of: type)
            {
                problems.add(.reversedRange(text, allowed: offer.allowed))
                continue
            }
            let found = self.ordinals(of: term, type: type)
            if found.isEmpty {
                let newest = offer.newestTerm(of: type)
                problems.add(.noSuchPeriod(text, allowed: offer.allowed, suggestion: newest))
            }
            if case .latest(_, let asked) = term, found.count < asked, !found.isEmpty {
                choice.notes.append(.fewerPeriods(asked: asked, found: found.count))
            }
            ordinals.formUnion(found)
        }
        choice.periods = ordinals.sorted().map { Period(type: type, ordinal: $0) }
        return choice
    }

    /// Returns the canonical spelling of periods: ranges where they follow each other.
    static func canonical(_ periods: [Period]) -> String {
        var runs: [(first: Period, last: Period)] = []
        for period in periods {
            if let run = runs.last, run.last.advanced(by: 1) == period {
                runs[runs.count - 1].last = period
            } else {
                runs.append((period, period))
            }
        }
        return runs.map { $0 == $1 ? "\($0)" : "\($0)..\($1)" }.joined(separator: ",")
    }

    /// Returns the one length that terms are of; `nil`, with a problem unless there are no figures.
    private func type(
        of terms: [(text: String, term: PeriodTerm)],
        _ parameter: Question.Parameter,
        _ problems: inout ProblemList
    ) -> PeriodType? {
        guard let standard = offer.types.first else { return nil }
        let lengths = terms.map { Set($0.term.types.map { $0 ?? standard }) }
        let types = lengths.reduce(into: Set<PeriodType>()) { $0.formUnion($1) }
        guard types.count == 1, let type = types.first else {
            let first = lengths.first { $0.count == 1 && $0.isSubset(of: offer.types) }
            let alike = zip(terms, lengths).filter { $0.1 == first }.map(\.0.text)
            problems.add(
                .mixedPeriodTypes(
                    parameter.value,
                    allowed: offer.types.map(\.rawValue),
                    suggestion: alike.isEmpty ? "latest" : alike.joined(separator: ",")
                )
            )
            return nil
        }
        guard offer.types.contains(type) else {
            problems.add(
                .unavailablePeriodType(
                    parameter.value,
                    type,
                    allowed: offer.allowed,
                    suggestion: offer.newestTerm(of: standard)
                )
            )
            return nil
        }
        return type
    }

    private func ordinals(of term: PeriodTerm, type: PeriodType) -> [Int] {
        guard let range = offer.ranges[type] else { return [] }
        switch term {
        case .period(let period):
            return range.contains(period.ordinal) ? [period.ordinal] : []
        case .range(_, let from, let to):
            let first = max(from?.first(of: type) ?? range.lowerBound, range.lowerBound)
            let last = min(to?.last(of: type) ?? range.upperBound, range.upperBound)
            return first <= last ? Array(first...last) : []
        case .latest(_, let count):
            return newest(count, of: type).map(\.ordinal)
        case .latestFinal:
            return offer.newestFinal(of: type).map { [$0] } ?? []
        case .all:
            return Array(range)
        }
    }

    private func newest(_ count: Int, of type: PeriodType) -> [Period] {
        guard let range = offer.ranges[type] else { return [] }
        return range.suffix(count).map { Period(type: type, ordinal: $0) }
    }
}
