internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

/// A slice as a JSON-stat 2.0 dataset.
///
/// The dimensions are `area`, the others, `period` and `measure`, the last one fastest. Values are
/// dense: a combination that no row shows is null with the status `notAvailable`.
///
/// Source: JSON-stat 2.0, json-stat.org/full.
struct JSONStatFormat: Sendable {
    private let slice: Slice
    private let form: AnswerForm
    private let head: AnswerHead
    private let context: AnswerContext
    private let summary: SliceSummary

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

    /// Writes the dataset; the rows are walked twice, for values and for statuses.
    func write(into sink: inout ByteSink, _ write: ByteSink.Write) async throws {
        sink.bytes += Self.opening(members)
        sink.bytes += ",\"value\":[".utf8
        try await walk(into: &sink, write) { place, cell, bytes in
            if place > 0 { bytes.append(UInt8(ascii: ",")) }
            guard let cell, cell.status == .value else {
                bytes += "null".utf8
                return
            }
            FixedDecimal.append(
                cell.scaled,
                decimals: slice.plan.columns[place % slice.plan.columns.count].measure.decimals,
                to: &bytes
            )
        }
        sink.bytes += "],\"status\":{".utf8
        var isFirst = true
        try await walk(into: &sink, write) { place, cell, bytes in
            let status = cell?.status ?? .notAvailable
            guard status != .value else { return }
            bytes += (isFirst ? "\"\(place)\":\"" : ",\"\(place)\":\"").utf8
            isFirst = false
            bytes += "\(status.word)\"".utf8
        }
        sink.bytes += "}".utf8
        for (name, value) in closingMembers {
            sink.bytes += ",\"\(name)\":".utf8
            sink.bytes += value.bytes
        }
        sink.bytes += "}".utf8
    }

    /// Calls a function with every place of the cube, in order, and its cell if there is a row.
    private func walk(
        into sink: inout ByteSink,
        _ write: ByteSink.Write,
        _ body: (Int, Cell?, inout [UInt8]) -> Void
    ) async throws {
        let columns = slice.plan.columns.count
        let periods = slice.plan.periods.count
        let counts = slice.plan.axes.map(\.members.count)
        var next = 0
        var cursor = slice.rows()
        while let batch = try await cursor.next() {
            for row in 0..<batch.count {
                var series = 0
                for axis in counts.indices {
                    series = series * counts[axis] + batch.memberPlace(row: row, axis: axis)
                }
                let first = (series * periods + Int(batch.periodPlaces[row])) * columns
                for place in next..<first {
                    body(place, nil, &sink.bytes)
                    if sink.isFull { try await sink.flush(write) }
                }
                for column in 0..<columns {
                    body(first + column, batch.cell(row: row, column: column), &sink.bytes)
                }
                next = first + columns
                if sink.isFull { try await sink.flush(write) }
            }
        }
        for place in next..<max(next, counts.reduce(periods * columns, *)) {
            body(place, nil, &sink.bytes)
            if sink.isFull { try await sink.flush(write) }
        }
    }

    private static func opening(_ members: [(String, JSONValue)]) -> [UInt8] {
        Array(JSONValue.object(members).bytes.dropLast())
    }

    private var members: [(String, JSONValue)] {
        let language = form.language
        let names = slice.dimensions.map(\.id.text) + ["period", "measure"]
        let sizes =
            slice.members.map(\.count) + [slice.plan.periods.count, slice.plan.columns.count]
        return [
            ("version", .string("2.0")),
            ("class", .string("dataset")),
            (
                "label",
                .string(
                    slice.indicators.map { $0.label.text(in: language) }.joined(separator: "; ")
                )
            ),
            ("source", .string("Styrelsen for Arbejdsmarked og Rekruttering, jobindsats.dk")),
            ("updated", .string(slice.edition.snapshot.releaseAt.description)),
            ("href", .string(context.permalink)),
            ("id", .array(names.map(JSONValue.string))),
            ("size", .array(sizes.map(JSONValue.integer))),
            (
                "role",
                .object([
                    ("time", .array([.string("period")])), ("geo", .array([.string("area")])),
                    ("metric", .array([.string("measure")])),
                ])
            ),
            ("dimension", .object(dimensions)),
        ]
    }

    private var dimensions: [(String, JSONValue)] {
        let language = form.language
        let members = zip(slice.dimensions, slice.members)
            .map { dimension, members in
                (
                    dimension.id.text,
                    Self.dimension(
                        dimension.label.text(in: language),
                        members.map { ($0.code.text, $0.label.text(in: language)) }
                    )
                )
            }
        let period = Self.dimension(
            language == .danish ? "Periode" : "Period",
            slice.plan.periods.map { ($0.description, PeriodWords.text($0, in: language)) }
        )
        let measure = Self.dimension(
            language == .danish ? "Måltal" : "Measure",
            zip(slice.plan.columns, SliceColumns.measureLabels(of: slice, in: language))
                .map { ($0.name, $1) },
            unit: units
        )
        return members + [("period", period), ("measure", measure)]
    }

    private var units: JSONValue {
        .object(
            slice.plan.columns.map { column in
                let unit = slice.edition.catalogue.unit(column.measure.unit)?.label
                return (
                    column.name,
                    .object([
                        (
                            "label",
                            .string(unit?.text(in: form.language) ?? column.measure.unit.text)
                        ),
                        ("decimals", .integer(column.measure.decimals)),
                    ])
                )
            }
        )
    }

    private static func dimension(
        _ label: String,
        _ categories: [(code: String, label: String)],
        unit: JSONValue? = nil
    ) -> JSONValue {
        let category: [(String, JSONValue)] = [
            ("index", .array(categories.map { .string($0.code) })),
            ("label", .object(categories.map { ($0.code, .string($0.label)) })),
        ]
        return .object([
            ("label", .string(label)),
            ("category", .object(category + (unit.map { [("unit", $0)] } ?? []))),
        ])
    }

    private var closingMembers: [(String, JSONValue)] {
        [
            ("note", .array(head.notes.map(JSONValue.string))),
            (
                "extension",
                .object([
                    ("snapshot", head.snapshot), ("permalink", .string(context.permalink)),
                    ("digest", .string("sha256:\(summary.digest.description)")),
                    ("citation", .string(head.citation)),
                    (
                        "flags",
                        .object([
                            ("provisional", periods(with: .provisional)),
                            ("break", periods(with: .seriesBreak)),
                        ])
                    ),
                ])
            ),
        ]
    }

    private func periods(with flag: Slice.Flags) -> JSONValue {
        .array(
            slice.plan.periods.enumerated()
                .filter { place, _ in
                    slice.plan.columns.indices.contains { column in
                        slice.flags(column: column, period: place).contains(flag)
                    }
                }
                .map { .string($0.element.description) }
        )
    }
}
