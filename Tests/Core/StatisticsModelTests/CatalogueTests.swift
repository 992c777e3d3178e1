import StatisticsFixtures
import StatisticsModel
import Testing

@Suite struct CatalogueTests {
    private static let catalogue = Catalogue.small()

    @Test func `everything is found by its id, and has its place`() {
        let catalogue = Self.catalogue

        #expect(catalogue.indicators.allSatisfy { catalogue.indicator($0.id) == $0 })
        #expect(catalogue.units.allSatisfy { catalogue.unit($0.id) == $0 })
        for dimension in catalogue.dimensions {
            #expect(catalogue.dimension(dimension.id) == dimension)
            for (place, member) in dimension.members.enumerated() {
                #expect(catalogue.member(member.code, of: dimension.id) == member)
                #expect(catalogue.ordinal(of: member.code, in: dimension.id) == place)
            }
        }
    }

    @Test func `what is not there is not found`() {
        let catalogue = Self.catalogue

        #expect(catalogue.indicator(Code("y99z99")) == nil)
        #expect(catalogue.indicator(Code("Y01A02")) == nil)
        #expect(catalogue.dimension(Code("colour")) == nil)
        #expect(catalogue.unit(Code("miles")) == nil)
        #expect(catalogue.member(Code("DK"), of: Code("gender")) == nil)
        #expect(catalogue.member(Code("DK"), of: Code("colour")) == nil)
        #expect(catalogue.ordinal(of: Code("DK"), in: Code("gender")) == nil)
        #expect(catalogue.ordinal(of: Code("DK"), in: Code("colour")) == nil)
    }

    @Test func `an indicator has the members that it lists, on its levels, in order`() {
        let catalogue = Self.catalogue

        let all = catalogue.members(of: IndicatorDimension(id: Code("gender")))
        let listed = catalogue.members(
            of: IndicatorDimension(id: Code("gender"), members: [Code("K"), Code("TOT")])
        )
        let regions = catalogue.members(
            of: IndicatorDimension(id: .area, levels: [Code("region"), Code("country")])
        )
        let both = catalogue.members(
            of: IndicatorDimension(
                id: .area,
                members: [Code("1084"), Code("101")],
                levels: [Code("region")]
            )
        )
        let none = catalogue.members(of: IndicatorDimension(id: Code("colour")))

        #expect(all.map(\.code.text) == ["TOT", "M", "K"])
        #expect(listed.map(\.code.text) == ["TOT", "K"])
        #expect(regions.map(\.code.text) == ["DK", "1084", "1085", "1081"])
        #expect(both.map(\.code.text) == ["1084"])
        #expect(none.isEmpty)
    }

    @Test func `a catalogue without an indicator is another catalogue`() {
        let whole = Self.catalogue
        let part = Catalogue(
            subjects: whole.subjects,
            units: whole.units,
            sources: whole.sources,
            dimensions: whole.dimensions,
            indicators: Array(whole.indicators.dropLast())
        )

        #expect(whole == Catalogue.small())
        #expect(whole != part)
    }

    @Test(arguments: [
        ("2006-12-31", false), ("2007-01-01", true), ("2026-12-31", true), ("2027-01-01", false),
    ])
    func `members and memberships are valid from their first day through their last`(
        text: String,
        isValid: Bool
    ) throws {
        let date = try #require(CivilDate(parsing: text))
        let member = Member(
            code: Code("1084"),
            label: BilingualText(danish: "Hovedstaden", english: nil),
            validFrom: CivilDate(parsing: "2007-01-01"),
            validTo: CivilDate(parsing: "2026-12-31")
        )
        let membership = Membership(
            group: Code("1084"),
            member: Code("101"),
            validFrom: member.validFrom,
            validTo: member.validTo
        )

        #expect(member.isValid(on: date) == isValid)
        #expect(membership.isValid(on: date) == isValid)
    }

    @Test func `a missing translation is told, and Danish stands in`() {
        let half = BilingualText(danish: "I alt", english: nil)
        let whole = BilingualText(danish: "I alt", english: "Total")

        #expect(half.text(in: .english) == "I alt" && half.isMissing(in: .english))
        #expect(whole.text(in: .english) == "Total" && !whole.isMissing(in: .english))
        #expect(whole.text(in: .danish) == "I alt" && !half.isMissing(in: .danish))
    }
}
