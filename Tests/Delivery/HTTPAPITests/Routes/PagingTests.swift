import HTTPAPI
import StatisticsModel
import Testing

/// The pages of a list are the list.
@Suite struct PagingTests {
    static let lists: [(target: String, items: String, id: String, total: String)] = [
        ("/v1/indicators?", "items", "id", "total"),
        ("/v1/indicators?q=ydelse&", "items", "id", "total"),
        ("/v1/indicators?subject=benefits&lang=en&", "items", "id", "total"),
        ("/v1/indicators?sequence=1&", "items", "id", "total"),
        ("/v1/snapshots/2026-08-18/indicators?", "items", "id", "total"),
        ("/v1/dimensions/area?", "members", "code", "matched"),
        ("/v1/dimensions/area?level=municipality&", "members", "code", "matched"),
        ("/v1/dimensions/area?q=jobcenter&parent=1084&", "members", "code", "matched"),
        ("/v1/snapshots/2026-08-19/dimensions/area?", "members", "code", "matched"),
        ("/v1/snapshots?", "items", "id", "total"),
    ]

    private func names(_ answer: Answer, _ items: String, _ id: String) throws -> [String] {
        let items = try #require(try answer.value(items) as? [[String: Any]])
        return items.compactMap { $0[id] as? String }
    }

    @Test(arguments: lists, [1, 2, 3, 7])
    func `pages add up to the list, in its order`(
        list: (target: String, items: String, id: String, total: String),
        limit: Int
    ) async throws {
        let served = try await Served.twoSnapshots()
        let whole = try await served.get(String(list.target.dropLast()))
        let expected = try names(whole, list.items, list.id)

        var answer = try await served.get(list.target + "limit=\(limit)")
        var found = try names(answer, list.items, list.id)
        var pages = 1
        while let next = try answer.string("links", "next") {
            #expect(answer.links["next"] == next)
            #expect(try names(answer, list.items, list.id).count == limit)
            answer = try await served.follow(next)
            #expect(answer.status == 200)
            found += try names(answer, list.items, list.id)
            pages += 1
            guard pages < 50 else { break }
        }

        #expect(!expected.isEmpty)
        #expect(found == expected)
        #expect(answer.links["next"] == nil)
        #expect(pages == max(1, (expected.count + limit - 1) / limit))
        #expect(try answer.value(list.total) as? Int == expected.count)
        #expect(try whole.value("links", "next") == nil)
    }

    @Test func `the next page is from the same snapshot, also after a release`() async throws {
        let served = try await Served.twoSnapshots()
        let first = try await served.get("/v1/dimensions/area?limit=3")
        let next = try #require(try first.string("links", "next"))

        try await served.publish(Figures(rows: ["DK,TOT,2026M07,1,0.1"]), onDay: 20)
        served.clock.now = Served.noon.adding(seconds: 86_400)
        try await served.look()
        let second = try await served.follow(next)

        #expect(second.header("Snapshot-Id") == "2026-08-19")
        #expect(second.header("Cache-Control")?.contains("immutable") == true)
    }

    @Test func `a release between two pages of snapshots moves nothing`() async throws {
        let served = try await Served.twoSnapshots()
        let first = try await served.get("/v1/snapshots?limit=1")
        let next = try #require(try first.string("links", "next"))

        try await served.publish(Figures(rows: ["DK,TOT,2026M07,1,0.1"]), onDay: 20)
        served.clock.now = Served.noon.adding(seconds: 86_400)
        try await served.look()
        let second = try await served.follow(next)

        #expect(try second.string("items", "0", "id") == "2026-08-18")
        #expect(try second.value("links", "next") == nil)
    }

    @Test func `pages of CSV follow the header Link`() async throws {
        let served = try await Served.twoSnapshots()
        let whole = try await served.get("/v1/dimensions/area?format=csv")

        var answer = try await served.get("/v1/dimensions/area?format=csv&limit=6")
        let header = answer.text.prefix { $0 != "\r\n" }
        var lines = answer.text.split(separator: "\r\n").dropFirst()
        while let next = answer.links["next"] {
            answer = try await served.follow(next)
            #expect(answer.text.hasPrefix(header))
            lines += answer.text.split(separator: "\r\n").dropFirst()
        }

        #expect(Array(lines) == Array(whole.text.split(separator: "\r\n").dropFirst()))
    }

    @Test(arguments: ["limit=0", "limit=1001", "limit=x", "cursor=-1", "cursor=abc", "cursor="])
    func `a page that can't be is refused`(query: String) async throws {
        let served = try await Served.twoSnapshots()

        for path in ["/v1/indicators", "/v1/snapshots", "/v1/dimensions/area"] {
            #expect(try await served.get("\(path)?\(query)").status == 400)
        }
    }

    @Test func `a page beyond the end is empty`() async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.get("/v1/indicators?cursor=900")

        #expect(try names(answer, "items", "id").isEmpty)
        #expect(try answer.value("total") as? Int == 3)
    }
}
