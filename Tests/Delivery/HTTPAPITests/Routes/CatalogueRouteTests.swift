import HTTPTypes
import StatisticsModel
import Testing

@testable import HTTPAPI

/// Facts of the catalogue, and the pages beside them.
@Suite struct CatalogueRouteTests {
    private func ids(
        _ answer: Answer,
        _ items: String = "items",
        _ id: String = "id"
    ) throws -> [String] {
        let items = try #require(try answer.value(items) as? [[String: Any]])
        return items.compactMap { $0[id] as? String }
    }

    @Test(arguments: [
        ("", ["y25i01", "y01a02", "y07a02"]), ("subject=benefits", ["y25i01", "y01a02", "y07a02"]),
        ("subject=UNEMPLOYMENT", ["y25i01"]), ("q=kontanthjælp", ["y07a02"]),
        ("q=cash", ["y07a02"]), ("q=zzzz", []), ("source=jobindsats&q=y01a02", ["y01a02"]),
    ])
    func `filters leave what satisfies all of them`(query: String, expected: [String]) async throws
    {
        let served = try await Served.twoSnapshots()

        let answer = try await served.get("/v1/indicators?\(query)")

        #expect(answer.status == 200)
        #expect(try ids(answer) == expected)
    }

    @Test(arguments: [
        ("level=region", ["1084", "1085", "1081"]), ("parent=1085", ["33000", "330"]),
        ("parent=RAR-SJ", ["330"]), ("q=frederiksberg&level=municipality", ["147"]),
        ("parent=region hovedstaden&level=municipality", ["101", "147", "155", "185"]),
    ])
    func `members are filtered by level, parent and words`(
        query: String,
        expected: [String]
    ) async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.get(
            "/v1/dimensions/area?\(query.replacing(" ", with: "%20"))"
        )

        #expect(try ids(answer, "members", "code") == expected)
        #expect(try answer.value("matched") as? Int == expected.count)
    }

    @Test(arguments: [
        ("/v1/indicators?subject=nothing", "invalidValue", "subject"),
        ("/v1/indicators?source=nothing", "invalidValue", "source"),
        ("/v1/dimensions/area?level=parish", "invalidValue", "level"),
        ("/v1/dimensions/area?parent=nowhere", "unknownMember", "parent"),
        ("/v1/dimensions/area?validOn=2026-02-30", "invalidValue", "validOn"),
    ])
    func `a filter that is none is refused`(target: String, code: String, name: String) async throws
    {
        let served = try await Served.twoSnapshots()

        let answer = try await served.get(target)

        #expect(answer.problemCode == code)
        #expect(try answer.string("errors", "0", "name") == name)
    }

    @Test(arguments: [
        "/v1/areas/101", "/v1/areas/0101", "/v1/areas/K%C3%B8benhavn", "/v1/areas/k%C3%B8benhavn",
    ])
    func `an area is known by code, alias and name`(path: String) async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.get(path)

        #expect(try answer.string("code") == "101")
        #expect(answer.header("Content-Location") == "/v1/snapshots/2026-08-19/areas/101")
        #expect(try ids(answer, "groups", "code") == ["1084", "RAR-HOV", "10100"])
    }

    @Test func `versions are the snapshots in which the indicator changed`() async throws {
        let served = try await Served.twoSnapshots()

        let first = try await served.get("/v1/indicators/y25i01/versions")
        let second = try await served.get("/v1/indicators/y01a02/versions")
        let none = try await served.get("/v1/indicators/y07a02/versions")

        #expect(try ids(first) == ["2026-08-18"])
        #expect(try ids(second) == ["2026-08-19"])
        #expect(try ids(none).isEmpty)
        #expect(try first.string("items", "0", "status") == "superseded")
    }

    @Test func `lists have tables of their items`() async throws {
        let served = try await Served.twoSnapshots()
        let expected = [
            ("/v1/subjects", 2), ("/v1/indicators", 3), ("/v1/dimensions", 4), ("/v1/snapshots", 2),
            ("/v1/dimensions/gender", 3), ("/v1/indicators/y25i01/versions", 1),
        ]

        for (path, count) in expected {
            let csv = try await served.get(path, [.accept: "text/csv"])
            let danish = try await served.get("\(path)?format=csv-da")
            #expect(csv.text.split(separator: "\r\n").count == count + 1, "\(path)")
            #expect(csv.header("Content-Disposition")?.hasSuffix(".csv\"") == true)
            #expect(danish.text.hasPrefix("\u{FEFF}"))
            #expect(danish.text.split(separator: "\r\n").count == count + 1, "\(path)")
        }
    }

    @Test(arguments: ProblemCode.allCases)
    func `every problem has a page, as text and for browsers`(code: ProblemCode) async throws {
        let served = Served()
        let path = "/problems/\(code.rawValue)"

        let text = try await served.get(path)
        let english = try await served.get(path + "?lang=en")
        let page = try await served.get(path, [.accept: "text/html,*/*;q=0.8"])

        #expect(text.status == 200)
        #expect(text.header("Content-Type") == "text/plain; charset=utf-8")
        #expect(text.text.contains(code.rawValue))
        #expect(text.text.contains(code.remedy.danish))
        #expect(english.text.contains(code.remedy.text(in: .english)))
        #expect(page.header("Content-Type") == "text/html; charset=utf-8")
        #expect(page.text.contains("<html lang=\"da\">"))
        #expect(page.text.contains("\(code.status.code)"))
    }
}
