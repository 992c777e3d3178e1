internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

/// An answer to read: a sentence ready to quote for one cell, else an aligned table.
struct TextFormat: Sendable {
    private let slice: Slice
    private let form: AnswerForm
    private let summary: SliceSummary
    private let head: AnswerHead

    init(
        _ slice: Slice,
        _ form: AnswerForm,
        _ summary: SliceSummary,
        _ context: AnswerContext
    ) {
        self.slice = slice
        self.form = form
        self.summary = summary
        head = AnswerHead(slice, form, summary, context)
    }

    /// Writes the text; a table is walked twice, first for the widths of its columns.
    func write(into sink: inout ByteSink, _ write: ByteSink.Write) async throws {
        if summary.rowCount == 1, slice.plan.columns.count == 1 {
            var cursor = slice.rows()
            if let batch = try await cursor.next() {
                sink.bytes += sentence(batch).utf8
                sink.bytes.append(UInt8(ascii: "\n"))
            }
        } else {
            try await writeTable(into: &sink, write)
        }
        for note in head.notes { sink.bytes += "\(note)\n".utf8 }
    }

    private func sentence(_ batch: RowBatch) -> String {
        let members = slice.members.indices.map { axis in
            slice.members[axis][batch.memberPlace(row: 0, axis: axis)]
                .label.text(in: form.language)
        }
        let period = PeriodWords.text(
            slice.plan.periods[Int(batch.periodPlaces[0])],
            in: form.language
        )
        let column = slice.plan.columns[0]
        let cell = batch.cell(row: 0, column: 0)
        let label = column.measure.label.text(in: form.language)
        let place = members.joined(separator: ", ")
        let unit = slice.edition.catalogue.unit(column.measure.unit)?.symbol
        let symbol = unit.map { " " + $0.text(in: form.language) } ?? ""
        let value =
            cell.status == .value
            ? NumberWords.text(cell.scaled, column.measure.decimals, in: form.language) + symbol
            : StatusWords.text(cell.status, in: form.language)
        let stop = value.hasSuffix(".") ? "" : "."
        return "\(label), \(place), \(period): \(value)\(stop) \(head.citation)"
    }

    private func writeTable(into sink: inout ByteSink, _ write: ByteSink.Write) async throws {
        let columns = SliceColumns(slice, form) { Array($0.utf8) }
        let names = columns.names + slice.plan.columns.map(\.name)
        let firstNumber = columns.names.count
        var widths = names.map(\.count)
        var cursor = slice.rows()
        while let batch = try await cursor.next() {
            for row in 0..<batch.count {
                for (place, field) in fields(row, of: batch, columns).enumerated() {
                    widths[place] = max(widths[place], field.count)
                }
            }
        }
        append(names, widths, firstNumber, to: &sink.bytes)
        cursor = slice.rows()
        while let batch = try await cursor.next() {
            for row in 0..<batch.count {
                append(fields(row, of: batch, columns), widths, firstNumber, to: &sink.bytes)
                try await sink.passOn(write)
            }
        }
        sink.bytes += "\n\(head.citation)\n".utf8
    }

    private func fields(_ row: Int, of batch: RowBatch, _ columns: SliceColumns) -> [String] {
        var fields: [String] = []
        columns.forEachField(of: row, in: batch) {
            fields.append(String(decoding: $0, as: UTF8.self))
        }
        for (place, column) in slice.plan.columns.enumerated() {
            let cell = batch.cell(row: row, column: place)
            fields.append(
                cell.status == .value
                    ? NumberWords.text(cell.scaled, column.measure.decimals, in: form.language)
                    : "\(cell.status.word)"
            )
        }
        return fields
    }

    private func append(
        _ fields: [String],
        _ widths: [Int],
        _ firstNumber: Int,
        to bytes: inout [UInt8]
    ) {
        for (place, field) in fields.enumerated() {
            let blanks = [UInt8](
                repeating: UInt8(ascii: " "),
                count: max(0, widths[place] - field.count)
            )
            if place > 0 { bytes += "  ".utf8 }
            if place >= firstNumber { bytes += blanks }
            bytes += field.utf8
            if place < firstNumber { bytes += blanks }
        }
        bytes.append(UInt8(ascii: "\n"))
    }
}
