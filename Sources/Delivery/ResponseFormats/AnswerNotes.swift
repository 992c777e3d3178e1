internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

/// What a reader should know about an answer, in sentences.
struct AnswerNotes {
    private let slice: Slice
    private let form: AnswerForm
    private let language: Language
    private let rowCount: Int

    init(_ slice: Slice, _ form: AnswerForm, rowCount: Int) {
        self.slice = slice
        self.form = form
        language = form.language
        self.rowCount = rowCount
    }

    /// The notes: first those of the snapshot, then those of the question, then those of the
    /// figures.
    var texts: [String] {
        let snapshot = slice.edition.snapshot
        var notes = snapshot.notes
        if let withdrawal = snapshot.withdrawal { notes.append(Self.withdrawn(withdrawal)) }
        notes += slice.plan.notes.map(text) + warnings + breaks + published + extent
        var texts = notes.map { $0.text(in: language) }
        if notes.contains(where: { $0.isMissing(in: language) }) || isPartlyUntranslated {
            texts.append("Where an English text is missing, the Danish one stands in.")
        }
        return texts
    }

    private static func withdrawn(_ withdrawal: Withdrawal) -> BilingualText {
        let successor = withdrawal.successor.map(\.description)
        let reason = withdrawal.reason + (withdrawal.reason.hasSuffix(".") ? "" : ".")
        return BilingualText(
            danish: "Udgivelsen er trukket tilbage: \(reason)"
                + (successor.map { " Brug \($0)." } ?? ""),
            english: "The release was withdrawn: \(reason)"
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
            return notAdditive(measure)
        }
    }

    private func notAdditive(_ id: Code<Measure>) -> BilingualText {
        let label = slice.plan.columns.first { $0.measure.id == id }?.measure.label
        return BilingualText(
            danish: "\(label?.danish ?? id.text) må ikke lægges sammen.",
            english: "\(label?.text(in: .english) ?? id.text) must not be added up."
        )
    }

    /// A dimension that was opened without being asked for invites to sum just as `each` does.
    private var warnings: [BilingualText] {
        let notes = slice.plan.notes
        let isOpened = notes.contains { note in
            if case .dimensionOpened = note { true } else { false }
        }
        guard isOpened else { return [] }
        var seen: Set<Code<Measure>> = []
        return slice.plan.columns.map(\.measure)
            .filter { !$0.isAdditive && seen.insert($0.id).inserted }
            .filter { !notes.contains(.notAdditive($0.id)) }
            .map { notAdditive($0.id) }
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
                        english: entry.label.english
                            .map { "Break in the series \(entry.period): \($0)" }
                    )
                }
        }
    }

    /// Which figures were not computed here.
    private var published: [BilingualText] {
        let ids = slice.indicators.map(\.id).filter(slice.edition.isAsPublished).map(\.text)
        guard !ids.isEmpty else { return [] }
        let names = ids.joined(separator: ", ")
        return [
            BilingualText(
                danish: "Tallene for \(names) vises, som kilden har offentliggjort dem.",
                english: "The figures of \(names) are shown as their source published them."
            )
        ]
    }

    /// Whether there are no rows, or more than are shown.
    private var extent: [BilingualText] {
        guard rowCount > 0 else {
            return [
                BilingualText(
                    danish: "Der er ingen tal for dette valg i udgivelsen.",
                    english: "There are no figures for this selection in the snapshot."
                )
            ]
        }
        guard let limit = slice.plan.limit, rowCount == limit else { return [] }
        guard form.layout == .long else {
            return [
                BilingualText(
                    danish: "Svaret er begrænset til \(limit) rækker; der kan være flere.",
                    english: "The answer is limited to \(limit) rows; there may be more."
                )
            ]
        }
        return [
            BilingualText(
                danish: "Svaret er begrænset til \(limit) rækker på tværs af mål, altså "
                    + "\(limit * slice.plan.columns.count) celler; der kan være flere.",
                english: "The answer is limited to \(limit) rows across measures, that is "
                    + "\(limit * slice.plan.columns.count) cells; there may be more."
            )
        ]
    }

    /// Whether a label that is shown is missing in the reader's language.
    private var isPartlyUntranslated: Bool {
        guard form.hasLabels || form.format == .jsonStat else { return false }
        return slice.indicators.contains { $0.label.isMissing(in: language) }
            || slice.dimensions.contains { $0.label.isMissing(in: language) }
            || slice.plan.columns.contains { $0.measure.label.isMissing(in: language) }
            || slice.members.contains { members in
                members.contains { $0.label.isMissing(in: language) }
            }
    }
}
