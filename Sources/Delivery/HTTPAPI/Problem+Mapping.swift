internal import HTTPTypes
internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

extension Problem {
    /// Says what a service's failure means to the reader; the only place that does.
    ///
    /// - Parameters:
    ///   - error: The failure.
    ///   - place: Where the question stood.
    ///   - tryPath: The path and query that would work, for a question that can't be planned.
    init(
        _ error: ServiceError,
        in place: Item.Place = .query,
        tryPath: (PlanningError) -> String? = { _ in nil }
    ) {
        switch error {
        case .nothingPublished: self = .nothingPublished
        case .unknownSnapshot(let text): self = .unknownSnapshot(text)
        case .beforeFirstSnapshot(let first): self = .beforeFirst(first)
        case .futureInstant(let now): self = .future(now)
        case .unanswerable(let error):
            self.init(error, in: place, tryPath: tryPath(error))
        case .damaged(let cause):
            self.init(
                .damaged,
                BilingualText(
                    danish: "De gemte tal stemmer ikke med deres kontrolsum og bliver derfor "
                        + "ikke vist.",
                    english: "The stored figures don't match their checksum and are therefore "
                        + "not shown."
                ),
                headers: [.retryAfter: "600"],
                cause: cause
            )
        case .unavailable(let cause):
            self.init(
                .unavailable,
                BilingualText(
                    danish: "Databasen kan ikke læses lige nu.",
                    english: "The database can't be read just now."
                ),
                headers: [.retryAfter: "5"],
                cause: cause
            )
        }
    }

    /// Says what is wrong with a question.
    init(_ error: PlanningError, in place: Item.Place, tryPath: String?) {
        let items = error.problems.map { problem in
            Item(
                place: place,
                name: problem.parameter,
                value: problem.value,
                allowed: problem.allowed,
                suggestion: problem.suggestion,
                detail: problem.detail
            )
        }
        let kinds = Set(error.problems.map(\.kind))
        let isSingle = kinds.count == 1
        let details = error.problems.map(\.detail)
        let code = isSingle ? error.problems.first.map { ProblemCode($0.kind) } : nil
        self.init(
            code ?? .invalidQuery,
            BilingualText(
                danish: details.map(\.danish).joined(separator: " "),
                english: details.map { $0.text(in: .english) }.joined(separator: " ")
            ),
            items: items,
            tryPath: tryPath
        )
    }

    /// Passes a problem on, and says that anything else is an accident of ours.
    init(wrapping error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let error as ServiceError: self.init(error)
        default: self = .accident(error)
        }
    }

    /// Something that nobody thought of.
    static func accident(_ error: any Error) -> Problem {
        Problem(
            .internalError,
            BilingualText(
                danish: "Svaret kunne ikke laves. Fejlen er vores og er skrevet ned.",
                english: "The answer could not be made. The mistake is ours and has been logged."
            ),
            cause: String(reflecting: error)
        )
    }

    /// The database is new.
    static let nothingPublished = Problem(
        .nothingPublished,
        BilingualText(
            danish: "Der er endnu ikke udgivet tal fra denne database, eller alle udgivelser er "
                + "trukket tilbage.",
            english: "No figures have been published from this database yet, or all releases "
                + "were withdrawn."
        ),
        headers: [.retryAfter: "60"]
    )

    /// No public snapshot of that name; one under embargo answers the same.
    static func unknownSnapshot(_ text: String) -> Problem {
        Problem(
            .unknownSnapshot,
            BilingualText(
                danish: "Der er ingen udgivelse \"\(text)\". Id'er er udgivelsesdatoer, fx "
                    + "2026-11-19.",
                english: "There is no snapshot \"\(text)\". Ids are release dates, such as "
                    + "2026-11-19."
            ),
            in: .query,
            name: "snapshot",
            value: text
        )
    }

    private static func beforeFirst(_ first: Snapshot) -> Problem {
        Problem(
            .beforeFirstSnapshot,
            BilingualText(
                danish: "Den første gældende udgivelse er \(first.id), "
                    + "\(CopenhagenTime.text(at: first.releaseAt)).",
                english: "The first snapshot in force is \(first.id), "
                    + "\(CopenhagenTime.text(at: first.releaseAt))."
            ),
            name: "asOf",
            value: nil,
            suggestion: first.id.description
        )
    }

    private static func future(_ now: Instant) -> Problem {
        Problem(
            .futureInstant,
            BilingualText(
                danish: "asOf kan højst være nu, \(CopenhagenTime.text(at: now)).",
                english: "asOf can be no later than now, \(CopenhagenTime.text(at: now))."
            ),
            name: "asOf",
            value: nil,
            suggestion: CopenhagenTime.date(at: now).description
        )
    }
}
