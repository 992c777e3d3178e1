/// The spellings of a list of things, searched for the one nearest to a misspelt text.
///
/// Distances count inserted, left out, exchanged and swapped letters between folded texts.
public struct SpellingIndex: Sendable {
    /// The longest text that is searched for, in bytes of its folded spelling.
    static let longestText = 64

    private struct Entry: Sendable {
        let spelling: [UInt8]
        let place: Int
    }

    private var entries: [Entry] = []

    /// Makes an index of names that stand for their own places.
    public init(_ names: [String] = []) {
        for (place, name) in names.enumerated() { add(name, for: place) }
    }

    /// Adds a spelling of the thing at a place; of two equally near ones, the earlier added wins.
    mutating func add(_ text: String, for place: Int) {
        let spelling = Array(SearchFolding.folded(text).utf8.prefix(Self.longestText))
        guard !spelling.isEmpty else { return }
        entries.append(Entry(spelling: spelling, place: place))
    }

    /// Returns the place of the nearest spelling.
    ///
    /// A third of the letters may be wrong, and one always; a spelling that merely holds the text,
    /// as `Region Nordjylland` holds `nordjylland`, counts as two letters away.
    ///
    /// - Parameters:
    ///   - text: What was given.
    ///   - isWanted: Whether a place may be the answer.
    /// - Returns: The place; `nil` when nothing is near, or the text is longer than 64 letters.
    /// - Complexity: O(*n*) in the number of spellings.
    public func nearest(to text: String, where isWanted: (Int) -> Bool = { _ in true }) -> Int? {
        guard text.utf8.count <= 4 * Self.longestText else { return nil }
        let wanted = Array(SearchFolding.folded(text).utf8)
        guard (1...Self.longestText).contains(wanted.count) else { return nil }
        var limit = Swift.max(1, wanted.count / 3)
        var best: Int?
        for entry in entries where isWanted(entry.place) {
            let distance = Self.distance(wanted, entry.spelling, limit: limit)
            guard distance <= limit else { continue }
            best = entry.place
            guard distance > 0 else { break }
            limit = distance - 1
        }
        return best
    }

    private static func distance(_ text: [UInt8], _ spelling: [UInt8], limit: Int) -> Int {
        var result = limit + 1
        if abs(text.count - spelling.count) <= limit {
            result = editDistance(text, spelling, limit: limit)
        }
        if result > 2, limit >= 2, text.count >= 4, holds(spelling, text) { result = 2 }
        return result
    }

    private static func holds(_ spelling: [UInt8], _ text: [UInt8]) -> Bool {
        guard spelling.count > text.count else { return false }
        return (0...spelling.count - text.count)
            .contains { start in
                spelling[start..<start + text.count].elementsEqual(text)
            }
    }

    /// Returns the edit distance, or some larger number than the limit when it is beyond it.
    private static func editDistance(_ left: [UInt8], _ right: [UInt8], limit: Int) -> Int {
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        var current = previous
        for row in left.indices {
            current[0] = row + 1
            var least = current[0]
            for column in right.indices {
                let change = previous[column] + (left[row] == right[column] ? 0 : 1)
                var cost = min(change, previous[column + 1] + 1, current[column] + 1)
                if row > 0, column > 0, left[row] == right[column - 1],
                    left[row - 1] == right[column]
                {
                    cost = min(cost, beforePrevious[column - 1] + 1)
                }
                current[column + 1] = cost
                least = min(least, cost)
            }
            guard least <= limit else { return limit + 1 }
            (beforePrevious, previous, current) = (previous, current, beforePrevious)
        }
        return previous[right.count]
    }
}
