import StatisticsModel
import Tallies
import Testing

@Suite struct CubeFiguresTests {
    @Test func `full-time persons by days are the mean of the months' shares`() {
        let measures: [(Measure, TallySpec.Formula)] = [
            (TallyCatalogue.measure("fulltimePersons", decimals: 6), .fulltimeDays(0))
        ]
        var sample = TallySample([TallyCatalogue.gender], parts: [.sum], measures: measures)

        sample.add([(month(2025, 1), [.gender: 0])], amount: 31)
        sample.add([(month(2025, 2), [.gender: 0])], amount: 7)

        // (31/31 + 7/28 + 0/31) / 3 = 1.25 / 3, and over twelve months 1.25 / 12.
        #expect(sample.value(of: 0, "K", in: "2025M01") == 1_000_000)
        #expect(sample.value(of: 0, "K", in: "2025M02") == 250_000)
        #expect(sample.value(of: 0, "K", in: "2025Q01") == 416_667)
        #expect(sample.value(of: 0, "TOT", in: "2025Y01") == 104_167)
        #expect(sample.value(of: 0, "TOT", in: "2025QMAT04") == 104_167)
    }

    @Test func `February of a leap year has 29 days`() {
        let measures: [(Measure, TallySpec.Formula)] = [
            (TallyCatalogue.measure("fulltimePersons", decimals: 2), .fulltimeDays(0))
        ]
        var sample = TallySample([TallyCatalogue.gender], parts: [.sum], measures: measures)

        sample.add([(month(2024, 2), [.gender: 0])], amount: 29)

        #expect(sample.value(of: 0, "K", in: "2024M02") == 100)
    }

    @Test func `full-time persons by hours are hours over 160.33`() {
        let measures: [(Measure, TallySpec.Formula)] = [
            (TallyCatalogue.measure("fulltimePersons", decimals: 1), .fulltimeHours(0))
        ]
        var sample = TallySample([TallyCatalogue.gender], parts: [.sum], measures: measures)

        sample.add([(month(2025, 1), [.gender: 0])], amount: 16_033 * 3)
        sample.add([(month(2025, 3), [.gender: 0])], amount: 16_033 / 2 + 1)

        #expect(sample.value(of: 0, "K", in: "2025M01") == 30)
        #expect(sample.value(of: 0, "K", in: "2025M03") == 5)
        // 3.5 / 3 = 1.1667
        #expect(sample.value(of: 0, "K", in: "2025Q01") == 12)
    }

    @Test func `a half is rounded away from zero, upwards and downwards`() {
        let measures: [(Measure, TallySpec.Formula)] = [
            (TallyCatalogue.measure("pct"), .ratio(.part(0), .part(1), times: 100))
        ]
        var sample = TallySample([TallyCatalogue.gender], parts: [.sum, .sum], measures: measures)

        sample.add([(month(2025, 1), [.gender: 0])], part: 0, amount: 1)
        sample.add([(month(2025, 1), [.gender: 1])], part: 0, amount: -1)
        for gender in [0, 1] as [Int16] {
            sample.add([(month(2025, 1), [.gender: gender])], part: 1, amount: 200)
        }

        #expect(sample.value(of: 0, "K", in: "2025M01") == 1)
        #expect(sample.value(of: 0, "M", in: "2025M01") == -1)
        #expect(sample.value(of: 0, "TOT", in: "2025M01") == 0)
    }

    @Test func `what divides by zero gives no figure`() {
        let measures: [(Measure, TallySpec.Formula)] = [
            (TallyCatalogue.measure("pct"), .ratio(.part(0), .part(1), times: 100)),
            (
                TallyCatalogue.measure("twice"),
                .sum(.ratio(.part(0), .part(1), times: 1), .part(0))
            ),
        ]
        var sample = TallySample(
            [TallyCatalogue.gender],
            parts: [.persons, .sum],
            measures: measures
        )

        sample.add([(month(2025, 1), [.gender: 0])], part: 0)
        sample.add([(month(2025, 1), [.gender: 0])], part: 1, amount: 3)

        #expect(sample.value(of: 0, "K", in: "2025M01") == 33)
        #expect(sample.value(of: 0, "M", in: "2025M01") == nil)
        #expect(sample.value(of: 1, "K", in: "2025M01") == 1)
        #expect(sample.value(of: 1, "M", in: "2025M01") == nil)
        #expect(sample.persons("M", in: "2025M01") == 0)
    }

    @Test func `a sum of means is exact before it is rounded`() {
        let measures: [(Measure, TallySpec.Formula)] = [
            (
                TallyCatalogue.measure("both", decimals: 6),
                .ratio(.sum(.fulltimeDays(0), .fulltimeHours(1)), .fulltimeDays(0), times: 1)
            )
        ]
        var sample = TallySample([TallyCatalogue.gender], parts: [.sum, .sum], measures: measures)

        sample.add([(month(2025, 4), [.gender: 0])], part: 0, amount: 10)
        sample.add([(month(2025, 4), [.gender: 0])], part: 1, amount: 16_033)

        // (10/30 + 1) / (10/30)
        #expect(sample.value(of: 0, "K", in: "2025M04") == 4_000_000)
    }

    @Test func `shares of the population stand where only the area is told apart`() {
        let measures: [(Measure, TallySpec.Formula)] = [
            (TallyCatalogue.measure("pct", decimals: 1), .perPopulation(.part(0))),
            (TallyCatalogue.measure("pctWorkforce", decimals: 1), .perWorkforce(.part(0))),
        ]
        var sample = TallySample(
            [TallyCatalogue.area, TallyCatalogue.gender],
            measures: measures
        )
        for number in [155, 185, 330] as [Int16] {
            sample.add([(month(2025, 1), [.area: number, .gender: 0])])
        }
        var denominators = Denominators()
        for (number, persons) in [(155, 10), (185, 20), (330, 50)] as [(Int, Int64)] {
            denominators.set(persons, of: .population, municipality: number, year: 2024)
            denominators.set(1, of: .population, municipality: number, year: 2023)
        }

        let value = { (area: String, gender: String) in
            sample.value(of: 0, area, gender, in: "2025M01", denominators: denominators)
        }
        #expect(value("155", "TOT") == 100)
        #expect(value("18500", "TOT") == 67)
        #expect(value("1084", "TOT") == 67)
        #expect(value("DK", "TOT") == 38)
        #expect(value("155", "K") == nil)
        #expect(value("UOPL", "TOT") == nil)
        #expect(
            sample.value(of: 1, "DK", "TOT", in: "2025M01", denominators: denominators) == nil
        )
    }

    @Test func `the newest November before the year holds, else the newest that is known`() {
        var denominators = Denominators()
        for year in [2010, 2011, 2013] {
            denominators.set(1, of: .workforce, municipality: 101, year: year)
        }

        let years = [2009, 2011, 2012, 2013, 2014, 2020]
            .map { denominators.year(of: .workforce, forPeriodsOf: $0) }

        #expect(years == [2010, 2010, 2011, 2011, 2013, 2013])
        #expect(denominators.year(of: .population, forPeriodsOf: 2012) == nil)
    }

    @Test func `a measure without a formula has no figures`() {
        let sample = TallySample([TallyCatalogue.gender])
        let figures = sample.tally.figures(cube: 0, type: .quarter, ordinals: 8_100..<8_102)

        let values = figures.values(
            of: TallyCatalogue.measure("other"),
            denominators: Denominators()
        )

        #expect(values == nil)
        #expect(figures.rowCount == 3)
        #expect(figures.periods.map(\.description) == ["2025Q01", "2025Q02"])
        #expect(figures.persons == [0, 0, 0, 0, 0, 0])
    }
}
