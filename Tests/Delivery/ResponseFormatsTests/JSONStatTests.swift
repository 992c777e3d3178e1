import Foundation
import ResponseFormats
import Testing

/// The rules of JSON-stat 2.0 that no reader checks for us.
///
/// Source: json-stat.org/full, and the official validator's list of rules.
@Suite struct JSONStatTests {
    private static let rootKeys: Set<String> = [
        "version", "class", "label", "source", "updated", "href", "id", "size", "role",
        "dimension", "value", "status", "note", "extension",
    ]

    private static let questions = [
        "y25i01?area=DK,101&period=M:*&benefitGroup=*",
        "y25i01?area=147&period=2026M07",
        "y01a02,y07a02?period=2025M06,2025M07",
    ]

    private func dataset(_ question: String) async throws -> [String: Any] {
        let text = try await Answers().text(question, AnswerForm(format: .jsonStat))
        return try Fields.object(text)
    }

    @Test(arguments: questions) func `sizes, codes and values fit`(question: String) async throws {
        let cube = try JSONStatCube(try await dataset(question))

        #expect(cube.sizes == cube.codes.map(\.count))
        #expect(cube.values.count == cube.sizes.reduce(1, *))
        #expect(cube.codes.allSatisfy { Set($0).count == $0.count })
    }

    @Test(arguments: questions)
    func `each null has a status and nothing else has one`(question: String) async throws {
        let cube = try JSONStatCube(try await dataset(question))

        let nulls = cube.values.enumerated().filter { $0.element is NSNull }.map { "\($0.offset)" }
        let reasons: Set = ["suppressed", "notAvailable", "notApplicable", "redacted"]

        #expect(Set(cube.statuses.keys) == Set(nulls))
        #expect(reasons.isSuperset(of: cube.statuses.values))
    }

    @Test(arguments: questions) func `the root has no other keys`(question: String) async throws {
        let dataset = try await dataset(question)

        #expect(Set(dataset.keys) == Self.rootKeys)
        #expect(dataset["version"] as? String == "2.0")
        #expect(dataset["class"] as? String == "dataset")
    }

    @Test(arguments: questions) func `roles name dimensions`(question: String) async throws {
        let dataset = try await dataset(question)
        let roles = try #require(dataset["role"] as? [String: [String]])

        #expect(roles == ["time": ["period"], "geo": ["area"], "metric": ["measure"]])
        let ids = try #require(dataset["id"] as? [String])
        #expect(Set(roles.values.flatMap(\.self)).isSubset(of: ids))
    }

    @Test(arguments: questions) func `each measure has a unit`(question: String) async throws {
        let dataset = try await dataset(question)
        let dimensions = try #require(dataset["dimension"] as? [String: [String: Any]])
        let category = try #require(dimensions["measure"]?["category"] as? [String: Any])
        let codes = try #require(category["index"] as? [String])
        let units = try #require(category["unit"] as? [String: [String: Any]])

        #expect(Set(units.keys) == Set(codes))
        #expect(units.values.allSatisfy { $0["label"] is String && $0["decimals"] is Int })
    }

    @Test func `two indicators' measures can be told apart by their labels`() async throws {
        let dataset = try await dataset("y25i01,y01a02?area=DK&period=2026M07")
        let dimensions = try #require(dataset["dimension"] as? [String: [String: Any]])
        let category = try #require(dimensions["measure"]?["category"] as? [String: Any])
        let labels = try #require(category["label"] as? [String: String])

        #expect(Set(labels.values).count == 4)
        #expect(labels["y25i01_pctWorkforce"] == "Bruttoledige: Andel af arbejdsstyrken")
    }
}
