import ResponseFormats
import StatisticsModel

extension AnswerForm {
    /// The form in the name of a file.
    var fileName: String {
        let words = [
            format.rawValue.replacing(":", with: "-"), layout.rawValue, labels.rawValue,
            language.rawValue,
        ]
        return words.joined(separator: "-")
            + (format.mediaType.hasPrefix("application/json") ? ".json" : ".txt")
    }
}
