import Foundation
import Testing

/// Reads JSON answers into the records that CSV would have: a text for each column.
struct JSONRecords {
    private let columns: [String]
    private let measures: [String]
    private let decimals: [String: Int]

    /// Makes a reader.
    ///
    /// - Parameters:
    ///   - answer: An answer, for its measures.
    ///   - columns: The names of all columns of a row.
    /// - Throws: When the answer has no measures.
    init(_ answer: [String: Any], columns: [String]) throws {
        self.columns = columns
        let entries = try #require(answer["measures"] as? [[String: Any]])
        measures = try entries.map { try #require($0["id"] as? String) }
        decimals = Dictionary(
            uniqueKeysWithValues: try entries.map { entry in
                (try #require(entry["id"] as? String), try #require(entry["decimals"] as? Int))
            }
        )
    }

    /// The records of the layout `rows`.
    func rows(_ answer: [String: Any]) throws -> [[String: String]] {
        try #require(answer["rows"] as? [[String: Any]]).map(row)
    }

    /// The record of one row.
    func row(_ row: [String: Any]) throws -> [String: String] {
        let status = row["status"] as? [String: String] ?? [:]
        var record: [String: String] = [:]
        for (name, value) in row where name != "status" && name != "flags" {
            record[name] = try text(value, of: name)
        }
        for measure in measures { record["\(measure)Status"] = status[measure] ?? "" }
        record["flags"] = flags(row["flags"] as? [String: [String]] ?? [:])
        return record
    }

    /// The records of the layout `arrays`.
    func arrays(_ answer: [String: Any]) throws -> [[String: String]] {
        try #require(answer["rows"] as? [[Any]])
            .map { fields in
                try #require(fields.count == columns.count)
                return Dictionary(
                    uniqueKeysWithValues: try zip(columns, fields)
                        .map { ($0, try text($1, of: $0)) }
                )
            }
    }

    /// The records of the layout `long`.
    func cells(_ answer: [String: Any]) throws -> [[String: String]] {
        try #require(answer["rows"] as? [[String: Any]]).map(cell)
    }

    /// The record of one entry of the layout `long`.
    func cell(_ cell: [String: Any]) throws -> [String: String] {
        let measure = try #require(cell["measure"] as? String)
        var record: [String: String] = [:]
        for (name, value) in cell where name != "flags" {
            record[name] = try text(value, of: name == "value" ? measure : name)
        }
        record["status"] = cell["status"] as? String ?? ""
        record["flags"] = (cell["flags"] as? [String] ?? []).joined(separator: " ")
        return record
    }

    /// What the records of the layout `long` should be, by the rows and the measures' labels.
    func cells(ofRows answer: [String: Any]) throws -> [[String: String]] {
        let entries = try #require(answer["measures"] as? [[String: Any]])
        return try #require(answer["rows"] as? [[String: Any]])
            .flatMap { row in
                try zip(measures, entries)
                    .map { measure, entry in
                        var cell = row.filter { !measures.contains($0.key) }
                        cell["measure"] = measure
                        cell["measureLabel"] = entry["label"]
                        cell["value"] = row[measure]
                        cell["status"] = (row["status"] as? [String: String])?[measure]
                        cell["flags"] = (row["flags"] as? [String: [String]])?[measure]
                        return try self.cell(cell)
                    }
            }
    }

    /// A record of Danish CSV with the decimal marks of the other.
    func international(_ record: [String: String]) -> [String: String] {
        var record = record
        for name in measures + ["value"] {
            record[name] = record[name]?.replacing(",", with: ".")
        }
        return record
    }

    /// A number with its measure's decimals, a text as it is, nothing for null.
    private func text(_ value: Any, of name: String) throws -> String {
        if let decimals = decimals[name], let number = value as? NSNumber {
            return String(format: "%.\(decimals)f", number.doubleValue)
        }
        return value is NSNull ? "" : try #require(value as? String, "\(name) is no text")
    }

    /// Words that all measures have, then those of some with their names.
    private func flags(_ flags: [String: [String]]) -> String {
        let lists = measures.map { flags[$0] ?? [] }
        let shared = ["provisional", "break"]
            .filter { word in
                lists.allSatisfy { $0.contains(word) }
            }
        let own = zip(measures, lists)
            .flatMap { measure, words in
                words.filter { !shared.contains($0) }.map { "\($0):\(measure)" }
            }
        return (shared + own).joined(separator: " ")
    }
}
