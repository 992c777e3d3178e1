internal import DeliveryText
internal import StatisticsModel

/// Reads the rows of one file into compact columns.
struct DeliveryTableParser {
    private static let largestReservation = 4_000_000

    let file: String
    let space: IndicatorSpace
    let mode: DeliveryManifest.Mode
    let problems: DeliveryProblems
    var lookup: DeliveryLookup

    private var table: DeliveryTable
    /// How many cells of each column look like civil registration numbers.
    private var personCells: [Int] = []
    private var scaled: [Int64] = []
    private var statuses: [UInt8] = []

    init(
        file: String,
        space: IndicatorSpace,
        catalogue: Catalogue,
        mode: DeliveryManifest.Mode,
        problems: DeliveryProblems
    ) {
        self.file = file
        self.space = space
        self.mode = mode
        self.problems = problems
        lookup = DeliveryLookup(file: file, space: space, catalogue: catalogue, problems: problems)
        table = DeliveryTable(file: file, indicator: space.indicator.id, columns: [])
    }

    /// Reads all records; the result's cells are in the order of their keys, without doubles.
    mutating func parse<Failure>(
        _ reader: inout CSVReader<Failure>,
        expectedRows: Int
    ) throws(Failure) -> DeliveryTable {
        guard try reader.next() else {
            problems.add(.missingColumn, file: file, "the file is empty: it lacks its header")
            return table
        }
        let header = DeliveryHeader(
            names: (0..<reader.fieldCount).map(reader.text),
            file: file,
            space: space,
            mode: mode,
            problems: problems
        )
        start(header, reserving: min(expectedRows, Self.largestReservation))
        while try reader.next() {
            table.rowCount += 1
            guard isWhole(reader, width: header.columns.count) else { continue }
            read(reader, header)
        }
        reportPersonCells(header)
        table.sort()
        checkDoubles()
        return table
    }

    private mutating func start(_ header: DeliveryHeader, reserving rows: Int) {
        table.columns = header.measures.map { DeliveryTable.Column(measure: $0) }
        table.keys.reserveCapacity(rows)
        table.lines.reserveCapacity(rows)
        for index in table.columns.indices {
            table.columns[index].scaled.reserveCapacity(rows)
            table.columns[index].statuses.reserveCapacity(rows)
        }
        personCells = header.columns.map { _ in 0 }
        scaled = header.measures.map { _ in 0 }
        statuses = header.measures.map { _ in 0 }
    }

    private func isWhole<Failure>(_ reader: CSVReader<Failure>, width: Int) -> Bool {
        if let flaw = reader.flaw {
            problems.add(.malformedRow, file: file, line: reader.line, flaw.rawValue)
            return false
        }
        guard reader.isUTF8 else {
            problems.add(.notUTF8, file: file, line: reader.line, "the row is not UTF-8")
            return false
        }
        guard reader.fieldCount == width else {
            problems.add(
                .wrongFieldCount,
                file: file,
                line: reader.line,
                value: String(reader.fieldCount),
                "the row has another number of fields than the header",
                allowed: [String(width)]
            )
            return false
        }
        return true
    }

    private mutating func read<Failure>(_ reader: CSVReader<Failure>, _ header: DeliveryHeader) {
        let known = problems.count
        var series = header.baseSeries
        var area = header.baseArea
        var crossing: UInt32 = 0
        var period: PackedPeriod?
        var isWhole = header.isUsable
        let isDeleted = header.operation.map { isDelete(reader, column: $0) } ?? false
        for (index, column) in header.columns.enumerated() {
            let field = reader.field(index)
            if case .measure(let place) = column {
                readValue(field, place, at: reader.line, isDeleted: isDeleted)
                continue
            }
            if field.count >= 10, PersonNumber.isNumber(field) {
                personCells[index] += 1
                isWhole = false
                continue
            }
            switch column {
            case .axis(let axis):
                guard let place = lookup.place(of: field, onAxis: axis, line: reader.line) else {
                    continue
                }
                series += place * space.axes[axis].stride
                if axis == 0 { area = place }
                if place != space.axes[axis].total { crossing |= 1 << UInt32(axis) }
            case .period: period = lookup.period(of: field, line: reader.line)
            case .measure, .operation, .unknown: continue
            }
        }
        guard isWhole, problems.count == known, let period else { return }
        guard lookup.isHeld(area: area, crossing: crossing & ~1, line: reader.line) else { return }
        store(DeliveredKey(series: series, period: period), line: reader.line)
    }

    private mutating func store(_ key: DeliveredKey, line: Int) {
        table.keys.append(key)
        table.lines.append(Int32(clamping: line))
        for index in table.columns.indices {
            table.columns[index].scaled.append(scaled[index])
            table.columns[index].statuses.append(statuses[index])
        }
    }

    private func isDelete<Failure>(_ reader: CSVReader<Failure>, column: Int) -> Bool {
        let text = reader.text(column)
        guard text != "delete" else { return true }
        if text != "upsert", !PersonNumber.isNumber(reader.field(column)) {
            problems.add(
                .unknownOperation,
                file: file,
                line: reader.line,
                column: "op",
                value: text,
                "there is no such operation",
                allowed: ["upsert", "delete"]
            )
        }
        return false
    }

    private mutating func readValue(
        _ field: ArraySlice<UInt8>,
        _ place: Int,
        at line: Int,
        isDeleted: Bool
    ) {
        scaled[place] = 0
        if isDeleted {
            statuses[place] = CellStatus.absent.rawValue
            guard !field.isEmpty else { return }
            let detail = "a row that is deleted has no values"
            addValue(.valueInDeletedRow, field, place, line, detail, allowed: ["an empty field"])
            return
        }
        let measure = table.columns[place].measure
        do {
            guard let status = Self.statusWord(field) else {
                scaled[place] = try FixedDecimal.scaled(parsing: field, decimals: measure.decimals)
                statuses[place] = CellStatus.value.rawValue
                return
            }
            statuses[place] = status.rawValue
        } catch {
            let allowed = ["at most \(measure.decimals) decimals"]
            switch error {
            case .notANumber:
                let words = ["a number as 12.5", "", "notAvailable", "notApplicable"]
                addValue(.notANumber, field, place, line, "this is no number", allowed: words)
            case .tooManyDecimals:
                let detail = "the number has too many decimals"
                addValue(.tooManyDecimals, field, place, line, detail, allowed: allowed)
            case .outOfRange:
                addValue(.outOfRange, field, place, line, "the number is too large", allowed: [])
            }
        }
    }

    private static func statusWord(_ field: ArraySlice<UInt8>) -> CellStatus? {
        guard let first = field.first else { return .suppressed }
        guard first == UInt8(ascii: "n") else { return nil }
        if field.elementsEqual("notAvailable".utf8) { return .notAvailable }
        return field.elementsEqual("notApplicable".utf8) ? .notApplicable : nil
    }

    private func addValue(
        _ kind: DeliveryProblem.Kind,
        _ field: ArraySlice<UInt8>,
        _ place: Int,
        _ line: Int,
        _ detail: String,
        allowed: [String]
    ) {
        problems.add(
            kind,
            file: file,
            line: line,
            column: table.columns[place].measure.id.text,
            value: String(decoding: field, as: UTF8.self),
            detail,
            allowed: allowed
        )
    }

    private func reportPersonCells(_ header: DeliveryHeader) {
        for (index, count) in personCells.enumerated() where count > 0 {
            problems.add(
                .personNumbers,
                file: file,
                column: header.names[index],
                "\(count) cells look like civil registration numbers, which no figures hold"
            )
        }
    }

    private mutating func checkDoubles() {
        var first = 0
        for index in table.keys.indices.dropFirst() {
            guard table.keys[index] == table.keys[first] else {
                first = index
                continue
            }
            problems.add(
                .duplicateCell,
                file: file,
                line: Int(table.lines[index]),
                "the row has the members and the period of line \(table.lines[first])"
            )
        }
    }
}
