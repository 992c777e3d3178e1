internal import StatisticsModel

/// A CSV file of the catalogue: its rows by column name.
struct CatalogueTable {
    /// A row; an empty field is none.
    struct Row {
        let place: CataloguePlace
        let fields: [String: String]
        let problems: CatalogueProblems

        subscript(column: String) -> String? { fields[column] }
    }

    let rows: [Row]

    /// Reads a file; columns that are missing or unknown are problems.
    init(
        file: String,
        of files: CatalogueFiles,
        columns: [String],
        optional: [String] = []
    ) {
        let problems = files.problems
        guard let text = files.bytes(of: file) else {
            rows = []
            return
        }
        var remaining: [UInt8] = text
        var reader = CSVReader<Never> {
            defer { remaining = [] }
            return remaining
        }
        guard reader.next() else {
            problems.add(
                .malformedFile,
                at: CataloguePlace(file: file, line: 1),
                "the file is empty",
                remedy: "its first line is \(columns.joined(separator: ","))"
            )
            rows = []
            return
        }
        let header = Self.header(
            of: reader,
            file: file,
            columns: columns,
            optional: optional,
            problems: problems
        )
        var rows: [Row] = []
        while reader.next() {
            let place = CataloguePlace(file: file, line: reader.line)
            guard Self.isWhole(reader, width: header.count, place: place, problems) else {
                continue
            }
            var fields: [String: String] = [:]
            for (index, column) in header.enumerated() where !reader.field(index).isEmpty {
                fields[column] = reader.text(index)
            }
            rows.append(Row(place: place, fields: fields, problems: problems))
        }
        self.rows = rows
    }

    private static func header(
        of reader: CSVReader<Never>,
        file: String,
        columns: [String],
        optional: [String],
        problems: CatalogueProblems
    ) -> [String] {
        let place = CataloguePlace(file: file, line: reader.line)
        let header = (0..<reader.fieldCount).map(reader.text)
        let expected = columns.joined(separator: ",")
        for (index, column) in header.enumerated() {
            guard columns.contains(column) || optional.contains(column),
                !header[..<index].contains(column)
            else {
                problems.add(
                    .unknownColumn,
                    at: place,
                    "the column \"\(column)\" is unknown or stands there twice",
                    remedy: "the columns are \(expected)"
                )
                continue
            }
        }
        for column in columns where !header.contains(column) {
            problems.add(
                .missingColumn,
                at: place,
                "the column \"\(column)\" is missing",
                remedy: "the columns are \(expected)"
            )
        }
        return header
    }

    private static func isWhole(
        _ reader: CSVReader<Never>,
        width: Int,
        place: CataloguePlace,
        _ problems: CatalogueProblems
    ) -> Bool {
        if let flaw = reader.flaw {
            problems.add(.malformedFile, at: place, flaw.rawValue, remedy: "quote as in RFC 4180")
            return false
        }
        guard reader.fieldCount == width else {
            problems.add(
                .malformedFile,
                at: place,
                "the row has \(reader.fieldCount) fields",
                remedy: "the header names \(width)"
            )
            return false
        }
        return true
    }
}

extension CatalogueTable.Row {
    /// The text of a field that must not be empty.
    func required(_ column: String) -> String? {
        guard let text = fields[column] else {
            problems.add(
                .missingKey,
                at: place,
                "the field \"\(column)\" is empty",
                remedy: "every row has one"
            )
            return nil
        }
        return text
    }

    /// A field as a code; `nil` when it is empty, or none.
    func code<Subject>(_ column: String, as type: Code<Subject>.Type) -> Code<Subject>? {
        fields[column].flatMap { CatalogueText.code($0, at: place, problems) }
    }

    /// A list of codes, separated by a character.
    func codes<Subject>(
        _ column: String,
        separator: Character,
        as type: Code<Subject>.Type
    ) -> [Code<Subject>] {
        (fields[column] ?? "").split(separator: separator)
            .compactMap { CatalogueText.code(String($0), at: place, problems) }
    }

    /// A field as a date; `nil` when it is empty, or none.
    func date(_ column: String) -> CivilDate? {
        guard let text = fields[column] else { return nil }
        guard let date = CivilDate(parsing: text) else {
            problems.add(
                .invalidValue,
                at: place,
                "\"\(text)\" in \"\(column)\" is no date",
                remedy: "a date is written 2026-08-31"
            )
            return nil
        }
        return date
    }

    /// The text of the columns `…Da` and `…En`; the Danish one is required.
    func bilingual(_ stem: String) -> BilingualText? {
        required(stem + "Da").map { BilingualText(danish: $0, english: fields[stem + "En"]) }
    }
}

/// Parses the texts that CSV and YAML files have in common.
enum CatalogueText {
    static func code<Subject>(
        _ text: String,
        at place: CataloguePlace,
        _ problems: CatalogueProblems
    ) -> Code<Subject>? {
        do {
            return try Code<Subject>(parsing: text)
        } catch {
            problems.add(
                .invalidValue,
                at: place,
                "\"\(error.text)\" is no code",
                remedy: "1–64 letters, digits, -, . or _, beginning with a letter or 1–9"
            )
            return nil
        }
    }
}
