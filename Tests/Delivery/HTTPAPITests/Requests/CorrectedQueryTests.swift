import HTTPAPI
import StatisticsModel
import Testing

/// What is wrong is corrected by a URL that works.
@Suite struct CorrectedQueryTests {
    @Test(arguments: [
        ("area=Kobenhagn", "area=101"), ("area=DK,Kobenhagn", "area=DK,101"),
        ("area=DK&area=Kobenhagn", "area=DK&area=101"), ("aera=DK", "area=DK"),
        ("measure=fulltimePerson", "measure=fulltimePersons"),
        ("area=level:municipalty", "area=level:municipality"),
        ("area=Kobenhagn&lang=en", "area=101&lang=en"),
        ("area=+Kobenhagn+,+DK", "area=101,DK"),
        ("sort=-fulltimePerson", "sort=-fulltimePersons"),
    ])
    func `each mistake is replaced by what comes nearest`(
        query: String,
        corrected: String
    ) async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.get("/v1/indicators/y25i01/data?\(query)")

        #expect(answer.status == 400)
        let url = try #require(try answer.string("tryUrl"))
        #expect(url == "https://example.org/v1/indicators/y25i01/data?\(corrected)")
        #expect(try await served.follow(url).status == 200)
    }

    @Test(arguments: [
        "area=Kobenhagn", "area=xyz123", "aera=101", "period=2026M13", "period=2026M06,2026Q02",
        "period=Q:2026", "measure=persns", "gender=M", "area=", "benefitGroup=DPP", "limit=0",
        "sort=whatever", "area=in:1048", "area=children:XX", "area=level:kommune", "nonsense=1",
        "period=1999M01", "area=Kobenhagn&period=2026M13", "area=DK,,101", "area=cluster:5",
        "area=peers:101", "benefitGroup=children:DP",
    ])
    func `whatever is offered is answered`(query: String) async throws {
        let served = try await Served.twoSnapshots()

        for path in [
            "/v1/indicators/y25i01/data?", "/v1/snapshots/2026-08-18/indicators/y25i01/data?",
        ] {
            let answer = try await served.get(path + query)
            #expect(answer.status == 400, "\(query)")
            if let url = try answer.string("tryUrl") {
                #expect(try await served.follow(url).status == 200, "\(query): \(url)")
            }
        }
    }

    @Test func `a joined table's indicators are corrected, too`() async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.get("/v1/data?indicator=y25i01,y01a03&period=latest")

        let url = try #require(try answer.string("tryUrl"))
        #expect(answer.problemCode == "unknownIndicator")
        #expect(try await served.follow(url).status == 200)
    }

    @Test func `nothing is offered where a mistake has no remedy`() async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.get("/v1/indicators/y25i01/data?area=Kobenhagn,qqqqqqqqq")

        #expect(answer.status == 400)
        #expect(try answer.string("tryUrl") == nil)
    }

    @Test func `what would be refused again is not offered`() async throws {
        let served = try await Served.twoSnapshots()

        // København is what comes nearest, but gender and age are crossed for the country alone.
        let answer = try await served.get(
            "/v1/indicators/y01a02/data?area=Kobenhagn&gender=M&age=16-24"
        )

        #expect(answer.problemCode == "unknownMember")
        #expect(try answer.string("errors", "0", "suggestion") == "101")
        #expect(try answer.string("tryUrl") == nil)
    }

    @Test func `a body's mistakes are named, and no URL is offered for them`() async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.post(
            "/v1/indicators/y25i01/data",
            #"{"area":["DK","Kobenhagn"]}"#
        )

        #expect(answer.problemCode == "unknownMember")
        #expect(try answer.string("errors", "0", "in") == "body")
        #expect(try answer.string("errors", "0", "suggestion") == "101")
        #expect(try answer.string("tryUrl") == nil)
    }

    @Test(arguments: [
        ("/v1/indicators/y25i02", "unknownIndicator", "y25i01"),
        ("/v1/indicators/y25i02/data", "unknownIndicator", "y25i01"),
        ("/v1/indicators/y25i02/versions", "unknownIndicator", "y25i01"),
        ("/v1/dimensions/gendr", "unknownDimension", "gender"),
        ("/v1/areas/Kobenhagn", "unknownArea", "101"),
    ])
    func `a name in the path has its nearest`(
        path: String,
        code: String,
        nearest: String
    ) async throws {
        let served = try await Served.twoSnapshots()

        let answer = try await served.get(path)

        #expect(answer.status == 404)
        #expect(answer.problemCode == code)
        #expect(try answer.string("errors", "0", "in") == "path")
        #expect(try answer.string("errors", "0", "suggestion") == nearest)
    }
}
