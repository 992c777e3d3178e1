import StatisticsFixtures
import StatisticsModel
import Testing

@testable import Tallies

@Suite struct TallyCodingTests {
    @Test func `a tally comes back from its bytes`() throws {
        let sample = Self.sample(until: month(2025, 9))

        let bytes = sample.tally.encoded()
        let decoded = try IndicatorTally(decoding: bytes, for: sample.tally.plan)

        #expect(decoded.counts == sample.tally.counts)
        #expect(decoded.amounts == sample.tally.amounts)
        #expect(decoded.encoded() == bytes)
    }

    @Test func `kept counts go on with further months`() throws {
        let old = Self.sample(until: month(2025, 9))
        let new = Self.sample(until: month(2025, 12))

        var extended = try IndicatorTally(decoding: old.tally.encoded(), for: new.tally.plan)
        extended.add(
            Self.contributions,
            born: day(2000, 1, 1),
            in: month(2025, 10)...month(2025, 12)
        )

        #expect(extended.counts == new.tally.counts)
        #expect(extended.amounts == new.tally.amounts)
    }

    @Test func `another structure or fewer months are refused`() {
        let sample = Self.sample(until: month(2025, 9))
        let shorter = Self.sample(until: month(2025, 8))
        let reformed = Self.sample(until: month(2025, 9), dataMonth: month(2027, 1))
        let bytes = sample.tally.encoded()

        #expect(throws: TallyDecodingError.laterMonths) {
            try IndicatorTally(decoding: bytes, for: shorter.tally.plan)
        }
        #expect(throws: TallyDecodingError.otherPlan) {
            try IndicatorTally(decoding: bytes, for: reformed.tally.plan)
        }
    }

    @Test func `bytes that are cut or go on are refused`() {
        let sample = Self.sample(until: month(2025, 9))
        let bytes = sample.tally.encoded()

        for length in [0, 5, 6, 10, bytes.count / 2, bytes.count - 1] {
            #expect(throws: TallyDecodingError.malformed) {
                try IndicatorTally(decoding: Array(bytes.prefix(length)), for: sample.tally.plan)
            }
        }
        #expect(throws: TallyDecodingError.malformed) {
            try IndicatorTally(decoding: bytes + [2], for: sample.tally.plan)
        }
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `integers come back, zeros and extremes too`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let numbers = (0..<2_000)
            .map { _ -> Int64 in
                switch Int.random(in: 0..<8, using: &random) {
                case 0: Int64.random(in: .min ... .max, using: &random)
                case 1:
                    [.min, .max, -1, 1, 63, 64, -64, -65][Int.random(in: 0..<8, using: &random)]
                case 2: Int64.random(in: -300...300, using: &random)
                default: 0
                }
            }

        var writer = SparseNumberWriter()
        for number in numbers { writer.append(number) }
        writer.finish()
        var reader = SparseNumberReader(writer.bytes, from: 0)
        let read = numbers.map { _ in reader.next() }

        #expect(read == numbers, "seed \(seed)")
        #expect(reader.isAtEnd, "seed \(seed)")
    }

    private static func sample(
        until last: Int32,
        dataMonth: Int32 = month(2026, 10)
    ) -> TallySample {
        var sample = TallySample(
            [TallyCatalogue.area, TallyCatalogue.age],
            parts: [.persons, .sum],
            months: month(2024, 1)...last,
            dataMonth: dataMonth
        )
        sample.tally.add(contributions, born: day(2000, 1, 1), in: month(2024, 1)...last)
        return sample
    }

    private static var contributions: Contributions {
        var contributions = Contributions()
        for place in 0..<24 as Range<Int32> {
            let home: Int16 = place % 5 == 0 ? 155 : 330
            contributions.add(
                Int(place % 2),
                month: month(2024, 1) + place,
                leaf: leaf([.area: home]),
                amount: Int64(place) * 1_000_003
            )
        }
        return contributions
    }
}
