internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

/// Rows in aligned columns: texts to the left, numbers to the right, flags last.
///
/// Where a cell has no number its status stands.
struct TextTable: Sendable {
    private let slice: Slice
    private let language: Language
    private let columns: SliceColumns
    private let flags: [[UInt8]]
    private let names: [[UInt8]]
    private let numbers: Range<Int>
    private var widths: [Int]
    private var line = TextLine()

    init(_ slice: Slice, _ form: AnswerForm) {
        self.slice = slice
        language = form.language
        columns = SliceColumns(
            slice,
            form,
            FieldSpelling(
                lead: { _ in [] },
                quote: [],
                trail: [TextLine.end],
                spell: TextLine.field
            )
        )
        flags = FlagWords.ofRows(slice).map { Array($0.utf8) }
        let measures = slice.plan.columns.map(\.name)
        names = (columns.names + measures + ["flags"]).map { Array($0.utf8) }
        numbers = columns.names.count..<(columns.names.count + measures.count)
        widths = names.map(\.count)
    }

    /// Makes the columns wide enough for a row.
    mutating func measure(_ row: Int, of batch: RowBatch) {
        fill(row, of: batch)
        for place in widths.indices { widths[place] = max(widths[place], line.width(of: place)) }
    }

    /// Appends the names of the columns.
    mutating func appendHeader(to bytes: inout [UInt8]) {
        line.clear()
        for name in names { line.append { $0 += name } }
        line.append(to: &bytes, widths: widths, rightAligned: numbers)
    }

    /// Appends a row.
    mutating func append(_ row: Int, of batch: RowBatch, to bytes: inout [UInt8]) {
        fill(row, of: batch)
        line.append(to: &bytes, widths: widths, rightAligned: numbers)
    }

    private mutating func fill(_ row: Int, of batch: RowBatch) {
        line.clear()
        line.appendFields { columns.append(row, of: batch, to: &$0) }
        for (place, column) in slice.plan.columns.enumerated() {
            let cell = batch.cell(row: row, column: place)
            line.append { bytes in
                guard cell.status == .value else {
                    bytes += "\(cell.status.word)".utf8
                    return
                }
                NumberWords.append(
                    cell.scaled,
                    column.measure.decimals,
                    in: language,
                    to: &bytes
                )
            }
        }
        line.append { $0 += flags[Int(batch.periodPlaces[row])] }
    }
}

/// The fields of one line, in one piece of memory that is used again for the next.
struct TextLine: Sendable {
    /// What ends each field; no text has it.
    static let end: UInt8 = 0x1F

    private var bytes: [UInt8] = []
    private var ends: [Int] = []

    /// Returns a text as a field; what would break the line becomes a blank.
    static func field(_ text: String) -> [UInt8] {
        text.utf8.map { $0 < 0x20 ? UInt8(ascii: " ") : $0 }
    }

    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Adds a field, which a function writes.
    mutating func append(_ write: (inout [UInt8]) -> Void) {
        write(&bytes)
        bytes.append(Self.end)
        ends.append(bytes.count)
    }

    /// Adds fields, which a function writes with their ends.
    mutating func appendFields(_ write: (inout [UInt8]) -> Void) {
        let start = bytes.count
        write(&bytes)
        for index in start..<bytes.count where bytes[index] == Self.end { ends.append(index + 1) }
    }

    /// Returns how many characters a field has.
    func width(of place: Int) -> Int {
        // What continues a character in UTF-8 takes no room of its own.
        field(place).count { $0 & 0xC0 != 0x80 }
    }

    /// Appends the line with blanks between the fields, and none at its end.
    func append(to line: inout [UInt8], widths: [Int], rightAligned: Range<Int>) {
        let start = line.count
        for place in ends.indices {
            let blanks = max(0, widths[place] - width(of: place))
            let isRight = rightAligned.contains(place)
            let (before, after) = isRight ? (blanks, 0) : (0, blanks)
            line += repeatElement(UInt8(ascii: " "), count: before + (place > 0 ? 2 : 0))
            line += field(place)
            line += repeatElement(UInt8(ascii: " "), count: after)
        }
        while line.count > start, line.last == UInt8(ascii: " ") { line.removeLast() }
        line.append(UInt8(ascii: "\n"))
    }

    private func field(_ place: Int) -> ArraySlice<UInt8> {
        bytes[(place == 0 ? 0 : ends[place - 1])..<ends[place] - 1]
    }
}
