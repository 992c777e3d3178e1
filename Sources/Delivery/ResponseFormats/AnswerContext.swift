/// What an answer says about its own place on the web.
public struct AnswerContext: Sendable {
    /// The same answer for ever, as an absolute URL.
    public let permalink: String
    /// The same question at the newest snapshot.
    public let latest: String
    /// The same answer as CSV.
    public let csv: String
    /// What is counted, and by which rule.
    public let metadata: String
    /// Whether the request named its snapshot; a program that asks again does so, too.
    public let isPinned: Bool

    /// Makes a context.
    public init(permalink: String, latest: String, csv: String, metadata: String, isPinned: Bool) {
        self.permalink = permalink
        self.latest = latest
        self.csv = csv
        self.metadata = metadata
        self.isPinned = isPinned
    }
}
