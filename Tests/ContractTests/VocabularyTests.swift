import ResponseFormats
import SnapshotPublishing
import StatisticsModel
import Testing

@testable import HTTPAPI

/// The words that the contract lists are those that the program and the seeds know.
@Suite struct VocabularyTests {
    private let contract: ContractDocument

    init() throws {
        contract = try ContractDocument.embedded()
    }

    private func words(_ schema: JSON?) -> [String] {
        (schema?["enum"]?.items ?? []).compactMap(\.string)
    }

    private func parameter(_ name: String) -> JSON? {
        contract.references.component("parameters", name)["schema"]
    }

    @Test func `problem codes`() {
        let codes = words(contract.schema("Problem")["properties"]?["code"])

        #expect(codes == ProblemCode.allCases.map(\.rawValue))
    }

    @Test func `formats, layouts, labels and languages`() {
        #expect(words(parameter("DataFormat")) == AnswerForm.Format.allCases.map(\.rawValue))
        #expect(words(parameter("ListFormat")) == CatalogueRequest.Format.allCases.map(\.rawValue))
        #expect(words(parameter("JSONFormat")) == ["json"])
        #expect(words(parameter("Layout")) == AnswerForm.Layout.allCases.map(\.rawValue))
        #expect(words(parameter("Labels")) == AnswerForm.Labels.allCases.map(\.rawValue))
        #expect(words(contract.schema("Language")) == Language.allCases.map(\.rawValue))
    }

    @Test func `period types, polarities, reasons and kinds of break`() {
        let kinds = contract.schema("IndicatorDetail")["properties"]?["breaks"]?["items"]

        #expect(words(contract.schema("PeriodType")) == PeriodType.allCases.map(\.rawValue))
        #expect(words(contract.schema("Polarity")) == Measure.Polarity.allCases.map(\.rawValue))
        #expect(
            words(contract.schema("ReleaseReason"))
                == DeliveryManifest.Reason.allCases.map(\.rawValue)
        )
        #expect(
            words(kinds?["properties"]?["kind"]) == SeriesBreak.Kind.allCases.map(\.rawValue)
        )
    }

    @Test func `the most items of a page`() {
        let limit = parameter("Limit")

        #expect(limit?["maximum"] == .number(Double(CatalogueRequest.longestPage)))
        #expect(limit?["default"] == .number(Double(CatalogueRequest.longestPage)))
    }

    @Test func `the dimensions of the seeds are parameters, members of bodies and columns`()
        async throws
    {
        let dimensions = try await Conversation.shared.held().catalogue.dimensions.map(\.id.text)
        let members = contract.schema("SelectionMembers")["properties"]?.members.map(\.name) ?? []
        let pattern = contract.schema("RowKey")["patternProperties"]?.members.first?.name ?? ""
        let columns = pattern.dropFirst("^(".count).prefix { $0 != ")" }.split(separator: "|")
            .map(String.init)
        let form: Set = [
            "period", "measure", "sort", "limit", "labels", "layout", "format", "lang",
        ]
        let others = form.union(["snapshot", "sequence", "asOf", "indicator"])

        #expect(members.filter { !form.contains($0) } == dimensions)
        #expect(["area"] + columns == dimensions)
        for operation in contract.operations where operation.queryParameter("layout") != nil {
            let names = operation.queryParameters.map(\.name).filter { !others.contains($0) }
            #expect(names == dimensions, "\(operation)")
        }
    }
}
