internal import HTTPTypes
internal import StatisticsModel

/// The page that a problem's `type` names.
struct ProblemPage {
    private let code: ProblemCode
    private let language: Language

    init(_ code: ProblemCode, _ language: Language) {
        self.code = code
        self.language = language
    }

    /// The page as text.
    var text: String {
        "\(code.rawValue) (\(code.status.code))\n\n\(title)\n\n\(remedy)\n"
    }

    /// The page as HTML.
    var html: String {
        """
        <!doctype html>
        <html lang="\(language.rawValue)">
        <head><meta charset="utf-8"><title>\(code.rawValue)</title></head>
        <body>
        <h1>\(Self.escaped(title))</h1>
        <p><code>\(code.rawValue)</code>, \(code.status.code)</p>
        <p>\(Self.escaped(remedy))</p>
        </body>
        </html>

        """
    }

    private var title: String { code.title.text(in: language) }
    private var remedy: String { code.remedy.text(in: language) }

    private static func escaped(_ text: String) -> String {
        String(
            text.flatMap { character in
                switch character {
                case "&": "&amp;"
                case "<": "&lt;"
                case ">": "&gt;"
                default: String(character)
                }
            }
        )
    }
}
