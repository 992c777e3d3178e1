public import Registers

extension RecordBatch {
    /// Returns the records of a kind that hold, for kinds that are not read person by person.
    ///
    /// - Parameters:
    ///   - kind: The kind: production units, the workforce, changes of number.
    ///   - segments: Segments of any kinds.
    ///   - deliveries: The full deliveries; those of which a segment is given may be left out.
    /// - Returns: The newest version of each record that is not taken back, in the order in which
    ///   they took effect.
    public static func current(
        of kind: RecordKind,
        in segments: [FactSegment],
        deliveries: [FactDelivery] = []
    ) -> RecordBatch {
        let entries = SegmentHistory(of: segments, deliveries: deliveries)[kind]
        var seen: Set<Identity> = []
        var newestFirst: [(entry: Int, row: Int)] = []
        for (index, entry) in entries.enumerated().reversed() {
            let batch = entry.batch
            for row in batch.records.indices.reversed() {
                let identity = Identity(
                    sender: entry.sender,
                    person: batch.persons[row],
                    record: batch.records[row]
                )
                guard seen.insert(identity).inserted else { continue }
                guard !entry.isTakenBack, !batch.cancelled[row] else { continue }
                newestFirst.append((index, row))
            }
        }
        var current = RecordBatch(of: kind)
        for (index, row) in newestFirst.reversed() {
            current.append(row, of: entries[index].batch)
        }
        return current
    }

    private struct Identity: Hashable {
        let sender: UInt32
        let person: Int32
        let record: UInt64
    }

    private mutating func append(_ row: Int, of batch: RecordBatch) {
        records.append(batch.records[row])
        cancelled.append(batch.cancelled[row])
        persons.append(batch.persons[row])
        if !batch.others.isEmpty { others.append(batch.others[row]) }
        for column in columns.indices { columns[column].append(batch.columns[column][row]) }
    }
}
