/// Where the records of each number are gathered: the places of the persons asked for.
struct PersonSlots {
    /// The current number of the person at each place, in ascending order.
    let persons: [Int32]
    private let first: Int32
    /// The place of each number of the bucket; -1 where its records are not asked for.
    private var table: [Int32]
    /// The places of old numbers from other buckets.
    private var outsiders: [Int32: Int32] = [:]

    init(_ bucket: Range<Int32>, only listed: [Int32]?, aliases: AliasMap) {
        persons = listed.map { $0.filter(bucket.contains) } ?? Array(bucket)
        first = bucket.lowerBound
        table = [Int32](repeating: -1, count: bucket.count)
        for (place, person) in persons.enumerated() { table[Int(person - first)] = Int32(place) }
        let places = aliases.oldNumbers.map { number in
            let current = aliases.current(of: number)
            return (number, bucket.contains(current) ? table[Int(current - first)] : -1)
        }
        for (number, place) in places {
            if bucket.contains(number) {
                table[Int(number - first)] = place
            } else if place >= 0 {
                outsiders[number] = place
            }
        }
    }

    /// Returns the place of a number; -1 when its records are not asked for.
    @inline(__always)
    func place(of number: Int32) -> Int {
        let offset = Int(number) - Int(first)
        if offset >= 0, offset < table.count { return Int(table[offset]) }
        return outsiders.isEmpty ? -1 : Int(outsiders[number] ?? -1)
    }
}
