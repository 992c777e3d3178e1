/// Finds what somebody probably meant.
package enum NearestMatch {
    /// Returns the candidate with the fewest edits, if these are few for the text's length.
    ///
    /// - Complexity: O(*n* · *m*²) for *n* candidates of length *m*; for error messages only.
    package static func nearest(to text: String, among candidates: some Sequence<String>) -> String?
    {
        let wanted = Array(text.lowercased().unicodeScalars.prefix(64))
        var best: (distance: Int, text: String)?
        for candidate in candidates {
            let distance = edits(wanted, Array(candidate.lowercased().unicodeScalars.prefix(64)))
            if distance < best?.distance ?? Int.max { best = (distance, candidate) }
        }
        guard let best, best.distance <= max(1, wanted.count / 3) else { return nil }
        return best.text
    }

    private static func edits(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
        var row = Array(0...right.count)
        for (index, scalar) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let substitution = diagonal + (scalar == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(substitution, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
