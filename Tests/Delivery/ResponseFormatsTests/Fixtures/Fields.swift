import Foundation
import Testing

/// What an answer says about each figure: a number's value, or the word of its status.
typealias Figures = [RandomFigures.Key: String]

/// Reads answers as their readers do.
enum Fields {
    /// Reads CSV with a header, as a dictionary for each record.
    static func records(_ text: String, separator: Character = ",") -> [[String: String]] {
        var records: [[String]] = [[""]]
        var isQuoted = false
        var previous: Character?
        for character in text {
            let last = records.count - 1
            defer { previous = character }
            switch character {
            case "\"":
                isQuoted.toggle()
                // A mark that opens right after one that closed stands for itself.
                if isQuoted, previous == "\"" {
                    records[last][records[last].count - 1].append(character)
                }
            case separator where !isQuoted: records[last].append("")
            case "\r\n" where !isQuoted: records.append([""])
            default: records[last][records[last].count - 1].append(character)
            }
        }
        let header = records[0]
        return records.dropFirst().filter { $0 != [""] }
            .map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
    }

    /// Reads a JSON object.
    static func object(_ text: String) throws -> [String: Any] {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8))
        return try #require(value as? [String: Any])
    }

    /// Writes a number with the decimals of its measure; a text stays as it is.
    static func field(_ value: Any?, _ measure: String, status: Any?) -> String {
        guard let number = value as? NSNumber else { return status as? String ?? "neither" }
        return measure == "pctWorkforce"
            ? String(format: "%.1f", number.doubleValue) : "\(number.intValue)"
    }

    /// The place of a row.
    static func key(_ row: [String: Any], _ measure: String) throws -> RandomFigures.Key {
        RandomFigures.Key(
            area: try #require(row["area"] as? String),
            group: try #require(row["benefitGroup"] as? String),
            period: try #require(row["period"] as? String),
            measure: measure
        )
    }
}

extension String {
    /// The text without its byte-order mark.
    var withoutMark: String {
        unicodeScalars.first == "\u{FEFF}" ? String(unicodeScalars.dropFirst()) : self
    }
}
