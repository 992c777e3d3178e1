import CubeCoding
import HTTPAPI
import HTTPTypes
import StatisticsModel
import Testing

/// Which snapshots are seen, and what is said of them.
@Suite struct SnapshotRouteTests {
    /// Every path that names a snapshot, with `ID` in its place.
    static let paths = [
        "/v1/snapshots/ID", "/v1/snapshots/ID/manifest", "/v1/snapshots/ID/subjects",
        "/v1/snapshots/ID/indicators", "/v1/snapshots/ID/indicators/y25i01",
        "/v1/snapshots/ID/indicators/y25i01/data", "/v1/snapshots/ID/data?indicator=y25i01",
        "/v1/snapshots/ID/dimensions", "/v1/snapshots/ID/dimensions/area",
        "/v1/snapshots/ID/areas/101", "/v1/snapshots/ID/funds/D86",
        "/v1/subjects?snapshot=ID", "/v1/indicators?snapshot=ID",
        "/v1/indicators/y25i01?snapshot=ID", "/v1/indicators/y25i01/data?snapshot=ID",
        "/v1/data?indicator=y25i01&snapshot=ID", "/v1/dimensions?snapshot=ID",
        "/v1/dimensions/area?snapshot=ID", "/v1/areas/101?snapshot=ID", "/v1/funds/D86?snapshot=ID",
    ]

    /// Two public snapshots and one that comes tomorrow.
    private func served() async throws -> Served {
        let served = try await Served.twoSnapshots()
        try await served.publish(Figures(rows: ["DK,TOT,2026M07,1,0.1"]), onDay: 20)
        return served
    }

    @Test(arguments: paths)
    func `an embargoed id answers exactly as one that never was`(path: String) async throws {
        let served = try await served()

        for language in ["da", "en"] {
            let separator = path.contains("?") ? "&" : "?"
            let suffix = path.hasSuffix("/manifest") ? "" : "\(separator)lang=\(language)"
            let embargoed = try await served.get(path.replacing("ID", with: "2026-08-20") + suffix)
            let unknown = try await served.get(path.replacing("ID", with: "2026-08-25") + suffix)

            #expect(embargoed.status == 404)
            #expect(embargoed.problemCode == "unknownSnapshot")
            #expect(
                Self.anonymous(embargoed, "2026-08-20") == Self.anonymous(unknown, "2026-08-25")
            )
            var headers = [embargoed.comparableHeaders, unknown.comparableHeaders]
            headers[0][.contentLength] = nil
            headers[1][.contentLength] = nil
            #expect(headers[0] == headers[1])
        }
    }

    /// The body without the two things that may differ.
    private static func anonymous(_ answer: Answer, _ id: String) -> String {
        answer.text.replacing(id, with: "ID")
            .replacing(answer.header("Request-Id") ?? "none", with: "NAME")
    }

    @Test(arguments: ["sequence=N", "sequence=N&lang=en"])
    func `an embargoed sequence answers as one that never was`(query: String) async throws {
        let served = try await served()
        let target = "/v1/indicators/y25i01/data?"

        let embargoed = try await served.get(target + query.replacing("N", with: "3"))
        let unknown = try await served.get(target + query.replacing("N", with: "4"))

        #expect(embargoed.status == 404)
        #expect(
            Self.anonymous(embargoed, "\"3\"").replacing("\\\"3\\\"", with: "N")
                == Self.anonymous(unknown, "\"4\"").replacing("\\\"4\\\"", with: "N")
        )
    }

    @Test func `what is embargoed is in no list, and nothing counts it`() async throws {
        let served = try await served()
        let targets = [
            "/v1", "/v1/snapshots", "/v1/snapshots?format=csv", "/v1/indicators/y25i01/versions",
            "/v1/snapshots/2026-08-19", "/health/ready", "/v1/indicators/y25i01/data",
            "/v1/config",
        ]

        for target in targets {
            let answer = try await served.get(target)
            #expect(answer.status == 200)
            #expect(!answer.text.contains("2026-08-20"), "\(target)")
            #expect(!answer.headers.contains { $0.value.contains("2026-08-20") }, "\(target)")
        }
        #expect(try await served.get("/v1/snapshots").value("total") as? Int == 2)
    }

    @Test func `at its hour a snapshot is there, and a second before it isn't`() async throws {
        let served = try await served()
        let hour = Served.firstRelease.adding(seconds: 2 * 86_400)

        served.clock.now = hour.adding(seconds: -1)
        let before = try await served.get("/v1/indicators/y25i01/data")
        served.clock.now = hour
        let after = try await served.get("/v1/indicators/y25i01/data")

        #expect(before.header("Snapshot-Id") == "2026-08-19")
        #expect(after.header("Snapshot-Id") == "2026-08-20")
        #expect(try await served.get("/v1/snapshots/2026-08-20").status == 200)
    }

    @Test func `a withdrawn snapshot stays readable and says why`() async throws {
        let served = try await Served.twoSnapshots()
        try await served.withdraw(2, successor: "2026-08-21")
        let seconds = Served.noon.adding(seconds: -60).secondsSinceEpoch

        for path in Self.paths where !path.contains("funds") {
            let answer = try await served.get(path.replacing("ID", with: "2026-08-19"))
            #expect(answer.status == 200, "\(path)")
            #expect(answer.header("Deprecation") == "@\(seconds)", "\(path)")
        }
        let data = try await served.get("/v1/snapshots/2026-08-19/indicators/y25i01/data")
        #expect(try data.string("snapshot", "status") == "withdrawn")
        #expect(try data.string("snapshot", "reason") == "Landstallet var forkert")
        #expect(try data.string("snapshot", "successor") == "2026-08-21")
        #expect(data.text.contains("trukket tilbage"))
        let record = try await served.get("/v1/snapshots/2026-08-19")
        #expect(try record.string("status") == "withdrawn")
        #expect(try record.string("withdrawal", "reason") == "Landstallet var forkert")
    }

    @Test func `what is withdrawn is not the newest any more`() async throws {
        let served = try await Served.twoSnapshots()
        try await served.withdraw(2)

        let newest = try await served.get("/v1/indicators/y25i01/data")
        let list = try await served.get("/v1/snapshots")
        let root = try await served.get("/v1")

        #expect(newest.header("Snapshot-Id") == "2026-08-18")
        #expect(newest.header("Deprecation") == nil)
        #expect(try root.string("snapshot", "id") == "2026-08-18")
        #expect(try list.string("items", "0", "status") == "withdrawn")
        #expect(try list.string("items", "1", "status") == "current")
        let then = try await served.get("/v1/indicators/y25i01/data?asOf=2026-08-19T10:00")
        #expect(then.header("Snapshot-Id") == "2026-08-19")
    }

    @Test(arguments: paths.filter { $0.hasPrefix("/v1/snapshots/ID/") })
    func `a selector beside a snapshot in the path is refused`(path: String) async throws {
        let served = try await Served.twoSnapshots()

        for selector in ["snapshot=2026-08-19", "snapshot=latest", "sequence=2", "asOf=2026-08-19"]
        {
            let separator = path.contains("?") ? "&" : "?"
            let target = path.replacing("ID", with: "2026-08-19") + separator + selector
            let answer = try await served.get(target)
            #expect(answer.status == 400, "\(target)")
            #expect(answer.problemCode == "conflictingSelectors", "\(target)")
        }
    }

    @Test func `a selector in a body beside a snapshot in the path is refused`() async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.post(
            "/v1/snapshots/2026-08-19/indicators/y25i01/data",
            #"{"sequence":2}"#
        )

        #expect(answer.problemCode == "conflictingSelectors")
        #expect(try answer.string("errors", "0", "in") == "body")
    }

    @Test func `asOf answers as it was known then`() async throws {
        let served = try await Served.twoSnapshots()
        let expected = [
            ("2026-08-18T08:00", "2026-08-18"), ("2026-08-18", "2026-08-18"),
            ("2026-08-19T07:59:59", "2026-08-18"), ("2026-08-19T08:00:00", "2026-08-19"),
            ("2026-08-19", "2026-08-19"),
        ]

        for (asOf, id) in expected {
            let answer = try await served.get("/v1/indicators?asOf=\(asOf)")
            #expect(answer.header("Snapshot-Id") == id, "\(asOf)")
        }
        let before = try await served.get("/v1/indicators?asOf=2026-08-18T07:59:59")
        let future = try await served.get("/v1/indicators?asOf=2026-08-19T12:00:01")
        #expect(before.problemCode == "beforeFirstSnapshot")
        #expect(before.status == 404)
        #expect(future.problemCode == "futureInstant")
        #expect(future.status == 400)
    }

    @Test func `the manifest proves the root`() async throws {
        let served = try await Served.twoSnapshots()
        let record = try await served.get("/v1/snapshots/2026-08-19")

        let manifest = try await served.get("/v1/snapshots/2026-08-19/manifest")

        let hash = ContentHash(sha256: manifest.body)
        #expect(try record.string("root") == "sha256:\(hash)")
        #expect(manifest.header("ETag") == "\"\(hash)\"")
    }

    @Test func `a new database says so`() async throws {
        let served = Served()

        #expect(try await served.get("/v1").status == 200)
        #expect(try await served.get("/health/live").status == 200)
        #expect(try await served.get("/v1/snapshots").value("total") as? Int == 0)
        for target in ["/health/ready", "/v1/indicators", "/v1/snapshots/2026-08-19"] {
            let answer = try await served.get(target)
            #expect(answer.problemCode == "nothingPublished", "\(target)")
            #expect(answer.header("Retry-After") == "60")
        }
    }
}
