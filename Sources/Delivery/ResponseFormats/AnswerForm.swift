public import StatisticsModel

/// In what form an answer goes out.
public struct AnswerForm: Hashable, Sendable {
    /// The formats; the raw value is the word of the API.
    public enum Format: String, CaseIterable, Sendable {
        /// JSON, in one of three layouts.
        case json
        /// RFC 4180.
        case csv
        /// For Excel in Denmark: semicolon, decimal comma, byte-order mark.
        case csvDanish = "csv-da"
        /// One JSON object a line, and a last line that proves it complete.
        case ndjson
        /// JSON-stat 2.0.
        case jsonStat = "json-stat"
        /// A sentence to quote, or an aligned table.
        case text
        /// A line of shell.
        case codeCurl = "code:curl"
        /// A program in R.
        case codeR = "code:r"
        /// A program in Python.
        case codePython = "code:python"
        /// A query for Power Query in Excel or Power BI.
        case codePowerQuery = "code:powerquery"
        /// What to do in Excel.
        case codeExcel = "code:excel"

        /// The media type, with its parameters.
        public var mediaType: String {
            switch self {
            case .json, .jsonStat: "application/json"
            case .csv, .csvDanish: "text/csv; charset=utf-8; header=present"
            case .ndjson: "application/x-ndjson"
            case .text, .codeCurl, .codeR, .codePython, .codePowerQuery, .codeExcel:
                "text/plain; charset=utf-8"
            }
        }

        /// The layouts that the format has.
        public var layouts: [Layout] {
            switch self {
            case .json: [.rows, .arrays, .long]
            case .csv, .csvDanish, .ndjson: [.rows, .long]
            default: [.rows]
            }
        }
    }

    /// What a row is.
    public enum Layout: String, CaseIterable, Sendable {
        /// A row has a column for each measure.
        case rows
        /// As `rows`, with the names of the columns once.
        case arrays
        /// A row is one cell.
        case long
    }

    /// How members are named.
    public enum Labels: String, CaseIterable, Sendable {
        /// By code only.
        case none
        /// By label only.
        case text
        /// By both.
        case both
    }

    /// The format.
    public var format: Format
    /// The layout; one that the format has.
    public var layout: Layout
    /// How members are named.
    public var labels: Labels
    /// The language of labels.
    public var language: Language

    /// Makes a form.
    public init(
        format: Format = .json,
        layout: Layout = .rows,
        labels: Labels = .both,
        language: Language = .danish
    ) {
        self.format = format
        self.layout = layout
        self.labels = labels
        self.language = language
    }

    /// Whether codes are shown.
    var hasCodes: Bool { labels != .text }
    /// Whether labels are shown.
    var hasLabels: Bool { labels != .none }
}
