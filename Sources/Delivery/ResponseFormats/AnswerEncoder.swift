internal import QueryPlanning
internal import StatisticsModel
public import StatisticsService

/// A slice as bytes, in any form.
public struct AnswerEncoder: Sendable {
    private let slice: Slice
    private let form: AnswerForm
    private let summary: SliceSummary
    private let context: AnswerContext

    /// Makes the encoder of an answer.
    ///
    /// - Parameters:
    ///   - slice: The rows.
    ///   - form: The form; its layout is one that its format has, and `json-stat` goes with neither
    ///     a limit nor a sort of the slice.
    ///   - summary: What is known about the slice.
    ///   - context: The links of the answer.
    public init(
        slice: Slice,
        form: AnswerForm,
        summary: SliceSummary,
        context: AnswerContext
    ) {
        precondition(
            form.format.layouts.contains(form.layout),
            "the request's reader must refuse a layout that the format lacks"
        )
        self.slice = slice
        self.form = form
        self.summary = summary
        self.context = context
    }

    /// The value of `Content-Type`.
    public var contentType: String { form.format.mediaType }

    /// The name of a download, `y25i01_2026-08-19.csv`; `nil` for what is read in place.
    public var fileName: String? {
        switch form.format {
        case .csv, .csvDanish: downloadName
        default: nil
        }
    }

    private var downloadName: String {
        let ids = slice.plan.indicators.map(\.text).joined(separator: "-")
        return "\(ids)_\(slice.edition.snapshot.id).csv"
    }

    /// Writes the answer in pieces of some ten kilobytes, at most 64.
    ///
    /// - Parameter write: Takes a piece; it waits until the reader has room.
    /// - Throws: `ServiceError` when a chunk can't be read any more, and what `write` throws; the
    ///   answer is incomplete then and must not be ended as if it were whole.
    public func write(_ write: @concurrent ([UInt8]) async throws -> Void) async throws {
        var sink = ByteSink()
        switch form.format {
        case .json: try await writeJSON(into: &sink, write)
        case .ndjson: try await writeLines(into: &sink, write)
        case .csv: try await writeCSV(.international, into: &sink, write)
        case .csvDanish: try await writeCSV(.danish, into: &sink, write)
        case .jsonStat:
            try await JSONStatFormat(slice, form, summary, context).write(into: &sink, write)
        case .text:
            try await TextFormat(slice, form, summary, context).write(into: &sink, write)
        case .codeCurl, .codeR, .codePython, .codePowerQuery, .codeExcel:
            sink.bytes += CodeFormat(slice, form, context, fileName: downloadName).text.utf8
        }
        try await sink.flush(write)
    }

    private func writeJSON(into sink: inout ByteSink, _ write: ByteSink.Write) async throws {
        let head = AnswerHead(slice, form, summary, context)
        let format = JSONRowFormat(slice, form)
        var members = head.members
        if form.layout == .arrays {
            members.append(("columns", .array(format.names.map(JSONValue.string))))
        }
        sink.bytes += JSONValue.object(members).bytes.dropLast()
        sink.bytes += ",\"rows\":[".utf8
        var isFirst = true
        var cursor = slice.rows()
        while let batch = try await cursor.next() {
            for row in 0..<batch.count {
                for entry in 0..<format.entriesPerRow {
                    if !isFirst { sink.bytes.append(UInt8(ascii: ",")) }
                    isFirst = false
                    format.append(row, entry: entry, of: batch, to: &sink.bytes)
                }
                if sink.isFull { try await sink.flush(write) }
            }
        }
        sink.bytes += "],".utf8
        sink.bytes += JSONValue.object(head.closingMembers).bytes.dropFirst()
    }

    private func writeLines(into sink: inout ByteSink, _ write: ByteSink.Write) async throws {
        let format = JSONRowFormat(slice, form)
        var lines = 0
        var cursor = slice.rows()
        while let batch = try await cursor.next() {
            for row in 0..<batch.count {
                for entry in 0..<format.entriesPerRow {
                    format.append(row, entry: entry, of: batch, to: &sink.bytes)
                    sink.bytes.append(UInt8(ascii: "\n"))
                    lines += 1
                }
                if sink.isFull { try await sink.flush(write) }
            }
        }
        let end = JSONValue.object([
            ("end", .bool(true)), ("rows", .integer(lines)),
            ("digest", .string("sha256:\(summary.digest.description)")),
        ])
        sink.bytes += end.bytes
        sink.bytes.append(UInt8(ascii: "\n"))
    }

    private func writeCSV(
        _ dialect: CSVDialect,
        into sink: inout ByteSink,
        _ write: ByteSink.Write
    ) async throws {
        let format = CSVFormat(slice, form, dialect)
        format.appendHeader(to: &sink.bytes)
        var cursor = slice.rows()
        while let batch = try await cursor.next() {
            for row in 0..<batch.count {
                format.append(row, of: batch, to: &sink.bytes)
                if sink.isFull { try await sink.flush(write) }
            }
        }
    }
}
