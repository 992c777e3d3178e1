/// How texts are made comparable: without case, accents or the choice between `å` and `aa`.
public enum SearchFolding {
    /// Returns a text in the one spelling that comparisons use.
    ///
    /// Letters become lower case; `å`, `ø`, `æ` and their Swedish and German relatives become `aa`,
    /// `oe`, `ae`; other accents fall away, composed or not; runs of blanks become one, and none
    /// is left at either end. Folding a folded text changes nothing.
    ///
    /// - Parameter text: Any text.
    /// - Returns: The folded text.
    /// - Complexity: O(*n*) in the length of the text.
    public static func folded(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var isBlankPending = false
        for scalar in text.lowercased().unicodeScalars {
            if scalar.properties.isWhitespace {
                isBlankPending = !result.isEmpty
                continue
            }
            let folded = spelling(of: scalar, after: result.unicodeScalars.last)
            guard !folded.isEmpty else { continue }
            if isBlankPending {
                result.append(" ")
                isBlankPending = false
            }
            result += folded
        }
        return result
    }

    private static func spelling(
        of scalar: Unicode.Scalar,
        after previous: Unicode.Scalar?
    ) -> String {
        guard !scalar.isASCII else { return String(scalar) }
        if (0x0300...0x036F).contains(scalar.value) {
            return mark(scalar, after: previous)
        }
        switch scalar {
        case "å": return "aa"
        case "æ", "ä": return "ae"
        case "ø", "ö", "œ": return "oe"
        case "à", "á", "â", "ã", "ā": return "a"
        case "è", "é", "ê", "ë", "ē", "ę", "ě": return "e"
        case "ì", "í", "î", "ï", "ī": return "i"
        case "ò", "ó", "ô", "õ", "ō": return "o"
        case "ù", "ú", "û", "ü", "ū": return "u"
        case "ý", "ÿ": return "y"
        case "ç", "ć", "č": return "c"
        case "ñ", "ń": return "n"
        case "š", "ś": return "s"
        case "ž", "ź", "ż": return "z"
        case "ð": return "d"
        case "ß": return "ss"
        case "–", "—", "‐", "‑", "−": return "-"
        default: return String(scalar)
        }
    }

    /// Spells a combining mark: a ring or a diaeresis changes the vowel before it, others vanish.
    private static func mark(_ scalar: Unicode.Scalar, after previous: Unicode.Scalar?) -> String {
        switch (previous, scalar.value) {
        case ("a", 0x030A): "a"
        case ("a", 0x0308), ("o", 0x0308), ("o", 0x0338): "e"
        default: ""
        }
    }
}
