import CubeCoding
import PublicationFixtures
import QueryPlanning
import StatisticsFixtures
import StatisticsModel
import Testing

@testable import StatisticsService

/// Editions on both sides of a change of the catalogue.
@Suite struct OldEditionTests {
    @Test func `both sides of a new layout give their own figures, whichever is asked first`()
        async throws
    {
        let question = "y25i01?area=*&benefitGroup=*"
        let old = [
            "DK TOT 2026M06 100", "18500 TOT 2026M06 20", "101 TOT 2026M06 30",
            "155 KTH 2026M06 7", "851 TOT 2026M06 50",
        ]
        let new = [
            "DK TOT 2026M06 100", "DK TOT 2026M07 101", "18500 TOT 2026M06 20",
            "101 TOT 2026M06 31", "151 TOT 2026M07 8", "155 KTH 2026M06 7", "851 TOT 2026M06 50",
        ]
        let publication = try await Self.publication()
        let forth = publication.service()
        let back = publication.service()

        let forward = [
            try await forth.answer(question, of: .sequence(1)),
            try await forth.answer(question, of: .sequence(2)),
            try await forth.answer(question, of: .sequence(1)),
        ]
        let backward = [
            try await back.answer(question, of: .sequence(2)),
            try await back.answer(question, of: .sequence(1)),
            try await back.answer(question, of: .sequence(2)),
        ]

        #expect(forward == [old, new, old])
        #expect(backward == [new, old, new])
    }

    @Test func `an old edition speaks in the words of its time`() async throws {
        let service = try await Self.publication().service()
        let copenhagen = Code<Member>("101")

        let old = try await service.edition(.sequence(1))
        let new = try await service.edition(.sequence(2))

        #expect(old.catalogue.member(copenhagen, of: .area)?.label.danish == "København")
        #expect(new.catalogue.member(copenhagen, of: .area)?.label.danish == "Hovedstaden")
        #expect(
            old.search.members(matching: "hovedstaden", of: .area).contains(copenhagen) == false
        )
        #expect(new.search.members(matching: "hovedstaden", of: .area).first == copenhagen)
        let query = ObservationQuery(reading: "y25i01?area=101")
        let slice = try await service.slice(query, of: old)
        #expect(slice.members[0].map(\.label.danish) == ["København"])
    }

    @Test func `a member that came later is unknown to an old edition`() async throws {
        let service = try await Self.publication().service()

        let old = await outcome { try await service.answer("y25i01?area=151", of: .sequence(1)) }
        let new = try await service.answer("y25i01?area=151", of: .sequence(2))

        #expect(old == "unanswerable")
        #expect(new == ["151 2026M07 8"])
    }

    @Test func `the manifest has the root's hash and says where its planes are`() async throws {
        let service = try await Self.publication().service()

        let old = try await service.edition(.sequence(1))
        let new = try await service.edition(.sequence(2))

        for edition in [old, new] {
            let hash = ContentHash(sha256: Array(edition.manifestText.utf8))
            #expect(hash == edition.snapshot.root)
            #expect(edition.isAsPublished(Code("y25i01")))
            #expect(!edition.isAsPublished(Code("y07a02")))
        }
        #expect(old.planes.map(\.cells) == [5])
        #expect(new.planes.map(\.cells) == [7])
        #expect(new.planes.map(\.periods.upperBound.description) == ["2026M07"])
        #expect(old.planes[0].layout != new.planes[0].layout)
        #expect(old.documents.values.contains(old.planes[0].layout))
    }

    /// A release under the small catalogue, and one after Ballerup was added in its midst.
    private static func publication() async throws -> Publication {
        let publication = Publication()
        let old = try Figures(
            """
            y25i01 fulltimePersons DK TOT 2026M06 100
            y25i01 fulltimePersons 18500 TOT 2026M06 20
            y25i01 fulltimePersons 101 TOT 2026M06 30
            y25i01 fulltimePersons 155 KTH 2026M06 7
            y25i01 fulltimePersons 851 TOT 2026M06 50
            """,
            dataMonth: "2026M06"
        )
        try await publication.publish(old, at: "2026-07-16T08:00")
        var cells = old.cells
        let news = try Figures(
            """
            y25i01 fulltimePersons 101 TOT 2026M06 31
            y25i01 fulltimePersons DK TOT 2026M07 101
            y25i01 fulltimePersons 151 TOT 2026M07 8
            """
        )
        cells.merge(news.cells) { $1 }
        try await publication.publish(
            Figures(cells: cells, dataMonth: "2026M07"),
            at: "2026-08-19T08:00",
            under: withBallerup()
        )
        return publication
    }

    private static func withBallerup() -> Catalogue {
        let small = Catalogue.small()
        return Catalogue(
            subjects: small.subjects,
            units: small.units,
            sources: small.sources,
            dimensions: small.dimensions.map { $0.id == .area ? widened($0) : $0 },
            indicators: small.indicators
        )
    }

    private static func widened(_ area: Dimension) -> Dimension {
        let ballerup = Member(
            code: Code("151"),
            label: plain("Ballerup"),
            parent: Code("1084"),
            level: Code("municipality")
        )
        var members: [Member] = []
        for member in area.members {
            if member.code == Code("155") { members.append(ballerup) }
            guard member.code == Code("101") else {
                members.append(member)
                continue
            }
            members.append(
                Member(
                    code: member.code,
                    label: plain("Hovedstaden"),
                    parent: member.parent,
                    level: member.level
                )
            )
        }
        return Dimension(
            id: area.id,
            label: area.label,
            description: area.description,
            total: area.total,
            levels: area.levels,
            members: members,
            memberships: area.memberships,
            sources: area.sources
        )
    }
}
