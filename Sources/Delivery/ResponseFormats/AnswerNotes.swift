internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

/// What a reader should know about an answer, in sentences.
struct AnswerNotes {
    private let slice: Slice
    private let language: Language
    private let rowCount: Int

    init(_ slice: Slice, _ language: Language, rowCount: Int) {
        self.slice = slice
        self.language = language
        self.rowCount = rowCount
    }

    /// The notes: first those of the snapshot, then those of the question.
    var texts: [String] {
        let snapshot = slice.edition.snapshot
        var notes = snapshot.notes
        if let withdrawal = snapshot.withdrawal { notes.append(Self.withdrawn(withdrawal)) }
        notes += slice.plan.notes.map(text)
        notes += breaks
        if rowCount == 0 {
            notes.append(
                BilingualText(
                    danish: "Der er ingen tal for dette valg i udgivelsen.",
                    english: "There are no figures for this selection in the snapshot."
                )
            )
        }
        if let limit = slice.plan.limit, rowCount == limit {
            notes.append(
                BilingualText(
                    danish: "Svaret er begrænset til \(limit) rækker; der kan være flere.",
                    english: "The answer is limited to \(limit) rows; there may be more."
                )
            )
        }
        var texts = notes.map { $0.text(in: language) }
        if language == .english, isPartlyUntranslated {
            texts.append("Where an English label is missing, the Danish one stands in.")
        }
        return texts
    }

    private static func withdrawn(_ withdrawal: Withdrawal) -> BilingualText {
        let successor = withdrawal.successor.map(\.description)
        return BilingualText(
            danish: "Udgivelsen er trukket tilbage: \(withdrawal.reason)."
                + (successor.map { " Brug \($0)." } ?? ""),
            english: "The release was withdrawn: \(withdrawal.reason)."
                + (successor.map { " Use \($0)." } ?? "")
        )
    }

    private func text(_ note: PlanNote) -> BilingualText {
        switch note {
        case .dimensionOpened(let id):
            let label = slice.edition.catalogue.dimension(id)?.label
            return BilingualText(
                danish: "\(label?.danish ?? id.text) har ingen total og vises derfor opdelt.",
                english: "\(label?.text(in: .english) ?? id.text) has no total and is therefore "
                    + "shown split."
            )
        case .fewerPeriods(let asked, let found):
            return BilingualText(
                danish: "Der er \(found) perioder, færre end de \(asked), der blev spurgt om.",
                english: "There are \(found) periods, fewer than the \(asked) asked for."
            )
        case .noFigures(let indicator):
            return BilingualText(
                danish: "Der er endnu ingen tal for \(indicator) i denne udgivelse.",
                english: "There are no figures for \(indicator) in this snapshot yet."
            )
        case .notAdditive(let measure):
            return BilingualText(
                danish: "\(measure) må ikke lægges sammen.",
                english: "\(measure) must not be added up."
            )
        }
    }

    /// One note for each break within the periods shown.
    private var breaks: [BilingualText] {
        guard let first = slice.plan.periods.first, let last = slice.plan.periods.last else {
            return []
        }
        let days = first.firstDay...last.lastDay
        return slice.indicators.flatMap { indicator in
            indicator.breaks.filter { days.contains($0.period.firstDay) }
                .map { entry in
                    BilingualText(
                        danish: "Databrud \(entry.period): \(entry.label.danish)",
                        english: "Break in the series \(entry.period): "
                            + entry.label.text(in: .english)
                    )
                }
        }
    }

    private var isPartlyUntranslated: Bool {
        slice.indicators.contains { $0.label.isMissing(in: .english) }
            || slice.plan.columns.contains { $0.measure.label.isMissing(in: .english) }
            || slice.members.contains { members in
                members.contains { $0.label.isMissing(in: .english) }
            }
    }
}
