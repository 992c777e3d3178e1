import CubeCoding
import Foundation
import HTTPAPI
import HTTPTypes
import SnapshotStore
import StatisticsModel
import Testing

/// Observations by GET and POST.
@Suite struct DataRouteTests {
    static let questions: [(query: String, body: String)] = [
        ("", "{}"),
        (
            "area=DK,101&period=2026M06,2026M07",
            #"{"area":["DK","101"],"period":"2026M06,2026M07"}"#
        ),
        (
            "area=each&period=latest&sort=-fulltimePersons&limit=2",
            #"{"area":"each","period":["latest"],"sort":"-fulltimePersons","limit":2}"#
        ),
        (
            "benefitGroup=*&labels=none&lang=en&layout=long",
            #"{"benefitGroup":["*"],"labels":"none","lang":"en","layout":"long"}"#
        ),
        ("format=csv-da&area=K%C3%B8benhavn", #"{"format":"csv-da","area":"København"}"#),
        ("format=json-stat&benefitGroup=each", #"{"format":"json-stat","benefitGroup":"each"}"#),
        ("sequence=1&format=ndjson", #"{"sequence":1,"format":"ndjson"}"#),
        ("format=code:r&measure=pctWorkforce", #"{"format":"code:r","measure":"pctWorkforce"}"#),
    ]

    @Test(arguments: questions)
    func `a POST answers as the GET does, and is not kept`(
        query: String,
        body: String
    ) async throws {
        let served = try await Served.twoSnapshots()

        let get = try await served.get("/v1/indicators/y25i01/data?\(query)")
        let post = try await served.post("/v1/indicators/y25i01/data", body)

        #expect(get.status == 200)
        #expect(post.status == 200)
        #expect(post.textButLatest == get.textButLatest)
        for name in ["Content-Location", "Snapshot-Id", "Content-Type", "Content-Disposition"] {
            #expect(post.header(name) == get.header(name), "\(name)")
        }
        let latest = try #require(post.links["latest-version"])
        #expect(try await served.follow(latest).status == 200)
        #expect(post.header("Cache-Control") == "no-store")
    }

    @Test func `a POST is answered whole, whatever the reader has`() async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.post("/v1/indicators/y25i01/data", "{}", [.ifNoneMatch: "*"])

        #expect(answer.status == 200)
        #expect(!answer.body.isEmpty)
    }

    @Test(arguments: questions.map(\.query) + ["snapshot=2026-08-18", "asOf=2026-08-18&area=1084"])
    func `the permalink gives the same answer for ever`(query: String) async throws {
        let served = try await Served.twoSnapshots()
        let answer = try await served.get("/v1/indicators/y25i01/data?\(query)")
        let permalink = try #require(answer.links["permalink"])

        // A release that changes every figure.
        try await served.publish(
            Figures(rows: ["DK,TOT,2026M06,1,0.1", "DK,TOT,2026M07,2,0.2"]),
            onDay: 20
        )
        served.clock.now = Served.noon.adding(seconds: 86_400)
        try await served.look()
        let later = try await served.follow(permalink)

        #expect(permalink == Served.publicURL + (answer.header("Content-Location") ?? ""))
        #expect(later.status == 200)
        #expect(later.header("Snapshot-Id") == answer.header("Snapshot-Id"))
        #expect(later.header("Content-Location") == answer.header("Content-Location"))
        if answer.text.contains("\"rows\":[") {
            #expect(try later.string("digest") == (try answer.string("digest")))
            #expect(try later.json("rows") == (try answer.json("rows")))
        } else if !query.contains("code:") {
            #expect(later.text == answer.text)
        }
        #expect(later.header("Cache-Control") == "public, max-age=604800, immutable")
    }

    @Test func `the digest is the hash of the CSV without labels`() async throws {
        let served = try await Served.twoSnapshots()
        let answer = try await served.get(
            "/v1/indicators/y25i01/data?area=*&benefitGroup=*&lang=en&layout=long"
        )
        let permalink = try #require(answer.links["permalink"])

        let plain = permalink.replacing("&layout=long", with: "").replacing("&lang=en", with: "")
        let csv = try await served.follow(plain + "&format=csv&labels=none")

        #expect(try answer.string("digest") == "sha256:\(ContentHash(sha256: csv.body))")
    }

    @Test func `links lead to the newest, the one before and the metadata`() async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.get("/v1/indicators/y25i01/data?area=DK&period=latest")

        #expect(
            answer.links.keys.sorted() == [
                "describedby", "latest-version", "permalink", "predecessor-version",
            ]
        )
        for (relation, link) in answer.links {
            #expect(try await served.follow(link).status == 200, "\(relation)")
        }
        let latest = try #require(answer.links["latest-version"])
        #expect(try await served.follow(latest).text == answer.text)
        let before = try #require(answer.links["predecessor-version"])
        #expect(try await served.follow(before).header("Snapshot-Id") == "2026-08-18")
    }

    @Test func `the first snapshot has none before it`() async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.get("/v1/indicators/y25i01/data?sequence=1")

        #expect(answer.links["predecessor-version"] == nil)
        #expect(answer.header("Snapshot-Sequence") == "1")
    }

    @Test func `a joined table has the figures of its indicators`() async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.get("/v1/data?indicator=y25i01,y01a02&period=2026M07")

        #expect(answer.status == 200)
        #expect(try answer.value("rows", "0", "y25i01_fulltimePersons") as? Int == 91_583)
        #expect(try answer.value("rows", "0", "y01a02_persons") as? Int == 78_500)
    }

    @Test(arguments: ["area=K%C3%B8benhavn", "area=København", "area=k%C3%B8benhavn", "area=0101"])
    func `names and aliases are accepted, encoded or not`(query: String) async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.get("/v1/indicators/Y25I01/data?\(query)&period=latest")

        #expect(try answer.string("rows", "0", "area") == "101")
        #expect(answer.header("Content-Location")?.contains("area=101&") == true)
    }

    @Test func `json-stat can't be sorted or cut`() async throws {
        let served = try await Served.twoSnapshots()

        for query in ["limit=1", "sort=area"] {
            let answer = try await served.get(
                "/v1/indicators/y25i01/data?format=json-stat&\(query)"
            )
            #expect(answer.problemCode == "invalidValue")
        }
    }

    @Test func `figures that don't have their checksum are not shown`() async throws {
        let served = try await Served.twoSnapshots()
        await served.store.damage()

        for query in ["", "?format=csv", "?area=*&benefitGroup=*"] {
            let answer = try await served.get("/v1/indicators/y25i01/data\(query)")
            #expect(answer.status == 503)
            #expect(answer.problemCode == "damaged")
            #expect(answer.header("Retry-After") == "600")
            #expect(answer.header("ETag") == nil)
            #expect(!answer.text.contains("chunk"))
        }
        #expect(served.log.lines.contains { $0.hasPrefix("error ") && $0.contains("chunk") })
        // What needs no figures is still answered.
        #expect(try await served.get("/v1/indicators/y25i01").status == 200)
    }

    @Test func `a store that can't be read is 503, and right again when it can`() async throws {
        let served = try await Served.twoSnapshots()
        await served.store.fail(.unavailable(cause: "gone"))

        let refused = try await served.get("/v1/indicators/y25i01/data")
        await served.store.fail(nil)
        let answered = try await served.get("/v1/indicators/y25i01/data")

        #expect(refused.problemCode == "unavailable")
        #expect(refused.header("Retry-After") == "5")
        #expect(answered.status == 200)
    }
}
