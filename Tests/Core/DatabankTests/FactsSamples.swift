import Databank
import Registers
import StatisticsModel

/// Makes a day's number from a date.
func day(_ text: String) -> Int32 {
    CivilDate(parsing: text).map { Int32($0.daysSinceEpoch) } ?? .min
}

/// Makes a month's number, year × 12 + month − 1.
func month(_ year: Int32, _ month: Int32) -> Int32 { CivilMonth.number(year: year, month: month) }

/// A row of a delivery, for any kind.
struct Row {
    var record: UInt64
    var person: Int32
    var values: [Int32]
    var isCancelled = false
    var other: Int32?
}

extension FactDelivery {
    /// A delivery about a month of 2020.
    static func sample(
        _ order: Int,
        of source: RegisterSource,
        sender: String = "a",
        month: Int = 1,
        isFull: Bool = false
    ) -> FactDelivery {
        FactDelivery(
            order: order,
            source: source,
            sender: sender,
            period: Period(type: .month, ordinal: 2020 * 12 + month - 1),
            isFull: isFull
        )
    }
}

extension FactSegment {
    /// A segment of some rows.
    init(_ kind: RecordKind, in delivery: FactDelivery, _ rows: [Row]) {
        var batch = RecordBatch(of: kind)
        for row in rows {
            batch.records.append(row.record)
            batch.cancelled.append(row.isCancelled)
            batch.persons.append(row.person)
            if let other = row.other { batch.others.append(other) }
            for (column, value) in row.values.enumerated() { batch.columns[column].append(value) }
        }
        self.init(delivery: delivery, batch: batch)
    }

    /// A segment of wages in 2020, told apart by their kroner.
    static func wages(_ delivery: FactDelivery, _ rows: [Row]) -> FactSegment {
        FactSegment(.wages, in: delivery, rows)
    }

    /// A change of number.
    static func change(_ old: Int32, to new: Int32, on date: String, order: Int) -> FactSegment {
        FactSegment(
            .numberChanges,
            in: .sample(order, of: .persons),
            [Row(record: UInt64(order), person: old, values: [day(date)], other: new)]
        )
    }
}

extension Row {
    /// A wage in a month of 2020.
    static func wage(_ record: UInt64, of person: Int32, kroner: Int32, month: Int32 = 1) -> Row {
        Row(record: record, person: person, values: [2020 * 12 + month - 1, 1, 2, 3, kroner])
    }

    /// A record that is taken back.
    static func cancelledWage(_ record: UInt64, of person: Int32) -> Row {
        var row = wage(record, of: person, kroner: 0)
        row.isCancelled = true
        return row
    }
}

extension FactsAssembly {
    /// The facts of all persons.
    var all: [Int32: PersonFacts] {
        var all: [Int32: PersonFacts] = [:]
        forEachPerson { person, facts in all[person] = facts }
        return all
    }
}
