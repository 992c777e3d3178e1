import DatabankStore
import Foundation
import Registers
import StatisticsFixtures
import StatisticsModel

/// A folder that is removed when it is no longer used.
final class DatabankFolder: Sendable {
    let path: String
    var databank: String { path + "/databank.sqlite" }

    init() throws {
        path = NSTemporaryDirectory() + "databank-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

enum DatabankSamples {
    static let now = Instant(secondsSinceEpoch: 1_795_000_000)
    static let month = Period(type: .month, ordinal: 2026 * 12 + 8)

    static func receipt(
        _ number: Int,
        sender: String = "kommunerne",
        source: RegisterSource = .jobCentres,
        period: Period = month,
        fingerprint: UInt8? = nil
    ) throws -> DeliveryReceipt {
        var random = SeededRandom(
            seed: UInt64(number) << 20
                ^ UInt64(sender.utf8.reduce(0) { $0 &* 31 &+ Int($1) } & 0xFFFF)
                ^ UInt64(period.ordinal) << 32 ^ UInt64(fingerprint ?? 0) << 56
                ^ UInt64(source.rawValue.utf8.count) << 48
        )
        let bytes = (0..<32).map { _ in UInt8(truncatingIfNeeded: random.next()) }
        guard let hash = ContentHash(bytes: bytes) else { throw CocoaError(.coderInvalidValue) }
        return DeliveryReceipt(
            source: source,
            sender: sender,
            period: period,
            number: number,
            isFull: false,
            fingerprint: hash,
            receivedAt: now,
            report: Array("{}".utf8)
        )
    }

    static func pseudonym(_ number: Int) -> Pseudonym {
        var random = SeededRandom(seed: UInt64(number))
        return Pseudonym(high: random.next(), low: random.next())
    }

    /// Random months of job search of random persons.
    static func batch(
        _ count: Int,
        persons: Range<Int32>,
        using random: inout SeededRandom
    ) -> RecordBatch {
        var batch = RecordBatch(of: .jobSearch)
        for _ in 0..<count {
            batch.records.append(random.next())
            batch.cancelled.append(Int.random(in: 0..<10, using: &random) == 0)
            batch.persons.append(Int32.random(in: persons, using: &random))
            batch.columns[0].append(Int32.random(in: 24_000...24_321, using: &random))
            batch.columns[1]
                .append(
                    Int.random(in: 0..<20, using: &random) == 0
                        ? RecordBatch.empty : Int32.random(in: 0...9_999, using: &random)
                )
        }
        return batch
    }

    /// The rows of a batch in comparable form.
    static func rows(of batch: RecordBatch) -> [[Int64]] {
        batch.records.indices.map { row in
            [
                Int64(batch.persons[row]), Int64(bitPattern: batch.records[row]),
                batch.cancelled[row] ? 1 : 0,
            ] + batch.columns.map { Int64($0[row]) }
        }
    }
}
