internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

/// What stands in each column of a slice, encoded once for all rows.
///
/// The encoder of a format gives the spelling of a text; for each member, period and flag it is
/// made once, and rows only copy bytes.
struct SliceColumns: Sendable {
    /// A column of members: a dimension's code or its label.
    struct MemberColumn: Sendable {
        /// The column's name.
        let name: String
        /// The axis that it belongs to.
        let axis: Int
        /// For each member of the axis its encoded field.
        let fields: [[UInt8]]
    }

    /// The columns of the members before `period`: those of `area`.
    let area: [MemberColumn]
    /// For each period its encoded code.
    let periods: [[UInt8]]
    /// For each period the encoded date of its first day.
    let dates: [[UInt8]]
    /// The columns of the other dimensions.
    let others: [MemberColumn]

    /// Encodes the columns.
    ///
    /// - Parameters:
    ///   - slice: The slice.
    ///   - form: Whether codes and labels are shown, and in which language.
    ///   - encode: Spells a text in the format.
    init(_ slice: Slice, _ form: AnswerForm, encode: (String) -> [UInt8]) {
        let columns = slice.dimensions.indices.map { axis in
            Self.columns(of: axis, in: slice, form, encode)
        }
        let isArea = slice.dimensions.map { $0.id == .area }
        area = zip(columns, isArea).filter(\.1).flatMap(\.0)
        others = zip(columns, isArea).filter { !$0.1 }.flatMap(\.0)
        periods = slice.plan.periods.map { encode($0.description) }
        dates = slice.plan.periods.map { encode($0.firstDay.description) }
    }

    /// The names of all columns that name a row.
    var names: [String] { area.map(\.name) + ["period", "date"] + others.map(\.name) }

    /// Calls a function with each field that names a row, in the columns' order.
    @inline(__always)
    func forEachField(of row: Int, in batch: RowBatch, _ body: ([UInt8]) -> Void) {
        for column in area { body(column.fields[batch.memberPlace(row: row, axis: column.axis)]) }
        let period = Int(batch.periodPlaces[row])
        body(periods[period])
        body(dates[period])
        for column in others { body(column.fields[batch.memberPlace(row: row, axis: column.axis)]) }
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
        _ form: AnswerForm,
        _ encode: (String) -> [UInt8]
    ) -> [MemberColumn] {
        let name = slice.dimensions[axis].id.text
        let members = slice.members[axis]
        var columns: [MemberColumn] = []
        if form.hasCodes {
            let fields = members.map { encode($0.code.text) }
            columns.append(MemberColumn(name: name, axis: axis, fields: fields))
        }
        if form.hasLabels {
            let fields = members.map { encode($0.label.text(in: form.language)) }
            columns.append(MemberColumn(name: name + "Label", axis: axis, fields: fields))
        }
        return columns
    }
}
