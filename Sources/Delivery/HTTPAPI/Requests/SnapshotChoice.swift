internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

/// Which snapshot a request asks for, and whether the answer can ever change.
struct SnapshotChoice: Sendable, Equatable {
    /// The snapshot.
    let selector: SnapshotSelector
    /// Whether the request names its snapshot, so that the answer is the same for ever.
    let isPinned: Bool

    /// The parameters that choose a snapshot.
    static let names = ["snapshot", "sequence", "asOf"]

    init(selector: SnapshotSelector, isPinned: Bool) {
        self.selector = selector
        self.isPinned = isPinned
    }

    /// Takes the choice from the path or the parameters; the newest when neither makes one.
    ///
    /// - Parameters:
    ///   - parameters: The request's parameters; the selectors are taken out of them.
    ///   - pathSnapshot: What the path names; `nil` outside the mirror.
    ///   - now: The current time, which decides whether an `asOf` has passed.
    /// - Throws: A `Problem` when the choice is malformed or made twice.
    init(
        from parameters: inout ParameterList,
        pathSnapshot: String?,
        now: Instant
    ) throws(Problem) {
        let given = Self.names.filter { name in parameters.rest.contains { $0.name == name } }
        let chosen = (pathSnapshot == nil ? [] : ["/v1/snapshots/…"]) + given
        guard chosen.count <= 1 else { throw Self.conflict(chosen, in: parameters.place) }
        if let pathSnapshot {
            selector = .id(try Self.id(pathSnapshot))
            isPinned = true
        } else if let text = try parameters.take("snapshot") {
            selector = text.lowercased() == "latest" ? .latest : .id(try Self.id(text))
            isPinned = selector != .latest
        } else if let sequence = try parameters.take("sequence", in: 1...999_999) {
            selector = .sequence(sequence)
            isPinned = true
        } else if let text = try parameters.take("asOf") {
            (selector, isPinned) = try Self.asOf(text, in: parameters.place, now: now)
        } else {
            selector = .latest
            isPinned = false
        }
    }

    private static func id(_ text: String) throws(Problem) -> SnapshotID {
        guard let id = SnapshotID(parsing: text) else { throw .unknownSnapshot(text) }
        return id
    }

    private static func conflict(_ chosen: [String], in place: Problem.Item.Place) -> Problem {
        let list = chosen.joined(separator: ", ")
        return Problem(
            .conflictingSelectors,
            BilingualText(
                danish: "Udgivelsen er valgt flere gange: \(list). Behold ét valg.",
                english: "The snapshot is chosen more than once: \(list). Keep one choice."
            ),
            in: place,
            name: chosen.last ?? "snapshot",
            value: nil
        )
    }

    private static func asOf(
        _ text: String,
        in place: Problem.Item.Place,
        now: Instant
    ) throws(Problem) -> (SnapshotSelector, Bool) {
        if let day = CivilDate(parsing: text) {
            return (.asOfDay(day), day < CopenhagenTime.date(at: now))
        }
        switch CopenhagenTime.instant(parsing: text) {
        case .exact(let instant): return (.asOf(instant), instant <= now)
        case .nonexistent:
            throw refusal(
                of: text,
                in: place,
                BilingualText(
                    danish: "Klokken blev stillet frem over \"\(text)\". Skriv en forskydning, "
                        + "fx +01:00.",
                    english: "The clock was put forward over \"\(text)\". Write an offset such "
                        + "as +01:00."
                )
            )
        case .ambiguous(let first, let second):
            throw refusal(
                of: text,
                in: place,
                BilingualText(
                    danish: "\"\(text)\" var der to gange: \(CopenhagenTime.text(at: first)) og "
                        + "\(CopenhagenTime.text(at: second)). Skriv den ene.",
                    english: "\"\(text)\" was twice: \(CopenhagenTime.text(at: first)) and "
                        + "\(CopenhagenTime.text(at: second)). Write one of them."
                )
            )
        case .malformed:
            throw refusal(
                of: text,
                in: place,
                BilingualText(
                    danish: "asOf er en dato eller et tidspunkt, fx 2026-11-19 eller "
                        + "2026-11-19T08:00, ikke \"\(text)\".",
                    english: "asOf is a date or an instant, such as 2026-11-19 or "
                        + "2026-11-19T08:00, not \"\(text)\"."
                )
            )
        }
    }

    private static func refusal(
        of text: String,
        in place: Problem.Item.Place,
        _ detail: BilingualText
    ) -> Problem {
        Problem(
            .invalidValue,
            detail,
            in: place,
            name: "asOf",
            value: text,
            allowed: ["yyyy-mm-dd", "yyyy-mm-ddThh:mm", "yyyy-mm-ddThh:mm:ss+02:00"]
        )
    }
}
