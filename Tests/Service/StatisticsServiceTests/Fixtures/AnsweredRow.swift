import PublicationFixtures
import QueryPlanning
import StatisticsModel

@testable import StatisticsService

/// A row of an answer, with its members and period spelled out.
struct AnsweredRow: Equatable, CustomStringConvertible {
    let members: [String]
    let period: String
    let cells: [Cell]

    var description: String {
        let fields = cells.map { cell in
            cell.status == .value ? "\(cell.scaled)" : "\(cell.status.word)"
        }
        return (members + [period] + fields).joined(separator: " ")
    }
}

extension Slice {
    /// Reads all rows, batch by batch.
    func batches(of batchRows: Int) async throws(ServiceError) -> [[AnsweredRow]] {
        var cursor = RowCursor(self, batchRows: batchRows)
        var batches: [[AnsweredRow]] = []
        while let batch = try await cursor.next() { batches.append(rows(in: batch)) }
        return batches
    }

    /// Spells out the rows of a batch.
    func rows(in batch: RowBatch) -> [AnsweredRow] {
        (0..<batch.count)
            .map { row in
                AnsweredRow(
                    members: plan.axes.indices.map { axis in
                        members[axis][batch.memberPlace(row: row, axis: axis)].code.text
                    },
                    period: plan.periods[Int(batch.periodPlaces[row])].description,
                    cells: plan.columns.indices.map { batch.cell(row: row, column: $0) }
                )
            }
    }
}

extension StatisticsService {
    /// Answers a question, one text a row: `DK TOT 2026M07 91583 notAvailable`.
    func answer(
        _ question: String,
        of selector: SnapshotSelector = .latest
    ) async throws(ServiceError) -> [String] {
        let edition = try await edition(selector)
        let slice = try await slice(ObservationQuery(reading: question), of: edition)
        return try await slice.batches(of: 4_096).flatMap { $0.map(\.description) }
    }
}

/// What went wrong, in one word and what it says; `answered` when nothing did.
func outcome<Answer>(_ work: () async throws -> Answer) async -> String {
    do {
        _ = try await work()
        return "answered"
    } catch let error as ServiceError {
        switch error {
        case .nothingPublished: return "nothingPublished"
        case .unknownSnapshot(let name): return "unknownSnapshot \(name)"
        case .beforeFirstSnapshot(let first): return "beforeFirstSnapshot \(first.sequence)"
        case .futureInstant(let now): return "futureInstant \(now)"
        case .unanswerable: return "unanswerable"
        case .damaged: return "damaged"
        case .unavailable: return "unavailable"
        }
    } catch {
        return "another error: \(error)"
    }
}
