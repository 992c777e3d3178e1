internal import Registers

/// Which numbers mean one person, because the population register changed a person's number.
///
/// All records of a person are gathered under the number that the person has now. A number that
/// was taken on, given up and taken on again leads to the one that the latest change names.
/// Source: the CPR office's rule that numbers change, so that a link between old and new is kept.
public struct AliasMap: Sendable, Equatable {
    private var currentNumbers: [Int32: Int32] = [:]

    /// Makes a map in which no number ever changed.
    public init() {}

    /// Makes the map from the changes of number.
    ///
    /// - Parameters:
    ///   - segments: The segments of `numberChanges` of all buckets; other kinds are ignored.
    ///   - deliveries: The full deliveries; those of which a segment is given may be left out.
    public init(of segments: [FactSegment], deliveries: [FactDelivery] = []) {
        let changes = RecordBatch.current(
            of: .numberChanges,
            in: segments,
            deliveries: deliveries
        )
        let inTime = changes.records.indices.sorted {
            Self.key(of: $0, in: changes) < Self.key(of: $1, in: changes)
        }
        var groups = Groups()
        for row in inTime { groups.change(changes.persons[row], to: changes.others[row]) }
        currentNumbers = groups.currentNumbers
    }

    /// Returns the number under which a person's records are gathered.
    public func current(of person: Int32) -> Int32 {
        currentNumbers[person] ?? person
    }

    /// The old numbers, in ascending order.
    public var oldNumbers: [Int32] { currentNumbers.keys.sorted() }

    /// Returns the old numbers whose persons are gathered in another bucket, in ascending order.
    ///
    /// - Parameter bucketPersons: How many persons a bucket has.
    /// - Returns: The numbers.
    public func strays(bucketPersons: Int32) -> [Int32] {
        currentNumbers.filter { $0.key / bucketPersons != $0.value / bucketPersons }.keys.sorted()
    }

    private static func key(of row: Int, in changes: RecordBatch) -> (Int32, Int32, Int32) {
        (changes.columns[0][row], changes.persons[row], changes.others[row])
    }

    /// Numbers grouped by person; each group knows its current number.
    private struct Groups {
        private var groupOf: [Int32: Int] = [:]
        private var groups: [(members: [Int32], current: Int32)] = []

        mutating func change(_ old: Int32, to new: Int32) {
            let source = group(of: old)
            let target = group(of: new)
            guard source != target else {
                groups[target].current = new
                return
            }
            for member in groups[source].members { groupOf[member] = target }
            groups[target].members += groups[source].members
            groups[source].members = []
        }

        private mutating func group(of number: Int32) -> Int {
            if let group = groupOf[number] { return group }
            groups.append(([number], number))
            groupOf[number] = groups.count - 1
            return groups.count - 1
        }

        var currentNumbers: [Int32: Int32] {
            var numbers: [Int32: Int32] = [:]
            for group in groups {
                for member in group.members where member != group.current {
                    numbers[member] = group.current
                }
            }
            return numbers
        }
    }
}
