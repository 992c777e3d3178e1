/// What one rule found for one person; the tally decides which cells that touches.
///
/// A rule adds contributions in any order. Months are year × 12 + month − 1.
public struct Contributions: Sendable {
    /// One contribution.
    public struct Entry: Sendable {
        // The leaf comes first, since it is aligned to 32 bytes: so an entry takes 64, not 96.
        /// Which cells.
        public var leaf: Leaf
        /// How much; ignored for parts that count persons.
        public var amount: Int64
        /// The part's place in the spec.
        public var part: Int32
        /// The month in which it counts.
        public var month: Int32
    }

    /// The contributions so far.
    public private(set) var entries: [Entry] = []

    /// Makes an empty collection.
    public init() {}

    /// Adds a contribution.
    public mutating func add(_ part: Int, month: Int32, leaf: Leaf, amount: Int64 = 1) {
        entries.append(Entry(leaf: leaf, amount: amount, part: Int32(part), month: month))
    }

    /// Forgets all contributions, and keeps the memory.
    public mutating func removeAll() { entries.removeAll(keepingCapacity: true) }
}
