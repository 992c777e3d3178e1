import StatisticsModel
import Tallies
import Testing

@Suite struct AxisTests {
    @Test func `areas follow the structure of the data month, for all periods`() {
        let old = Self.areas(dataMonth: month(2026, 12))
        let new = Self.areas(dataMonth: month(2027, 1))

        #expect(old.persons("1084", in: "2024M01") == 1)
        #expect(old.persons("1085", in: "2024M01") == 1)
        #expect(old.persons("REG-EAST", in: "2024M01") == nil)
        #expect(new.persons("1084", in: "2024M01") == nil)
        #expect(new.persons("REG-EAST", in: "2024M01") == 2)
        #expect(new.persons("DK", in: "2024M01") == 3)
    }

    @Test(arguments: [(2026, 5, "1084"), (2026, 6, "1085")] as [(Int32, Int32, String)])
    func `a municipality that changes its region counts where it is in the data month`(
        year: Int32,
        number: Int32,
        region: String
    ) {
        let area = TallyCatalogue.dimension(
            "area",
            [
                TallyCatalogue.member("DK", on: "country"),
                TallyCatalogue.member("1084", in: "DK", on: "region"),
                TallyCatalogue.member("1085", in: "DK", on: "region"),
                TallyCatalogue.member("400", in: "1084", on: "municipality"),
            ],
            memberships: [
                TallyCatalogue.membership(
                    "1084",
                    "400",
                    to: CivilDate(year: 2026, month: 5, day: 31)
                ),
                TallyCatalogue.membership(
                    "1085",
                    "400",
                    from: CivilDate(year: 2026, month: 6, day: 1)
                ),
            ]
        )
        var sample = TallySample([area], dataMonth: month(year, number))

        sample.add([(month(2024, 1), [.area: 400])])

        let regions = ["1084", "1085"].filter { sample.persons($0, in: "2024M01") == 1 }
        #expect(regions == [region])
        #expect(sample.persons("DK", in: "2024M01") == 1)
    }

    @Test func `an alias has no cell of its own`() {
        let sample = Self.areas(dataMonth: month(2026, 10))

        #expect(sample.persons("40000", in: "2024M01") == nil)
        #expect(sample.persons("RAR-BOR", in: "2024M01") == nil)
        #expect(sample.persons("18500", in: "2024M01") == 1)
        #expect(sample.persons("RAR-HOV", in: "2024M01") == 1)
    }

    @Test(arguments: [0, 999, -1] as [Int16])
    func `an unknown municipality counts as such, and in the country`(number: Int16) {
        var sample = TallySample([TallyCatalogue.area])

        sample.add([(month(2025, 1), [.area: number])])

        #expect(sample.persons("UOPL", in: "2025M01") == 1)
        #expect(sample.persons("DK", in: "2025M01") == 1)
        #expect(sample.persons("1084", in: "2025M01") == 0)
    }

    @Test func `a closed municipality counts in its successor`() {
        var sample = TallySample([TallyCatalogue.area])

        sample.add([(month(2025, 1), [.area: 411])])

        #expect(sample.persons("400", in: "2025M01") == 1)
        #expect(sample.persons("411", in: "2025M01") == nil)
    }

    @Test func `overlapping spans of age each count`() {
        var sample = TallySample([TallyCatalogue.ageBroad])

        sample.add([(month(2025, 1), [.age: 27])])
        sample.add([(month(2025, 1), [.age: 60])])

        let counted = ["TOT", "16-29", "25-", "60", "16-24", "25-29"]
            .map { sample.persons($0, in: "2025M01") }
        #expect(counted == [2, 1, 2, 1, 0, 1])
    }

    @Test func `target groups count in the groups across benefits, and unknown ones as such`() {
        var sample = TallySample([TallyCatalogue.visitation])

        sample.add([(month(2025, 1), [.targetGroup: 0])])  // JP
        sample.add([(month(2025, 1), [.targetGroup: 3])])  // AUP
        sample.add([(month(2025, 1), [:])])
        sample.add([(month(2025, 1), [.targetGroup: 0]), (month(2025, 1), [.targetGroup: 3])])

        let counted = ["TOT", "JPM", "JP", "AP", "AUP", "UOP"]
            .map { sample.persons($0, in: "2025M01") }
        #expect(counted == [4, 3, 2, 0, 2, 1])
    }

    @Test func `a member that the indicator leaves out counts in the total only`() {
        let uses = [
            IndicatorDimension(id: Code("visitation"), members: [Code("TOT"), Code("JP")])
        ]
        var sample = TallySample([TallyCatalogue.visitation], uses: uses)

        sample.add([(month(2025, 1), [.targetGroup: 1])])
        sample.add([(month(2025, 1), [:])])

        #expect(sample.persons("TOT", in: "2025M01") == 2)
        #expect(sample.persons("JP", in: "2025M01") == 0)
    }

    @Test func `wage employment is no part of the total of benefits`() {
        var sample = TallySample([TallyCatalogue.benefitGroup])

        sample.add([(month(2025, 1), [.benefit: 100])])
        sample.add([(month(2025, 1), [.benefit: 0])])
        sample.add([(month(2025, 1), [:])])

        let counted = ["TOT", "DPMV", "DP", "KTH", "LON", "SU"]
            .map { sample.persons($0, in: "2025M01") }
        #expect(counted == [2, 1, 1, 0, 1, 0])
    }

    @Test func `an interview counts by its kind and by its form`() {
        var sample = TallySample([TallyCatalogue.contactType])

        sample.add([(month(2025, 1), [.contact: 1 * 4 + 0])])

        let counted = ["TOT", "JOB", "FAL", "FORM.F", "FORM.T"]
            .map { sample.persons($0, in: "2025M01") }
        #expect(counted == [1, 0, 1, 1, 0])
    }

    @Test func `a member that nothing can count in has no figures`() {
        var sample = TallySample([TallyCatalogue.durationElapsed])

        sample.add([(month(2025, 1), [.elapsed: 5]), (month(2025, 1), [.elapsed: 6])])

        #expect(sample.persons("D12-", in: "2025M01") == 1)
        #expect(sample.persons("C0-3", in: "2025M01") == 1)
        #expect(sample.persons("TOT", in: "2025M01") == 1)
        #expect(sample.persons("R1-4", in: "2025M01") == nil)
    }

    @Test func `who is in no fund counts as such where the dimension says so`() {
        let uses = [IndicatorDimension(id: Code("akasse"), members: [Code("TOT"), Code("D10")])]
        var with = TallySample([TallyCatalogue.akasse])
        var without = TallySample([TallyCatalogue.akasse], uses: uses)

        with.add([(month(2025, 1), [.fund: -1])])
        without.add([(month(2025, 1), [.fund: -1])])

        #expect(with.persons("NONE", in: "2025M01") == 1)
        #expect(without.persons("TOT", in: "2025M01") == 1)
        #expect(without.persons("D10", in: "2025M01") == 0)
    }

    private static func areas(dataMonth: Int32) -> TallySample {
        var sample = TallySample([TallyCatalogue.area], dataMonth: dataMonth)
        sample.add([(month(2024, 1), [.area: 155])])
        sample.add([(month(2024, 1), [.area: 330])])
        sample.add([(month(2024, 1), [.area: 0])])
        return sample
    }
}
