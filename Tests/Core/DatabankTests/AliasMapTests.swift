import Databank
import Registers
import Testing

@Suite struct AliasMapTests {
    @Test func `a chain of changes leads to its end, in whatever order it came`() {
        let map = AliasMap(of: [
            .change(2, to: 3, on: "2020-02-01", order: 1),
            .change(1, to: 2, on: "2020-01-01", order: 2),
            .change(4, to: 2, on: "2020-03-01", order: 3),
        ])

        #expect([1, 2, 3, 4, 5].map(map.current(of:)) == [3, 3, 3, 3, 5])
        #expect(map.oldNumbers == [1, 2, 4])
    }

    @Test func `a number that is taken back is the person's again`() {
        let there = FactSegment.change(1, to: 2, on: "2020-01-01", order: 1)
        let back = FactSegment.change(2, to: 1, on: "2021-01-01", order: 2)
        let again = FactSegment.change(1, to: 2, on: "2022-01-01", order: 3)

        #expect(AliasMap(of: [there, back]).current(of: 2) == 1)
        #expect(AliasMap(of: [there, back, again]).current(of: 1) == 2)
    }

    @Test func `a change that is cancelled never was`() {
        let delivery = FactDelivery.sample(2, of: .persons)
        let cancelled = Row(record: 1, person: 1, values: [0], isCancelled: true, other: 2)

        let map = AliasMap(of: [
            .change(1, to: 2, on: "2020-01-01", order: 1),
            FactSegment(.numberChanges, in: delivery, [cancelled]),
        ])

        #expect(map == AliasMap())
    }

    @Test func `strays are the old numbers that leave their bucket`() {
        let map = AliasMap(of: [
            .change(1, to: 2, on: "2020-01-01", order: 1),
            .change(5, to: 3, on: "2020-01-01", order: 2),
        ])

        #expect(map.strays(bucketPersons: 4) == [5])
    }
}
