internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

/// Rows as CSV: the columns that name a row, the measures, a status for each, and the flags.
///
/// A status is empty beside a number. In the layout `long` a row is a cell: measure, value, status,
/// flags.
struct CSVFormat: Sendable {
    private let slice: Slice
    private let dialect: CSVDialect
    private let isLong: Bool
    private let columns: SliceColumns
    /// For each period the flags of a row, and the line's end.
    private let flags: ByteTable
    private let cellFlags: [[UInt8]]
    private let measures: [(name: [UInt8], label: [UInt8]?)]

    /// For each status byte its word; empty beside a number.
    private static let statuses = (0...255)
        .map { byte -> [UInt8] in
            let status = CellStatus(rawValue: UInt8(byte)) ?? .notAvailable
            return status == .value ? [] : Array("\(status.word)".utf8)
        }

    init(_ slice: Slice, _ form: AnswerForm, _ dialect: CSVDialect) {
        self.slice = slice
        self.dialect = dialect
        isLong = form.layout == .long
        columns = SliceColumns(
            slice,
            form,
            FieldSpelling(
                lead: { _ in [] },
                quote: [],
                trail: [dialect.separator],
                spell: dialect.field
            )
        )
        flags = ByteTable(FlagWords.ofRows(slice).map { Array($0.utf8) + CSVDialect.lineEnd })
        let labels = SliceColumns.measureLabels(of: slice, in: form.language)
        measures = zip(slice.plan.columns, labels)
            .map { column, label in
                (Array(column.name.utf8), form.hasLabels ? dialect.field(label) : nil)
            }
        let periods = slice.plan.periods.indices
        cellFlags = slice.plan.columns.indices.flatMap { column in
            periods.map { period in
                Array(slice.flags(column: column, period: period).words.joined(separator: " ").utf8)
            }
        }
    }

    /// The names of all columns.
    var names: [String] {
        let measures = slice.plan.columns.map(\.name)
        guard isLong else {
            return columns.names + measures + measures.map { $0 + "Status" } + ["flags"]
        }
        let label = self.measures.first?.label == nil ? [] : ["measureLabel"]
        return columns.names + ["measure"] + label + ["value", "status", "flags"]
    }

    /// Appends what comes before the rows.
    func appendHeader(to bytes: inout [UInt8]) {
        bytes += dialect.mark
        for (place, name) in names.enumerated() {
            if place > 0 { bytes.append(dialect.separator) }
            bytes += name.utf8
        }
        bytes += CSVDialect.lineEnd
    }

    /// Appends some rows.
    func append(_ batch: RowBatch, to bytes: inout [UInt8]) {
        for row in 0..<batch.count { append(row, of: batch, to: &bytes) }
    }

    /// Appends one row; in the layout `long` its cells.
    func append(_ row: Int, of batch: RowBatch, to bytes: inout [UInt8]) {
        guard isLong else {
            appendRow(row, of: batch, to: &bytes)
            return
        }
        for column in measures.indices { appendCell(row, column, of: batch, to: &bytes) }
    }

    private func appendRow(_ row: Int, of batch: RowBatch, to bytes: inout [UInt8]) {
        columns.append(row, of: batch, to: &bytes)
        let first = row * batch.columnCount
        for column in measures.indices {
            appendValue(first + column, column, of: batch, to: &bytes)
            bytes.append(dialect.separator)
        }
        for column in measures.indices {
            bytes += Self.statuses[Int(batch.statuses[first + column])]
            bytes.append(dialect.separator)
        }
        flags.append(Int(batch.periodPlaces[row]), to: &bytes)
    }

    private func appendCell(
        _ row: Int,
        _ column: Int,
        of batch: RowBatch,
        to bytes: inout [UInt8]
    ) {
        columns.append(row, of: batch, to: &bytes)
        let index = row * batch.columnCount + column
        bytes += measures[column].name
        bytes.append(dialect.separator)
        if let label = measures[column].label {
            bytes += label
            bytes.append(dialect.separator)
        }
        appendValue(index, column, of: batch, to: &bytes)
        bytes.append(dialect.separator)
        bytes += Self.statuses[Int(batch.statuses[index])]
        bytes.append(dialect.separator)
        bytes += cellFlags[column * slice.plan.periods.count + Int(batch.periodPlaces[row])]
        bytes += CSVDialect.lineEnd
    }

    private func appendValue(
        _ index: Int,
        _ column: Int,
        of batch: RowBatch,
        to bytes: inout [UInt8]
    ) {
        guard batch.statuses[index] == CellStatus.value.rawValue else { return }
        FixedDecimal.append(
            batch.scaled[index],
            decimals: slice.plan.columns[column].measure.decimals,
            separator: dialect.decimalSeparator,
            to: &bytes
        )
    }
}
