internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

/// How a format spells a field of a column: what stands before it, the text, what stands after.
struct FieldSpelling {
    /// What stands before a field, given the column's name.
    let lead: (String) -> [UInt8]
    /// What stands around a text that needs nothing else: a code or a date.
    let quote: [UInt8]
    /// What stands after a field.
    let trail: [UInt8]
    /// Spells any text, quotes and all.
    let spell: (String) -> [UInt8]
}

/// What stands in the columns that name a row, encoded once for all rows.
///
/// The encoder of a format spells a field, with what stands before or after it; for each member and
/// period that is made once, for code and label together, and rows only copy bytes.
struct SliceColumns: Sendable {
    /// The columns of one axis: code, label or both.
    private struct AxisColumns: Sendable {
        let axis: Int
        /// For each member of the axis its encoded fields.
        let fields: ByteTable
    }

    /// The names of all columns that name a row.
    let names: [String]
    /// The axes before `period`: that of `area`.
    private let area: [AxisColumns]
    /// For each period its encoded code and first day.
    private let periods: ByteTable
    /// The other axes.
    private let others: [AxisColumns]

    /// Encodes the columns.
    ///
    /// - Parameters:
    ///   - slice: The slice.
    ///   - form: Whether codes and labels are shown, and in which language.
    ///   - spelling: How a field is spelled.
    init(_ slice: Slice, _ form: AnswerForm, _ spelling: FieldSpelling) {
        let columns = slice.dimensions.indices.map { Self.columns(of: $0, in: slice, form) }
        let isArea = slice.dimensions.map { $0.id == .area }
        let axes = columns.indices.map { axis in
            let members = slice.members[axis]
            let leads = columns[axis].map { spelling.lead($0.name) }
            let fields = ByteTable(count: members.count) { place, bytes in
                for (column, lead) in zip(columns[axis], leads) {
                    bytes += lead
                    bytes += spelling.spell(column.text(members[place]))
                    bytes += spelling.trail
                }
            }
            return AxisColumns(axis: axis, fields: fields)
        }
        area = zip(axes, isArea).filter(\.1).map(\.0)
        others = zip(axes, isArea).filter { !$0.1 }.map(\.0)
        let periods = slice.plan.periods
        let code = spelling.lead("period") + spelling.quote
        let date = spelling.quote + spelling.trail + spelling.lead("date") + spelling.quote
        let end = spelling.quote + spelling.trail
        self.periods = ByteTable(count: periods.count) { place, bytes in
            bytes += code
            bytes += periods[place].description.utf8
            bytes += date
            bytes += periods[place].firstDay.description.utf8
            bytes += end
        }
        let names = zip(columns, isArea).map { (names: $0.map(\.name), isArea: $1) }
        self.names =
            names.filter(\.isArea).flatMap(\.names) + ["period", "date"]
            + names.filter { !$0.isArea }.flatMap(\.names)
    }

    /// Appends the fields that name a row, in the columns' order.
    @inline(__always)
    func append(_ row: Int, of batch: RowBatch, to bytes: inout [UInt8]) {
        for column in area {
            column.fields.append(batch.memberPlace(row: row, axis: column.axis), to: &bytes)
        }
        periods.append(Int(batch.periodPlaces[row]), to: &bytes)
        for column in others {
            column.fields.append(batch.memberPlace(row: row, axis: column.axis), to: &bytes)
        }
    }

    /// Returns the labels of the measures: in a joined table, where two indicators may call theirs
    /// the same, with the indicator's in front.
    static func measureLabels(of slice: Slice, in language: Language) -> [String] {
        let names = Dictionary(
            slice.indicators.map { ($0.id, $0.label.text(in: language)) },
            uniquingKeysWith: { first, _ in first }
        )
        return slice.plan.columns.map { column in
            let label = column.measure.label.text(in: language)
            guard slice.plan.isJoined, let name = names[column.indicator] else { return label }
            return "\(name): \(label)"
        }
    }

    private static func columns(
        of axis: Int,
        in slice: Slice,
        _ form: AnswerForm
    ) -> [(name: String, text: (Member) -> String)] {
        let name = slice.dimensions[axis].id.text
        var columns: [(name: String, text: (Member) -> String)] = []
        if form.hasCodes { columns.append((name, { $0.code.text })) }
        if form.hasLabels {
            columns.append((name + "Label", { $0.label.text(in: form.language) }))
        }
        return columns
    }
}
