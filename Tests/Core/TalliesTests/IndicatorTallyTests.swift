import StatisticsModel
import Tallies
import Testing

@Suite struct IndicatorTallyTests {
    @Test func `a person who moves counts once in each area, and once in the country`() {
        var sample = TallySample([TallyCatalogue.area])

        sample.add([
            (month(2025, 1), [.area: 155]), (month(2025, 1), [.area: 330]),
            (month(2025, 2), [.area: 185]),
        ])

        #expect(sample.persons("DK", in: "2025M01") == 1)
        #expect(sample.persons("155", in: "2025M01") == 1)
        #expect(sample.persons("330", in: "2025M01") == 1)
        #expect(sample.persons("185", in: "2025M01") == 0)
        #expect(sample.persons("DK", in: "2025Q01") == 1)
        #expect(sample.persons("1084", in: "2025Q01") == 1)
        #expect(sample.persons("1085", in: "2025Q01") == 1)
        #expect(sample.persons("18500", in: "2025Q01") == 1)
        #expect(sample.persons("185", in: "2025Y01") == 1)
        #expect(sample.persons("DK", in: "2025Y01") == 1)
    }

    @Test func `a moving year counts whom any of its four quarters has`() {
        var sample = TallySample([TallyCatalogue.gender])

        sample.add([(month(2024, 5), [.gender: 0])])

        let counted = ["2024QMAT04", "2025QMAT01", "2025QMAT02"]
            .map { sample.persons("K", in: $0) }
        #expect(counted == [1, 1, 0])
        #expect(sample.persons("K", in: "2024QMAT03") == nil)
    }

    @Test func `age is filled in as that of the last day of each period`() {
        var sample = TallySample([TallyCatalogue.age])

        sample.add([(month(2025, 1), [:])], born: day(2000, 3, 31))

        #expect(sample.persons("16-24", in: "2025M01") == 1)
        #expect(sample.persons("25-29", in: "2025M01") == 0)
        #expect(sample.persons("25-29", in: "2025Q01") == 1)
        #expect(sample.persons("16-24", in: "2025Q01") == 0)
        #expect(sample.persons("25-29", in: "2025Y01") == 1)
    }

    @Test func `who is born on a leap day gets older on the first of March`() {
        var sample = TallySample([TallyCatalogue.age])

        sample.add(
            [(month(2025, 2), [:]), (month(2025, 3), [:])],
            born: day(2000, 2, 29)
        )

        #expect(sample.persons("16-24", in: "2025M02") == 1)
        #expect(sample.persons("25-29", in: "2025M03") == 1)
    }

    @Test func `a given age is kept`() {
        var sample = TallySample([TallyCatalogue.age])

        sample.add([(month(2025, 1), [.age: 31])], born: day(2000, 3, 31))

        #expect(sample.persons("30-", in: "2025Y01") == 1)
        #expect(sample.persons("25-29", in: "2025Y01") == 0)
    }

    @Test func `an unknown age counts in the total only`() {
        var sample = TallySample([TallyCatalogue.age])

        sample.add([(month(2025, 1), [:])], born: nil)

        let counted = ["TOT", "16-24", "25-29", "30-"].map { sample.persons($0, in: "2025M01") }
        #expect(counted == [1, 0, 0, 0])
    }

    @Test func `one-way areas hold no row with two open dimensions`() {
        let cube = TallyCatalogue.cube(
            [.area, Code("gender"), Code("age")],
            oneWayLevels: [Code("region")]
        )
        let dimensions = [TallyCatalogue.area, TallyCatalogue.gender, TallyCatalogue.age]
        var sample = TallySample(dimensions, cube: cube)

        sample.add([(month(2025, 1), [.area: 155, .gender: 1, .age: 20])])

        #expect(sample.persons("1084", "M", "TOT", in: "2025M01") == 1)
        #expect(sample.persons("1084", "TOT", "16-24", in: "2025M01") == 1)
        #expect(sample.persons("1084", "M", "16-24", in: "2025M01") == nil)
        #expect(sample.persons("155", "M", "16-24", in: "2025M01") == 1)
        #expect(sample.persons("DK", "M", "16-24", in: "2025M01") == 1)
    }

    @Test func `months after the data month less the lag are not counted`() {
        let months = month(2025, 1)...month(2025, 12)
        var sample = TallySample(
            [TallyCatalogue.gender],
            months: months,
            dataMonth: month(2025, 10),
            lag: 1
        )

        sample.add([(month(2025, 9), [.gender: 0]), (month(2025, 10), [.gender: 0])])

        #expect(sample.persons("K", in: "2025M09") == 1)
        #expect(sample.persons("K", in: "2025M10") == nil)
        #expect(sample.persons("K", in: "2025Q03") == 1)
        #expect(sample.tally.plan.periods(of: .year).isEmpty)
    }

    @Test func `amounts of a sum add up, also of one person in one month`() {
        var sample = TallySample([TallyCatalogue.gender], parts: [.sum])

        sample.add(
            [(month(2025, 1), [.gender: 0]), (month(2025, 1), [.gender: 0])],
            amount: 7
        )
        sample.add([(month(2025, 2), [.gender: 1])], amount: 5)

        #expect(sample.persons("K", in: "2025M01") == 14)
        #expect(sample.persons("TOT", in: "2025Q01") == 19)
    }

    @Test func `stocks are those of the first and the last month`() {
        let measures: [(Measure, TallySpec.Formula)] = [
            (TallyCatalogue.measure("spellsAtStart"), .part(0)),
            (TallyCatalogue.measure("spellsAtEnd"), .part(1)),
        ]
        var sample = TallySample(
            [TallyCatalogue.gender],
            parts: [.first, .last],
            measures: measures
        )

        for (number, amount) in [(1, 3), (2, 50), (3, 8), (12, 9)] as [(Int32, Int64)] {
            sample.add([(month(2025, number), [.gender: 0])], part: 0, amount: amount)
            sample.add([(month(2025, number), [.gender: 0])], part: 1, amount: amount)
        }

        #expect(sample.value(of: 0, "K", in: "2025M02") == 50)
        #expect(sample.value(of: 0, "K", in: "2025Q01") == 3)
        #expect(sample.value(of: 1, "K", in: "2025Q01") == 8)
        #expect(sample.value(of: 0, "K", in: "2025Y01") == 3)
        #expect(sample.value(of: 1, "K", in: "2025Y01") == 9)
    }
}
