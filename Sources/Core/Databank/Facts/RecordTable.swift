internal import Registers

/// The records of one kind that hold, gathered by person: a counting sort over the segments.
///
/// Because a segment's rows are sorted by person, each pass over it reads and writes forward.
struct RecordTable {
    /// How many values a record has.
    let width: Int
    /// Where each person's records begin, and one more for the end.
    private(set) var starts: [Int32]
    /// The records' values, record by record; those of a person in the order of effect.
    private(set) var values: [Int32] = []

    /// Gathers the records of a kind.
    init(of kind: RecordKind, in entries: [SegmentHistory.Entry], slots: PersonSlots) {
        width = RecordSchema.schema(of: kind).dataFields.count
        starts = Self.count(entries, slots: slots)
        let targets = settle(entries, slots: slots)
        values = [Int32](repeating: 0, count: Int(starts[starts.count - 1]) * width)
        var cursors = targets.starts
        for entry in entries {
            scatter(entry.batch, slots: slots, targets: targets.places, cursors: &cursors)
        }
    }

    /// How many records there are.
    var count: Int { Int(starts[starts.count - 1]) }

    /// The values of a record.
    @inline(__always)
    subscript(row: Int) -> RecordFields { RecordFields(values, from: row * width) }

    /// Whether any record of the person at a place holds.
    @inline(__always)
    func hasRows(at place: Int) -> Bool { starts[place] < starts[place + 1] }

    /// The rows of the person at a place.
    @inline(__always)
    func rows(of place: Int) -> Range<Int> { Int(starts[place])..<Int(starts[place + 1]) }

    /// Where each person's versions begin.
    private static func count(_ entries: [SegmentHistory.Entry], slots: PersonSlots) -> [Int32] {
        var counts = [Int32](repeating: 0, count: slots.persons.count + 1)
        for entry in entries {
            for person in entry.batch.persons {
                let place = slots.place(of: person)
                if place >= 0 { counts[place + 1] += 1 }
            }
        }
        for place in counts.indices.dropFirst() { counts[place] += counts[place - 1] }
        return counts
    }

    /// Decides which versions hold; afterwards `starts` counts only those.
    ///
    /// - Returns: Where each person's versions begin, and where each version goes; -1 if nowhere.
    private mutating func settle(
        _ entries: [SegmentHistory.Entry],
        slots: PersonSlots
    ) -> (starts: [Int32], places: [Int32]) {
        let versionStarts = starts
        var versions = RecordVersions(of: entries, slots: slots, starts: versionStarts)
        var places = [Int32](repeating: -1, count: versions.count)
        var next: Int32 = 0
        for place in 0..<slots.persons.count {
            let group = Int(versionStarts[place])..<Int(versionStarts[place + 1])
            versions.settle(group)
            starts[place] = next
            for version in group where versions.holds(version) {
                places[version] = next
                next += 1
            }
        }
        starts[slots.persons.count] = next
        return (versionStarts, places)
    }

    private mutating func scatter(
        _ batch: RecordBatch,
        slots: PersonSlots,
        targets: [Int32],
        cursors: inout [Int32]
    ) {
        var moves: [(row: Int32, target: Int32)] = []
        moves.reserveCapacity(batch.count)
        let persons = batch.persons
        for row in persons.indices {
            let place = slots.place(of: persons[row])
            guard place >= 0 else { continue }
            let target = targets[Int(cursors[place])]
            cursors[place] += 1
            if target >= 0 { moves.append((Int32(row), target)) }
        }
        for field in 0..<width {
            let column = batch.columns[field]
            for move in moves { values[Int(move.target) * width + field] = column[Int(move.row)] }
        }
    }
}
