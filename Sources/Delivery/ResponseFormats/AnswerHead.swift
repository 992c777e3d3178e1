internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

/// What an answer says about itself: indicator, snapshot, permalink, digest, measures, notes.
struct AnswerHead: Sendable {
    private let slice: Slice
    private let form: AnswerForm
    private let summary: SliceSummary
    private let context: AnswerContext

    init(_ slice: Slice, _ form: AnswerForm, _ summary: SliceSummary, _ context: AnswerContext) {
        self.slice = slice
        self.form = form
        self.summary = summary
        self.context = context
    }

    /// The members before the rows.
    var members: [(String, JSONValue)] {
        [
            indicator,
            ("snapshot", snapshot),
            ("permalink", .string(context.permalink)),
            ("digest", .string("sha256:\(summary.digest.description)")),
            ("citation", .string(citation)),
            ("layout", .string(form.layout.rawValue)),
            ("measures", .array(slice.plan.columns.map(measure))),
        ]
    }

    /// The members after the rows.
    var closingMembers: [(String, JSONValue)] {
        [
            ("notes", .array(notes.map(JSONValue.string))),
            (
                "links",
                .object([
                    ("csv", .string(context.csv)), ("metadata", .string(context.metadata)),
                    ("latest", .string(context.latest)), ("next", .null),
                ])
            ),
        ]
    }

    /// What the reader should know.
    var notes: [String] {
        AnswerNotes(slice, form, rowCount: summary.rowCount).texts
    }

    /// How the answer is quoted.
    var citation: String {
        Citation.text(of: slice, in: form.language, permalink: context.permalink)
    }

    /// The snapshot that answers.
    var snapshot: JSONValue {
        SnapshotReference.document(of: slice.edition.snapshot)
    }

    private var indicator: (String, JSONValue) {
        let entries = slice.indicators.map { indicator in
            JSONValue.object([
                ("id", .string(indicator.id.text)),
                ("label", .string(indicator.label.text(in: form.language))),
            ])
        }
        return slice.plan.isJoined
            ? ("indicators", .array(entries)) : ("indicator", entries.first ?? .null)
    }

    private func measure(_ column: QueryPlan.Column) -> JSONValue {
        let measure = column.measure
        return .object(
            [("id", .string(column.name))]
                + (slice.plan.isJoined ? [("indicator", .string(column.indicator.text))] : []) + [
                    ("label", .string(measure.label.text(in: form.language))),
                    ("unit", .string(measure.unit.text)),
                    ("decimals", .integer(measure.decimals)),
                    ("additive", .bool(measure.isAdditive)),
                    ("polarity", .string(measure.polarity.rawValue)),
                ]
        )
    }
}
