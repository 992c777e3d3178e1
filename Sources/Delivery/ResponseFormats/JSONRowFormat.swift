internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

/// Rows as JSON objects or arrays; the layouts of `json`, and the lines of `ndjson`.
struct JSONRowFormat: Sendable {
    private let slice: Slice
    private let layout: AnswerForm.Layout
    /// The fields that name a row, with their names where the layout has names; each with a comma.
    private let columns: SliceColumns
    /// For each measure what stands before its value.
    private let measureKeys: ByteTable
    private let measureNames: [[UInt8]]
    private let measureLabels: [[UInt8]]?
    private let decimals: [Int]
    /// For each period the flags of a row, and its end.
    private let rowEnds: ByteTable
    private let cellFlags: [[UInt8]]

    /// For each status byte its word; empty beside a number.
    private static let statuses = (0...255)
        .map { byte -> [UInt8] in
            let status = CellStatus(rawValue: UInt8(byte)) ?? .notAvailable
            return status == .value ? [] : JSONText.bytes("\(status.word)")
        }
    private static let null = Array("null".utf8)

    init(_ slice: Slice, _ form: AnswerForm) {
        self.slice = slice
        layout = form.layout
        let hasNames = form.layout != .arrays
        columns = SliceColumns(
            slice,
            form,
            FieldSpelling(
                lead: { hasNames ? JSONText.bytes($0) + [UInt8(ascii: ":")] : [] },
                quote: [UInt8(ascii: "\"")],
                trail: [UInt8(ascii: ",")],
                spell: JSONText.bytes
            )
        )
        measureKeys = ByteTable(
            slice.plan.columns.enumerated()
                .map { place, column in
                    Array((place == 0 ? "\"\(column.name)\":" : ",\"\(column.name)\":").utf8)
                }
        )
        measureNames = slice.plan.columns.map { JSONText.bytes($0.name) }
        measureLabels =
            form.hasLabels
            ? SliceColumns.measureLabels(of: slice, in: form.language).map(JSONText.bytes) : nil
        decimals = slice.plan.columns.map(\.measure.decimals)
        rowEnds = ByteTable(Self.rowEnds(slice, form.layout))
        cellFlags = form.layout == .long ? Self.cellFlags(slice) : []
    }

    /// The names of the columns of the layout `arrays`.
    var names: [String] {
        let measures = slice.plan.columns.map(\.name)
        return columns.names + measures + measures.map { $0 + "Status" } + ["flags"]
    }

    /// How many entries a row makes: one, or in the layout `long` one a measure.
    var entriesPerRow: Int { layout == .long ? slice.plan.columns.count : 1 }

    /// Appends one entry of a row.
    func append(_ row: Int, entry: Int, of batch: RowBatch, to bytes: inout [UInt8]) {
        switch layout {
        case .rows: appendObject(row, of: batch, to: &bytes)
        case .arrays: appendArray(row, of: batch, to: &bytes)
        case .long: appendCell(row, entry, of: batch, to: &bytes)
        }
    }

    private func appendObject(_ row: Int, of batch: RowBatch, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "{"))
        columns.append(row, of: batch, to: &bytes)
        let first = row * batch.columnCount
        var hasStatus = false
        for column in decimals.indices {
            measureKeys.append(column, to: &bytes)
            hasStatus = !appendValue(first + column, column, of: batch, to: &bytes) || hasStatus
        }
        if hasStatus { appendStatuses(first, of: batch, to: &bytes) }
        rowEnds.append(Int(batch.periodPlaces[row]), to: &bytes)
    }

    private func appendStatuses(_ first: Int, of batch: RowBatch, to bytes: inout [UInt8]) {
        bytes += ",\"status\":{".utf8
        var isFirst = true
        for column in measureNames.indices {
            let status = batch.statuses[first + column]
            guard status != CellStatus.value.rawValue else { continue }
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            bytes += measureNames[column]
            bytes.append(UInt8(ascii: ":"))
            bytes += Self.statuses[Int(status)]
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private func appendArray(_ row: Int, of batch: RowBatch, to bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: "["))
        columns.append(row, of: batch, to: &bytes)
        let first = row * batch.columnCount
        for column in measureNames.indices {
            appendValue(first + column, column, of: batch, to: &bytes)
            bytes.append(UInt8(ascii: ","))
        }
        for column in measureNames.indices {
            let status = Self.statuses[Int(batch.statuses[first + column])]
            bytes += status.isEmpty ? Self.null : status
            bytes.append(UInt8(ascii: ","))
        }
        rowEnds.append(Int(batch.periodPlaces[row]), to: &bytes)
    }

    private func appendCell(
        _ row: Int,
        _ column: Int,
        of batch: RowBatch,
        to bytes: inout [UInt8]
    ) {
        bytes.append(UInt8(ascii: "{"))
        columns.append(row, of: batch, to: &bytes)
        bytes += "\"measure\":".utf8
        bytes += measureNames[column]
        if let label = measureLabels?[column] {
            bytes += ",\"measureLabel\":".utf8
            bytes += label
        }
        bytes += ",\"value\":".utf8
        let index = row * batch.columnCount + column
        appendValue(index, column, of: batch, to: &bytes)
        let status = Self.statuses[Int(batch.statuses[index])]
        if !status.isEmpty {
            bytes += ",\"status\":".utf8
            bytes += status
        }
        bytes += cellFlags[column * slice.plan.periods.count + Int(batch.periodPlaces[row])]
        bytes.append(UInt8(ascii: "}"))
    }

    /// Appends a cell's number, or null; returns whether it has a number.
    @discardableResult
    @inline(__always)
    private func appendValue(
        _ index: Int,
        _ column: Int,
        of batch: RowBatch,
        to bytes: inout [UInt8]
    ) -> Bool {
        guard batch.statuses[index] == CellStatus.value.rawValue else {
            bytes += Self.null
            return false
        }
        FixedDecimal.append(batch.scaled[index], decimals: decimals[column], to: &bytes)
        return true
    }

    /// For each period the member `flags` of a row, or in the layout `arrays` its last field; then
    /// the row's end.
    private static func rowEnds(_ slice: Slice, _ layout: AnswerForm.Layout) -> [[UInt8]] {
        guard layout == .rows else {
            return FlagWords.ofRows(slice)
                .map { words in
                    (words.isEmpty ? null : JSONText.bytes(words)) + [UInt8(ascii: "]")]
                }
        }
        return slice.plan.periods.indices.map { period in
            guard slice.isFlagged(period: period) else { return [UInt8(ascii: "}")] }
            let flagged = slice.plan.columns.enumerated()
                .compactMap { place, column in
                    let words = slice.flags(column: place, period: period).words
                    return words.isEmpty
                        ? nil : (column.name, JSONValue.array(words.map(JSONValue.string)))
                }
            let flags = JSONValue.object(flagged).bytes
            return Array(",\"flags\":".utf8) + flags + [UInt8(ascii: "}")]
        }
    }

    /// For each column and period the member `flags` of a cell.
    private static func cellFlags(_ slice: Slice) -> [[UInt8]] {
        slice.plan.columns.indices.flatMap { column in
            slice.plan.periods.indices.map { period in
                let words = slice.flags(column: column, period: period).words
                guard !words.isEmpty else { return [] }
                let flags = JSONValue.array(words.map(JSONValue.string))
                return Array(",\"flags\":".utf8) + flags.bytes
            }
        }
    }
}
