internal import ResponseFormats
internal import StatisticsModel

extension AnswerForm {
    /// Takes the form from the parameters, and the format from `Accept` where they name none.
    ///
    /// - Parameters:
    ///   - parameters: The request's parameters; those of the form are taken out of them.
    ///   - accept: The header; a missing one accepts everything.
    /// - Throws: A `Problem` when a word is none of the form's, or no format is acceptable.
    init(from parameters: inout ParameterList, accept: String?) throws(Problem) {
        let language = try parameters.take("lang", default: Language.danish)
        let labels = try parameters.take("labels", default: AnswerForm.Labels.both)
        let layout = try parameters.take("layout", default: AnswerForm.Layout.rows)
        let format: AnswerForm.Format
        if let word = try parameters.take("format") {
            guard let named = AnswerForm.Format(rawValue: word) else {
                let words = AnswerForm.Format.allCases.map(\.rawValue)
                throw parameters.refusal(of: word, for: "format", allowed: words)
            }
            format = named
        } else {
            format = try ContentNegotiation.choose(
                from: [.json, .csv, .ndjson, .text],
                mediaType: \.mediaType,
                accept: accept
            )
        }
        guard format.layouts.contains(layout) else {
            throw parameters.refusal(
                of: layout.rawValue,
                for: "layout",
                allowed: format.layouts.map(\.rawValue)
            )
        }
        self.init(format: format, layout: layout, labels: labels, language: language)
    }
}
