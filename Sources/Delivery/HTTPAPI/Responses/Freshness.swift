internal import HTTPTypes
internal import StatisticsModel

/// For how long an answer may be kept, and by what it is known.
struct Freshness: Sendable {
    /// Whether the answer is the same for ever.
    let isPinned: Bool
    /// The current time.
    let now: Instant

    /// How long a pinned answer may be kept.
    static let pinnedSeconds = 604_800
    /// How long any other answer may be kept at most.
    static let longestSeconds = 300
    /// Releases happen at this hour, Danish time.
    private static let releaseHour = 8

    /// The value of `Cache-Control`.
    ///
    /// A pinned answer is kept for seven days, so that a lawful redaction reaches caches; any other
    /// for five minutes and never across the hour of releases, whether or not there is one.
    var cacheControl: String {
        isPinned
            ? "public, max-age=\(Self.pinnedSeconds), immutable"
            : "public, max-age=\(min(Self.longestSeconds, secondsToReleaseHour))"
    }

    /// Returns the header's form of a tag: strong when pinned.
    func entityTag(_ tag: String) -> String { isPinned ? "\"\(tag)\"" : "W/\"\(tag)\"" }

    /// Sets the headers for caches; the answer to a `POST` is not for them.
    func mark(_ headers: inout HTTPFields, tag: String, isPost: Bool = false) {
        headers[.eTag] = entityTag(tag)
        headers[.cacheControl] = isPost ? "no-store" : cacheControl
    }

    /// Returns whether a reader has the answer already.
    ///
    /// - Parameters:
    ///   - tag: The tag as `entityTag` gives it.
    ///   - ifNoneMatch: The request's header.
    /// - Returns: Whether one of the header's tags is the answer's, weak or strong.
    static func isKnown(_ tag: String, _ ifNoneMatch: String?) -> Bool {
        guard let ifNoneMatch else { return false }
        let wanted = opaque(tag[...])
        return ifNoneMatch.split(separator: ",")
            .contains { candidate in
                let text = Substring(String(candidate).trimmingBlanks)
                return text == "*" || opaque(text) == wanted
            }
    }

    private static func opaque(_ tag: Substring) -> Substring {
        tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
    }

    private var secondsToReleaseHour: Int {
        let today = CopenhagenTime.date(at: now)
        let hours = [today, today.adding(days: 1)]
            .map { day in
                let guess = CopenhagenTime.start(of: day).adding(seconds: Self.releaseHour * 3_600)
                // On the two days when the clock changes, eight o'clock isn't eight hours later.
                let shift =
                    CopenhagenTime.offsetSeconds(at: CopenhagenTime.start(of: day))
                    - CopenhagenTime.offsetSeconds(at: guess)
                return guess.adding(seconds: shift)
            }
        let next = hours.first { $0 > now } ?? now.adding(seconds: Self.longestSeconds)
        return max(1, next.secondsSinceEpoch - now.secondsSinceEpoch)
    }
}
