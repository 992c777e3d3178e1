/// A language that labels are written in.
public enum Language: String, Sendable, Codable, CaseIterable {
    /// Danish, the language of the source and the default.
    case danish = "da"
    /// English; where a text is missing, Danish stands in and the answer says so.
    case english = "en"
}

/// A text in Danish and, where somebody has translated it, in English.
public struct BilingualText: Hashable, Sendable, Codable {
    /// The Danish text.
    public let danish: String
    /// The English text; `nil` when it has not been translated.
    public let english: String?

    private enum CodingKeys: String, CodingKey {
        case danish = "da"
        case english = "en"
    }

    /// Makes a text.
    public init(danish: String, english: String?) {
        self.danish = danish
        self.english = english
    }

    /// Returns the text in a language, in Danish when it is missing in that language.
    public func text(in language: Language) -> String {
        switch language {
        case .danish: danish
        case .english: english ?? danish
        }
    }

    /// Returns whether Danish stands in for a missing translation.
    public func isMissing(in language: Language) -> Bool {
        language == .english && english == nil
    }
}
