internal import StatisticsModel

/// Numbers for people: thousands apart, and the decimal mark of the language.
enum NumberWords {
    /// Returns `16.981,5` in Danish, `16,981.5` in English.
    static func text(_ scaled: Int64, _ decimals: Int, in language: Language) -> String {
        var bytes: [UInt8] = []
        append(scaled, decimals, in: language, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends `16.981,5` in Danish, `16,981.5` in English; a true minus stands before what is
    /// below zero.
    static func append(
        _ scaled: Int64,
        _ decimals: Int,
        in language: Language,
        to bytes: inout [UInt8]
    ) {
        let (group, mark) = language == .danish ? (".", ",") : (",", ".")
        var plain: [UInt8] = []
        FixedDecimal.append(scaled, decimals: decimals, to: &plain)
        var whole = plain.prefix { $0 != UInt8(ascii: ".") }
        if whole.first == UInt8(ascii: "-") {
            whole = whole.dropFirst()
            bytes += "−".utf8
        }
        for (place, digit) in whole.enumerated() {
            if place > 0, (whole.count - place) % 3 == 0 { bytes += group.utf8 }
            bytes.append(digit)
        }
        guard decimals > 0 else { return }
        bytes += mark.utf8
        bytes += plain.suffix(decimals)
    }
}

/// Statuses for people.
enum StatusWords {
    /// Returns why a cell has no number.
    ///
    /// A cell may be withheld for the sake of another one, so the words don't say how many persons
    /// it counts.
    static func text(_ status: CellStatus, in language: Language) -> String {
        switch (status, language) {
        case (.suppressed, .danish): "tilbageholdt, da tallet kunne røbe noget om for få personer"
        case (.suppressed, .english): "withheld, since it could tell about too few persons"
        case (.notApplicable, .danish): "giver ikke mening her"
        case (.notApplicable, .english): "not applicable here"
        case (.redacted, .danish): "fjernet ifølge lov"
        case (.redacted, .english): "taken away by law"
        case (_, .danish): "ikke oplyst"
        case (_, .english): "not available"
        }
    }
}
