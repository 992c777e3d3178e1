import ResponseFormats
import Testing

/// Answers in situations that a plain one does not show, as they were read and found right.
@Suite struct GoldenSituationTests {
    @Test(arguments: Situation.allCases)
    func `an answer is what it was`(situation: Situation) async throws {
        let answers = try await situation.answers()

        for form in situation.forms {
            let text = try await answers.text(situation.question, form)

            try GoldenFile(name: "\(situation.rawValue)-\(form.fileName)").expect(text)
        }
    }
}
