internal import Registers

/// All versions of the records of one kind, by person and in the order of effect.
struct RecordVersions {
    private var records: [UInt64]
    private var senders: [UInt32]
    /// Whether the version holds; at first, whether it was neither cancelled nor taken back.
    private var isHolding: [Bool]
    /// A table of versions seen, for persons with many: open addressing, -1 is free.
    private var seen: [Int32] = []

    init(of entries: [SegmentHistory.Entry], slots: PersonSlots, starts: [Int32]) {
        let count = Int(starts[starts.count - 1])
        records = [UInt64](repeating: 0, count: count)
        senders = [UInt32](repeating: 0, count: count)
        isHolding = [Bool](repeating: false, count: count)
        var cursors = starts
        for entry in entries {
            let batch = entry.batch
            for row in batch.persons.indices {
                let place = slots.place(of: batch.persons[row])
                guard place >= 0 else { continue }
                let version = Int(cursors[place])
                cursors[place] += 1
                records[version] = batch.records[row]
                senders[version] = entry.sender
                isHolding[version] = !entry.isTakenBack && !batch.cancelled[row]
            }
        }
    }

    var count: Int { records.count }

    func holds(_ version: Int) -> Bool { isHolding[version] }

    /// Lets only the newest version of each record of one person hold.
    mutating func settle(_ group: Range<Int>) {
        guard group.count > 1 else { return }
        if group.count <= 8 { compareAll(group) } else { lookUp(group) }
    }

    private mutating func compareAll(_ group: Range<Int>) {
        for older in group.dropLast() {
            for newer in older + 1..<group.upperBound where isSame(older, newer) {
                isHolding[older] = false
                break
            }
        }
    }

    private mutating func lookUp(_ group: Range<Int>) {
        let bits = Int.bitWidth - (2 * group.count - 1).leadingZeroBitCount
        let size = 1 << bits
        if seen.count < size { seen = [Int32](repeating: -1, count: size) }
        for place in 0..<size { seen[place] = -1 }
        for version in group.reversed() {
            let mixed = (records[version] ^ UInt64(senders[version])) &* 0x9E37_79B9_7F4A_7C15
            var place = Int(mixed >> UInt64(64 - bits))
            while seen[place] >= 0, !isSame(Int(seen[place]), version) {
                place = (place + 1) & (size - 1)
            }
            if seen[place] >= 0 { isHolding[version] = false } else { seen[place] = Int32(version) }
        }
    }

    private func isSame(_ one: Int, _ other: Int) -> Bool {
        records[one] == records[other] && senders[one] == senders[other]
    }
}
