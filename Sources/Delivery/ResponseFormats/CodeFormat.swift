internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

/// A ready program that gets exactly this answer, pinned where the question was, else rolling.
struct CodeFormat: Sendable {
    private let slice: Slice
    private let form: AnswerForm
    private let context: AnswerContext
    private let fileName: String

    init(_ slice: Slice, _ form: AnswerForm, _ context: AnswerContext, fileName: String) {
        self.slice = slice
        self.form = form
        self.context = context
        self.fileName = fileName
    }

    /// The program, ended by a line feed.
    var text: String {
        switch form.format {
        case .codeR: r
        case .codePython: python
        case .codePowerQuery: powerQuery
        case .codeExcel: excel
        default: curl
        }
    }

    private func link(_ format: AnswerForm.Format) -> SnippetLink {
        SnippetLink(
            context.isPinned ? context.permalink : context.latest,
            format: format.rawValue
        )
    }

    private var columnNames: [String] { CSVFormat(slice, form, .international).names }

    private var decimals: [String: Int] {
        Dictionary(
            slice.plan.columns.map { ($0.name, $0.measure.decimals) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private var curl: String {
        let url = link(.csv).url.replacing("'", with: "'\\''")
        return "curl --fail --silent --show-error '\(url)'\n"
    }

    /// Codes are texts whatever they look like, and an empty field is no value.
    private var r: String {
        let decimals = decimals
        let classes = columnNames.map { name in
            let type = decimals[name] == nil ? (name == "date" ? "Date" : "character") : "numeric"
            return "\"\(name)\" = \"\(type)\""
        }
        return """
            url <- "\(link(.csv).url.escapedForQuotes)"
            data <- read.csv(
              url,
              encoding = "UTF-8",
              na.strings = "",
              check.names = FALSE,
              colClasses = c(
                \(classes.joined(separator: ",\n    "))
              )
            )
            print(data)

            """
    }

    private var python: String {
        """
        import csv
        import io
        import urllib.request

        url = "\(link(.csv).url.escapedForQuotes)"
        with urllib.request.urlopen(url) as response:
            rows = list(csv.DictReader(io.StringIO(response.read().decode("utf-8"), newline="")))
        for row in rows:
            print(row)

        """
    }

    /// The host stands apart from path and query, so that a scheduled refresh may follow it.
    private var powerQuery: String {
        let link = link(.csv)
        let query = link.parameters.map { name, values in
            let texts = values.map(\.asPowerQueryText)
            let value = texts.count == 1 ? texts[0] : "{\(texts.joined(separator: ", "))}"
            return "#\(name.asPowerQueryText) = \(value)"
        }
        let decimals = decimals
        let types = columnNames.map { name in
            let number = decimals[name].map { $0 == 0 ? "Int64.Type" : "type number" }
            return "{\"\(name)\", \(number ?? (name == "date" ? "type date" : "type text"))}"
        }
        return """
            let
                Source = Csv.Document(
                    Web.Contents(
                        \(link.host.asPowerQueryText),
                        [
                            RelativePath = \(link.path.asPowerQueryText),
                            Query = [\(query.joined(separator: ", "))]
                        ]
                    ),
                    [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]
                ),
                Data = Table.PromoteHeaders(Source, [PromoteAllScalars = true]),
                Typed = Table.TransformColumnTypes(
                    Data,
                    {
                        \(types.joined(separator: ",\n            "))
                    },
                    "en-US"
                )
            in
                Typed

            """
    }

    /// Excel reads numbers by the settings of its country: a Danish reader gets Danish ones.
    private var excel: String {
        switch form.language {
        case .danish:
            """
            1. Data > Hent data > Fra andre kilder > Fra internettet, og indsæt:
            \(link(.csvDanish).url)

            2. Eller hent filen fra samme adresse, og åbn den med et dobbeltklik (\(fileName)).

            Er Excel ikke sat op til dansk, så brug format=code:powerquery.

            """
        case .english:
            """
            1. Data > Get Data > From Other Sources > From Web, and paste:
            \(link(.csv).url)

            2. Or download the file from the same address, and double-click it (\(fileName)).

            Where Excel is set up for a country with decimal commas, use format=code:powerquery.

            """
        }
    }
}
