internal import StatisticsModel

/// A ready program that gets exactly this answer.
struct CodeFormat: Sendable {
    private let form: AnswerForm
    private let context: AnswerContext
    private let fileName: String

    init(_ form: AnswerForm, _ context: AnswerContext, fileName: String) {
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

    /// The answer as CSV: pinned where the question was, else rolling.
    private var url: String {
        let base = context.isPinned ? context.permalink : context.latest
        return base.replacingFormat(with: "csv")
    }

    private var curl: String {
        "curl --fail --silent --show-error '\(url.escaping("'", as: "'\\''"))'\n"
    }

    private var r: String {
        """
        url <- "\(url.escapingForQuotes)"
        data <- read.csv(url(url), fileEncoding = "UTF-8", colClasses = c(area = "character"))
        print(data)

        """
    }

    private var python: String {
        """
        import csv
        import io
        import urllib.request

        url = "\(url.escapingForQuotes)"
        with urllib.request.urlopen(url) as response:
            rows = list(csv.DictReader(io.StringIO(response.read().decode("utf-8"))))
        for row in rows:
            print(row)

        """
    }

    private var powerQuery: String {
        """
        let
            Source = Csv.Document(
                Web.Contents("\(url.escaping("\"", as: "\"\""))"),
                [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]
            ),
            Data = Table.PromoteHeaders(Source, [PromoteAllScalars = true])
        in
            Data

        """
    }

    private var excel: String {
        let link = url.replacingFormat(with: "csv-da")
        return switch form.language {
        case .danish:
            """
            Data > Hent data > Fra andre kilder > Fra web, og indsæt:
            \(url)

            Eller hent filen, og åbn den med et dobbeltklik (\(fileName)):
            \(link)

            """
        case .english:
            """
            Data > Get Data > From Other Sources > From Web, and paste:
            \(url)

            Or, with Danish settings, download the file and double-click it (\(fileName)):
            \(link)

            """
        }
    }
}

extension String {
    /// The URL with another `format`.
    fileprivate func replacingFormat(with format: String) -> String {
        let halves = split(separator: "?", maxSplits: 1).map(String.init)
        let others = (halves.count > 1 ? halves[1] : "").split(separator: "&")
            .filter { !$0.hasPrefix("format=") }
        return halves[0] + "?" + (others + ["format=\(format)"]).joined(separator: "&")
    }

    fileprivate func escaping(_ character: Character, as replacement: String) -> String {
        String(flatMap { $0 == character ? replacement : String($0) })
    }

    fileprivate var escapingForQuotes: String {
        escaping("\\", as: "\\\\").escaping("\"", as: "\\\"")
    }
}
