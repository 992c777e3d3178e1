import DatabankStore
import Foundation
import Registers
import StatisticsFixtures
import StatisticsModel

/// A small country whose registers deliver month by month, with late and corrected records.
struct RegisterWorld {
    private static let municipalities: [Int32] = [101, 147, 461, 482, 751, 825]

    private var random: SeededRandom
    private let persons: Int32
    private var nextRecord: UInt64 = 1
    /// Open periods of benefits: record, person, benefit, municipality, first day.
    private var open: [(UInt64, Int32, Int32, Int32, Int32)] = []

    init(seed: UInt64, persons: Int32) {
        random = SeededRandom(seed: seed)
        self.persons = persons
    }

    /// Delivers who lives where, and the workforce.
    mutating func deliverPopulation(to databank: DatabankFile, month: Int32) throws {
        var people = RecordBatch(of: .persons)
        var stays = RecordBatch(of: .addresses)
        for person in 0..<persons {
            let born = Int32.random(in: -5_000...10_000, using: &random)
            append(
                to: &people,
                person: person,
                [
                    born, Int32.random(in: 0...1, using: &random),
                    Int32.random(in: 0...4, using: &random), 0, RecordBatch.empty,
                ]
            )
            let home = Self.municipalities.randomElement(using: &random) ?? 101
            append(to: &stays, person: person, [home, RecordBatch.empty, born, RecordBatch.empty])
        }
        var workforce = RecordBatch(of: .workforce)
        for municipality in Self.municipalities {
            append(
                to: &workforce,
                person: RecordBatch.nobody,
                [municipality, 2023, 5_000, 4_000]
            )
        }
        try deliver([people, stays], from: .persons, month: month, to: databank)
        try deliver([workforce], from: .reference, month: month, to: databank)
    }

    /// Delivers what a month brings: cards, periods, ends, moves, and corrections of old cards.
    mutating func deliver(_ month: Int32, to databank: DatabankFile) throws {
        let first = Int32(Period(type: .month, ordinal: Int(month)).firstDay.daysSinceEpoch)
        var cards = RecordBatch(of: .benefitCards)
        for _ in 0..<persons / 8 {
            let late = Int32.random(in: 0..<10, using: &random) == 0 ? Int32(1) : 0
            append(
                to: &cards,
                person: Int32.random(in: 0..<persons, using: &random),
                [
                    Int32.random(in: 0..<21, using: &random), 0, 0, month - late,
                    Int32.random(in: 100...16_033, using: &random), 0x0FFF_FFFF, 0,
                    Int32.random(in: 0...1, using: &random), 500, RecordBatch.empty,
                    RecordBatch.empty,
                ]
            )
        }
        var periods = RecordBatch(of: .benefitPeriods)
        for (record, person, benefit, municipality, from) in open.prefix(open.count / 3) {
            append(
                to: &periods,
                person: person,
                record: record,
                [benefit, municipality, from, first + 10]
            )
        }
        open.removeFirst(open.count / 3)
        for _ in 0..<persons / 10 {
            let person = Int32.random(in: 0..<persons, using: &random)
            let benefit = Int32([4, 7, 8, 13, 14].randomElement(using: &random) ?? 4)
            let from = first + Int32.random(in: -40...20, using: &random)
            let home = Self.municipalities.randomElement(using: &random) ?? 101
            open.append((nextRecord, person, benefit, home, from))
            append(to: &periods, person: person, [benefit, home, from, RecordBatch.empty])
        }
        var moves = RecordBatch(of: .addresses)
        for _ in 0..<persons / 50 {
            let home = Self.municipalities.randomElement(using: &random) ?? 101
            append(
                to: &moves,
                person: Int32.random(in: 0..<persons, using: &random),
                [home, RecordBatch.empty, first + 5, RecordBatch.empty]
            )
        }
        try deliver([periods], from: .municipalBenefits, month: month, to: databank)
        try deliver([cards], from: .unemploymentFunds, month: month, to: databank)
        try deliver([moves], from: .persons, month: month, to: databank)
    }

    private mutating func append(
        to batch: inout RecordBatch,
        person: Int32,
        record: UInt64? = nil,
        _ values: [Int32]
    ) {
        precondition(values.count == batch.columns.count, "a record has all of its fields")
        batch.records.append(record ?? nextRecord)
        if record == nil { nextRecord += 1 }
        batch.cancelled.append(false)
        batch.persons.append(person)
        for (column, value) in values.enumerated() { batch.columns[column].append(value) }
    }

    private mutating func deliver(
        _ batches: [RecordBatch],
        from source: RegisterSource,
        month: Int32,
        to databank: DatabankFile
    ) throws {
        let number = try databank.deliveries().filter { $0.source == source }.count + 1
        let admission = try databank.beginAdmission()
        _ = admission.numbers(
            of: (0..<Int(persons)).map { Pseudonym(high: 7, low: UInt64($0)) }
        )
        for batch in batches { try admission.add(batch) }
        let bytes = (0..<32).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        guard let fingerprint = ContentHash(bytes: bytes) else {
            throw CocoaError(.coderInvalidValue)
        }
        _ = try admission.commit(
            DeliveryReceipt(
                source: source,
                sender: "verden",
                period: Period(type: .month, ordinal: Int(month)),
                number: number,
                isFull: false,
                fingerprint: fingerprint,
                receivedAt: Instant(secondsSinceEpoch: 1_790_000_000),
                report: []
            ),
            state: .accepted
        )
    }
}
