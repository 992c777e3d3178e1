internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

/// An answer to read: a sentence ready to quote for one cell, else an aligned table.
struct TextFormat: Sendable {
    private let slice: Slice
    private let form: AnswerForm
    private let summary: SliceSummary
    private let context: AnswerContext
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
        self.context = context
        head = AnswerHead(slice, form, summary, context)
    }

    /// Writes the text; a table is walked twice, first for the widths of its columns.
    func write(into sink: inout ByteSink, _ write: ByteSink.Write) async throws {
        if summary.rowCount == 1, slice.plan.columns.count == 1 {
            var cursor = slice.rows()
            if let batch = try await cursor.next() { sink.bytes += sentence(batch).utf8 }
        } else {
            try await writeTable(into: &sink, write)
            sink.bytes += "\n\(Self.source(in: form.language)): \(head.citation)\n".utf8
        }
        for note in head.notes { sink.bytes += "\(note)\n".utf8 }
    }

    private func writeTable(into sink: inout ByteSink, _ write: ByteSink.Write) async throws {
        var table = TextTable(slice, form)
        var cursor = slice.rows()
        while let batch = try await cursor.next() {
            for row in 0..<batch.count { table.measure(row, of: batch) }
        }
        table.appendHeader(to: &sink.bytes)
        cursor = slice.rows()
        while let batch = try await cursor.next() {
            for row in 0..<batch.count {
                table.append(row, of: batch, to: &sink.bytes)
                if sink.isFull { try await sink.flush(write) }
            }
        }
    }

    /// What is counted, where and when, how many that is, and where it is known from.
    private func sentence(_ batch: RowBatch) -> String {
        let language = form.language
        let column = slice.plan.columns[0]
        let place = Int(batch.periodPlaces[0])
        let members = slice.members.indices.map { axis in
            slice.members[axis][batch.memberPlace(row: 0, axis: axis)].label.text(in: language)
        }
        let subject =
            slice.indicators.map { $0.label.text(in: language) }
            + [Self.continued(column.measure.label.text(in: language))] + members
            + [PeriodWords.text(slice.plan.periods[place], in: language)]
        let flags = slice.flags(column: 0, period: place)
        let value = words(of: batch.cell(row: 0, column: 0), column, flags)
        let stop = value.hasSuffix(".") ? "" : "."
        let (source, release) = (Self.source(in: language), Self.release(in: language))
        return "\(subject.joined(separator: ", ")): \(value)\(stop) \(source): Jobindsats, "
            + "\(release) \(slice.edition.snapshot.id), \(context.permalink)\n"
    }

    private func words(
        of cell: Cell,
        _ column: QueryPlan.Column,
        _ flags: Slice.Flags
    ) -> String {
        guard cell.status == .value else {
            return StatusWords.text(cell.status, in: form.language)
        }
        let unit = slice.edition.catalogue.unit(column.measure.unit)?.symbol
        let number = NumberWords.text(cell.scaled, column.measure.decimals, in: form.language)
        return number + (unit.map { " " + $0.text(in: form.language) } ?? "")
            + Self.remark(flags, form.language)
    }

    /// The word that a label continues a sentence with; an abbreviation keeps its capitals.
    private static func continued(_ label: String) -> String {
        guard label.dropFirst().first?.isLowercase ?? false else { return label }
        return label.prefix(1).lowercased() + label.dropFirst()
    }

    private static func remark(_ flags: Slice.Flags, _ language: Language) -> String {
        guard flags.contains(.provisional) else { return "" }
        return language == .danish ? " (foreløbigt)" : " (provisional)"
    }

    private static func source(in language: Language) -> String {
        language == .danish ? "Kilde" : "Source"
    }

    private static func release(in language: Language) -> String {
        language == .danish ? "udgivelsen" : "release of"
    }
}
