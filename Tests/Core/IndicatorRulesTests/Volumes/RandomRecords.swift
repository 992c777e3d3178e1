import Databank
import Registers
import StatisticsFixtures

/// Random lives in 2021–2025 with all kinds of record.
enum RandomRecords {
    static let months = VolumeSample.month(2021, 1)...VolumeSample.month(2025, 12)
    private static let days = VolumeSample.day("2021-01-01")...VolumeSample.day("2025-12-31")

    static func persons(_ count: Int, seed: UInt64) -> [PersonFacts] {
        var random = SeededRandom(seed: seed)
        return (0..<count).map { _ in person(using: &random) }
    }

    private static func person(using random: inout SeededRandom) -> PersonFacts {
        var facts = PersonFacts()
        let age = Int32.random(in: 14...68, using: &random)
        facts.person = PersonRecord(
            born: days.lowerBound - age * 365 - Int32.random(in: 0..<365, using: &random),
            gender: Int16.random(in: 0...1, using: &random),
            origin: Int16.random(in: 0...5, using: &random),
            citizenship: Int16.random(in: 0...2, using: &random),
            died: Int.random(in: 0..<8, using: &random) == 0
                ? Int32.random(in: days, using: &random) : .max
        )
        facts.benefits = periods(upTo: 8, using: &random) { from, to, random in
            let benefit = Benefit.allCases.randomElement(using: &random) ?? .sicknessBenefit
            return BenefitPeriod(benefit: benefit, from: from, to: to)
        }
        facts.payments = facts.benefits.map { period in
            BenefitPayment(
                benefit: period.benefit,
                from: period.from,
                to: min(period.to, period.from + Int32.random(in: 0...70, using: &random)),
                kroner: Int32.random(in: -5_000...20_000, using: &random)
            )
        }
        facts.payments.removeAll { !$0.benefit.isSupport }
        addEffort(to: &facts, using: &random)
        addAttributes(to: &facts, using: &random)
        facts.cards = cards(using: &random)
        facts.wages = wages(using: &random)
        return facts
    }

    private static func addEffort(to facts: inout PersonFacts, using random: inout SeededRandom) {
        facts.offers = periods(upTo: 6, using: &random) { from, to, random in
            Offer(
                offer: Int16.random(in: 0...9, using: &random),
                municipality: 101,
                unit: Bool.random(using: &random) ? 1_000_000_001 : nil,
                from: from,
                to: to,
                weeklyHours: Bool.random(using: &random)
                    ? Int32.random(in: 0...5_000, using: &random) : nil
            )
        }
        let held = (0..<Int.random(in: 0...20, using: &random))
            .map { _ in Int32.random(in: days, using: &random) }
        facts.interviews = held.sorted()
            .map { date in
                Interview(
                    interview: Int16.random(in: 0...4, using: &random),
                    form: 0,
                    isHeldByFund: false,
                    due: nil,
                    date: date
                )
            }
    }

    private static func addAttributes(
        to facts: inout PersonFacts,
        using random: inout SeededRandom
    ) {
        facts.addresses = periods(upTo: 6, using: &random) { from, to, random in
            Stay(municipality: Int16.random(in: 101...104, using: &random), from: from, to: to)
        }
        facts.targetGroups = periods(upTo: 6, using: &random) { from, to, random in
            TargetGroupPeriod(group: Int16.random(in: 0...3, using: &random), from: from, to: to)
        }
        facts.memberships = periods(upTo: 4, using: &random) { from, to, random in
            FundMembership(
                fund: Int16.random(in: 0...3, using: &random),
                contributes: Bool.random(using: &random),
                from: from,
                to: to
            )
        }
    }

    private static func cards(using random: inout SeededRandom) -> [BenefitCard] {
        let first = Int32.random(in: months, using: &random)
        return (first..<min(first + 30, months.upperBound + 1))
            .filter { _ in Int.random(in: 0..<4, using: &random) > 0 }
            .map { month in
                VolumeSample.card(
                    month,
                    hours: Int32.random(in: 0...20_000, using: &random),
                    benefit: Int.random(in: 0..<5, using: &random) == 0
                        ? .earlyRetirement : .unemploymentBenefit,
                    days: Bool.random(using: &random)
                        ? .max : UInt32.random(in: 0...UInt32.max, using: &random),
                    sickDays: Bool.random(using: &random) ? 0 : 0xFF00,
                    fund: Int16.random(in: 0...2, using: &random),
                    isGraduate: Bool.random(using: &random),
                    consumedHours: Int32.random(in: 0...4_000, using: &random)
                )
            }
    }

    private static func wages(using random: inout SeededRandom) -> [Wage] {
        months.flatMap { month in
            (0..<Int.random(in: 0...2, using: &random))
                .map { _ in
                    VolumeSample.wage(
                        month,
                        hours: Int32.random(in: 0...18_000, using: &random),
                        kroner: Int32.random(in: 0...40_000, using: &random),
                        unit: 1_000_000_001 + Int32.random(in: 0...2, using: &random)
                    )
                }
        }
    }

    private static func periods<Record>(
        upTo count: Int,
        using random: inout SeededRandom,
        _ make: (Int32, Int32, inout SeededRandom) -> Record
    ) -> [Record] {
        let starts = (0..<Int.random(in: 0...count, using: &random))
            .map { _ in Int32.random(in: days, using: &random) }
            .sorted()
        return starts.map { from in
            make(from, from + Int32.random(in: 0...500, using: &random), &random)
        }
    }
}
