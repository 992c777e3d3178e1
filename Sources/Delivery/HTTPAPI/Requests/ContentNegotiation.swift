internal import StatisticsModel

/// Chooses a format by the header `Accept`.
enum ContentNegotiation {
    /// Returns the format that a reader likes best, and of equals the first.
    ///
    /// - Parameters:
    ///   - formats: The formats that there are, the best first; at least one.
    ///   - mediaType: Gives a format's media type; parameters don't count.
    ///   - accept: The header; a missing or empty one accepts everything.
    /// - Returns: The format.
    /// - Throws: A `Problem` when none is acceptable.
    static func choose<Format>(
        from formats: [Format],
        mediaType: (Format) -> String,
        accept: String?
    ) throws(Problem) -> Format {
        let ranges = (accept ?? "").split(separator: ",").compactMap(MediaRange.init)
        guard !ranges.isEmpty else { return formats[0] }
        var best: (format: Format, quality: Int)?
        for format in formats {
            let type = mediaType(format).split(separator: ";").first.map(String.init) ?? ""
            let fitting = ranges.filter { $0.matches(type.trimmingBlanks) }
            guard let range = fitting.max(by: { $0.precision < $1.precision }) else { continue }
            if range.quality > best?.quality ?? 0 { best = (format, range.quality) }
        }
        guard let best else {
            let types = formats.map(mediaType)
            throw Problem(
                .notAcceptable,
                BilingualText(
                    danish:
                        "Intet format passer til Accept. Der er \(types.joined(separator: ", ")).",
                    english: "No format fits Accept. There are \(types.joined(separator: ", "))."
                ),
                in: .header,
                name: "Accept",
                value: accept,
                allowed: types,
                suggestion: types.first
            )
        }
        return best.format
    }
}

/// One entry of `Accept`: `text/*;q=0.8`.
private struct MediaRange {
    let type: String
    let subtype: String
    /// The quality in thousandths.
    let quality: Int

    init?(_ text: Substring) {
        let parts = text.split(separator: ";").map { String($0).trimmingBlanks.lowercased() }
        let halves = (parts.first ?? "").split(separator: "/").map(String.init)
        guard halves.count == 2 else { return nil }
        (type, subtype) = (halves[0], halves[1])
        let weight = parts.dropFirst().first { $0.hasPrefix("q=") }
        quality =
            weight.flatMap { Double($0.dropFirst(2)) }
            .map { Int(max(0, min(1, $0)) * 1_000) } ?? 1_000
    }

    var precision: Int { type == "*" ? 0 : (subtype == "*" ? 1 : 2) }

    func matches(_ mediaType: String) -> Bool {
        let halves = mediaType.split(separator: "/")
        guard halves.count == 2 else { return false }
        return (type == "*" || type == halves[0]) && (subtype == "*" || subtype == halves[1])
    }
}
