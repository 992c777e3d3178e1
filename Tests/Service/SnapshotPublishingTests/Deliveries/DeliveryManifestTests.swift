import SnapshotPublishing
import StatisticsModel
import Testing

@Suite struct DeliveryManifestTests {
    /// A change of a sound manifest, and the problem that it gives.
    struct Refusal: CustomTestStringConvertible, Sendable {
        let text: String
        let other: String
        let kind: DeliveryProblem.Kind
        let field: String?

        init(_ text: String, _ other: String, _ kind: DeliveryProblem.Kind, _ field: String?) {
            self.text = text
            self.other = other
            self.kind = kind
            self.field = field
        }

        var testDescription: String { "\(kind): \(other)" }
    }

    private let manifest = DeliveryFixture("area,period,persons\nDK,2026M01,1\n").manifest

    @Test(arguments: [
        Refusal(#""format": 1"#, #""format": 2"#, .invalidValue, "format"),
        Refusal(#""source": "star-api","#, "", .missingField, "source"),
        Refusal(#""sender": "star""#, #""sender": 7"#, .wrongType, "sender"),
        Refusal(#""mode": "window""#, #""mode": "windows""#, .invalidValue, "mode"),
        Refusal("2026M03", "2026-03", .invalidValue, "dataMonth"),
        Refusal(#""reason": "routine","#, #""reason": "whim","#, .invalidValue, "reason"),
        Refusal(
            #""reason": "routine","#,
            #""reason": "routine", "reason": "reform","#,
            .duplicateField,
            "reason"
        ),
        Refusal(
            #""reason": "routine","#,
            #""reason": "routine", "colour": 1,"#,
            .unknownField,
            "colour"
        ),
        Refusal(#""rows": 1"#, #""rows": -1"#, .invalidValue, "rows"),
        Refusal(#""sha256": ""#, #""sha256": "x"#, .invalidValue, "sha256"),
        Refusal("]}", "}", .malformedManifest, nil),
        Refusal(
            #""reason": "routine","#,
            #""reason": "routine", "cutAt": "2026-03-29T02:30","#,
            .invalidValue,
            "cutAt"
        ),
        Refusal(
            #""reason": "routine","#,
            #""reason": "routine", "notes": "x","#,
            .wrongType,
            "notes"
        ),
        Refusal(
            #""reason": "routine","#,
            #""reason": "routine", "notes": {"en": "x"},"#,
            .missingField,
            "da"
        ),
    ])
    func `a wrong manifest is refused by field`(_ refusal: Refusal) throws {
        #expect(manifest.contains(refusal.text))
        let text = manifest.replacing(refusal.text, with: refusal.other)

        let error = #expect(throws: DeliveryError.self) {
            try DeliveryManifest.parse(Array(text.utf8))
        }

        let problem = try #require(error?.problems.first { $0.kind == refusal.kind })
        #expect(problem.file == "delivery.json")
        #expect(problem.line != nil)
        #expect(problem.column == refusal.field)
    }

    @Test(arguments: ["late_registration", "lateRegistration"])
    func `underscored reasons are accepted`(_ reason: String) throws {
        let text = manifest.replacing("routine", with: reason)

        let parsed = try DeliveryManifest.parse(Array(text.utf8))

        #expect(parsed.reason == .lateRegistration)
    }
}
