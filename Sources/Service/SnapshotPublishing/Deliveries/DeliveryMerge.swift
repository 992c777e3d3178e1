internal import StatisticsModel

/// Brings the files of a delivery together, measure by measure.
struct DeliveryMerge {
    let catalogue: Catalogue
    let manifest: DeliveryManifest
    let problems: DeliveryProblems

    /// A measure's column of one file.
    private struct Part {
        let table: DeliveryTable
        let column: DeliveryTable.Column

        func cell(_ index: Int) -> Cell {
            guard let status = CellStatus(rawValue: column.statuses[index]), status != .value else {
                return Cell(scaled: column.scaled[index])
            }
            return Cell(without: status)
        }

        func text(_ index: Int) -> String {
            let cell = cell(index)
            guard cell.status == .value else { return "\(cell.status.word)" }
            return FixedDecimal.text(cell.scaled, decimals: column.measure.decimals)
        }
    }

    /// A cell of one of the parts.
    private struct Entry {
        let key: DeliveredKey
        let part: Int32
        let row: Int32
    }

    /// Returns the figures by measure; cells of two files that don't agree become problems.
    func measures(of tables: [DeliveryTable]) -> [DeliveredMeasure] {
        catalogue.indicators.flatMap { indicator in
            let own = tables.filter { $0.indicator == indicator.id }
            return indicator.measures.compactMap { measure -> DeliveredMeasure? in
                let parts = own.flatMap { (table: DeliveryTable) -> [Part] in
                    table.columns.filter { $0.measure.id == measure.id }
                        .map { Part(table: table, column: $0) }
                }
                guard !parts.isEmpty else { return nil }
                let cells = merged(parts)
                return DeliveredMeasure(
                    indicator: indicator.id,
                    measure: measure.id,
                    windows: Self.windows(of: cells.keys),
                    cells: cells
                )
            }
        }
    }

    private func merged(_ parts: [Part]) -> DeliveredCells {
        guard parts.count > 1 else {
            let part = parts[0]
            return DeliveredCells(
                keys: part.table.keys,
                scaled: part.column.scaled,
                statuses: part.column.statuses
            )
        }
        var entries: [Entry] = []
        for (index, part) in parts.enumerated() {
            entries += part.table.keys.enumerated()
                .map { row, key in
                    Entry(key: key, part: Int32(index), row: Int32(row))
                }
        }
        entries.sort { left, right in
            left.key == right.key ? left.part < right.part : left.key < right.key
        }
        var cells = DeliveredCells()
        var first: Entry?
        for entry in entries {
            if let first, first.key == entry.key {
                compare(first, entry, parts)
                continue
            }
            first = entry
            let column = parts[Int(entry.part)].column
            cells.keys.append(entry.key)
            cells.scaled.append(column.scaled[Int(entry.row)])
            cells.statuses.append(column.statuses[Int(entry.row)])
        }
        return cells
    }

    private func compare(_ first: Entry, _ second: Entry, _ parts: [Part]) {
        // A double inside one file has been reported already.
        guard first.part != second.part else { return }
        let earlier = parts[Int(first.part)]
        let later = parts[Int(second.part)]
        guard earlier.cell(Int(first.row)) != later.cell(Int(second.row)) else { return }
        let line = earlier.table.lines[Int(first.row)]
        problems.add(
            .unequalCopies,
            file: later.table.file,
            line: Int(later.table.lines[Int(second.row)]),
            column: later.column.measure.id.text,
            value: later.text(Int(second.row)),
            "\(earlier.table.file):\(line) has another value for the same cell",
            allowed: [earlier.text(Int(first.row))]
        )
    }

    private static func windows(of keys: [DeliveredKey]) -> [PeriodType: ClosedRange<Period>] {
        var windows: [PeriodType: ClosedRange<Period>] = [:]
        for key in keys {
            let period = key.period
            guard let known = windows[period.type] else {
                windows[period.type] = period...period
                continue
            }
            guard !known.contains(period) else { continue }
            windows[period.type] = min(known.lowerBound, period)...max(known.upperBound, period)
        }
        return windows
    }
}
