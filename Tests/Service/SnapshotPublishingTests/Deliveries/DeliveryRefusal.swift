import SnapshotPublishing
import Testing

/// Rows after the header, and the problem that they give.
struct DeliveryRefusal: CustomTestStringConvertible, Sendable {
    let text: String
    let kind: DeliveryProblem.Kind
    let line: Int?
    var column: String?
    var value: String?
    var allowed: String?
    var suggestion: String?

    init(
        _ text: String,
        _ kind: DeliveryProblem.Kind,
        line: Int?,
        column: String? = nil,
        value: String? = nil,
        allowed: String? = nil,
        suggestion: String? = nil
    ) {
        self.text = text
        self.kind = kind
        self.line = line
        self.column = column
        self.value = value
        self.allowed = allowed
        self.suggestion = suggestion
    }

    var testDescription: String { "\(kind): \(text)" }
}
