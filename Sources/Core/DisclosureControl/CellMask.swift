/// A set of cells of a shape.
public struct CellMask: Sendable, Equatable {
    /// How many cells the shape has.
    public let count: Int
    /// The set, 64 cells a word, the lowest cell in the lowest bit.
    public private(set) var words: [UInt64]

    /// Makes an empty set.
    ///
    /// - Parameter count: How many cells the shape has.
    public init(count: Int) {
        self.count = count
        words = [UInt64](repeating: 0, count: (count + 63) / 64)
    }

    /// Makes a set from words that were stored; bits from `count` on must be 0.
    ///
    /// - Parameters:
    ///   - count: How many cells the shape has.
    ///   - words: The set, as in `words`.
    public init(count: Int, words: [UInt64]) {
        precondition(words.count == (count + 63) / 64, "a set has one bit a cell")
        self.count = count
        self.words = words
    }

    /// Makes a set of the cells that a condition holds for.
    ///
    /// - Parameters:
    ///   - count: How many cells the shape has.
    ///   - isMember: Whether a cell is in the set.
    public init(count: Int, where isMember: (Int) -> Bool) {
        self.init(count: count)
        for cell in 0..<count where isMember(cell) { self[cell] = true }
    }

    /// Whether a cell is in the set.
    public subscript(cell: Int) -> Bool {
        get { words[cell >> 6] & (1 << UInt64(cell & 63)) != 0 }
        set {
            if newValue {
                words[cell >> 6] |= 1 << UInt64(cell & 63)
            } else {
                words[cell >> 6] &= ~(1 << UInt64(cell & 63))
            }
        }
    }

    /// How many cells are in the set.
    public var memberCount: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

    /// Whether no cell is in the set.
    public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

    /// Adds the cells of another set of the same shape.
    public mutating func formUnion(_ other: CellMask) {
        for word in words.indices { words[word] |= other.words[word] }
    }
}
