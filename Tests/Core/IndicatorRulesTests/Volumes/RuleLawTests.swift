import Databank
import IndicatorRules
import Registers
import StatisticsFixtures
import Tallies
import Testing

/// Laws that hold for whatever life, tried on random ones; they say the seed when they fail.
@Suite struct RuleLawTests {
    private static let seed: UInt64 = 20_261_126
    private static let months = RandomRecords.months

    @Test func `a new month never changes what older months counted`() throws {
        let rules = RuleBook(context: RuleContext(units: UnitDirectory(VolumeSample.units))).rules
        for facts in RandomRecords.persons(40, seed: Self.seed) {
            let whole = facts.calendar(to: Self.months.upperBound)
            for rule in rules {
                let all = Self.entries(of: rule, whole, in: Self.months)
                for early in stride(
                    from: Self.months.lowerBound + 12,
                    to: Self.months.upperBound,
                    by: 17
                ) {
                    let known = early - Int32(rule.spec.lag)
                    let before = facts.calendar(to: early)
                    let counted = Self.entries(of: rule, before, in: Self.months)

                    #expect(
                        Self.sums(counted, until: known) == Self.sums(all, until: known),
                        "\(rule.spec.indicator), seed \(Self.seed)"
                    )
                }
            }
        }
    }

    @Test func `months are counted alike, however many are asked for`() throws {
        let rules = RuleBook(context: RuleContext(units: UnitDirectory(VolumeSample.units))).rules
        for facts in RandomRecords.persons(40, seed: Self.seed &+ 1) {
            let calendar = facts.calendar(to: Self.months.upperBound)
            for rule in rules {
                let all = Self.entries(of: rule, calendar, in: Self.months)
                let middle = Self.months.lowerBound + 20...Self.months.lowerBound + 31
                let some = Self.entries(of: rule, calendar, in: middle)

                #expect(
                    Self.sums(some, in: middle) == Self.sums(all, in: middle),
                    "\(rule.spec.indicator), seed \(Self.seed)"
                )
            }
        }
    }

    /// Rules, and of each the part of hours and that of days, which are in units of one day.
    private static let fullTimeParts: [(String, hours: Int32, days: Int32, day: Int64)] = [
        ("y01a02", 1, -1, 1), ("y07a02", -1, 1, 1), ("y60a02", -1, 1, 1), ("ptv_a02", 1, 2, 1),
        ("y25i01", 1, 2, 1), ("y28a02", 2, -1, 1), ("ptvc01", -1, 1, 3_700),
        ("y01c01", -1, 1, 3_700), ("y25i09", 1, 2, 1), ("y24b", 1, -1, 1),
    ]

    @Test(arguments: fullTimeParts)
    func `nobody is more than one full-time person, nor one without being counted`(
        indicator: String,
        hours: Int32,
        days: Int32,
        day: Int64
    ) throws {
        let rule = try RuleTrial.rule(indicator)
        for facts in RandomRecords.persons(200, seed: Self.seed &+ 2) {
            let calendar = facts.calendar(to: Self.months.upperBound)
            let counted = Self.entries(of: rule, calendar, in: Self.months)

            for (month, entries) in Dictionary(grouping: counted, by: \.month) {
                let length = Int64(
                    CivilMonth.lastDay(of: month) - CivilMonth.firstDay(of: month) + 1
                )
                let hourSum = entries.filter { $0.part == hours }.reduce(0) { $0 + $1.amount }
                let daySum = entries.filter { $0.part == days }.reduce(0) { $0 + $1.amount }

                #expect(
                    hourSum * length * day + daySum * 16_033 <= 16_033 * length * day,
                    "\(month), seed \(Self.seed)"
                )
                #expect(entries.contains { $0.part == 0 || $0.part == 3 })
            }
        }
    }

    @Test func `all benefits together are the sum of the benefits`() throws {
        let all = try RuleTrial.rule("ptv_a02")
        let parts = try ["y01a02", "y04a02", "y07a02", "y08a02", "y09a02", "y10a02", "y11a02"]
            .map { try RuleTrial.rule($0) }
        let benefits: [Benefit] = [
            .unemploymentBenefit, .rehabilitation, .sicknessBenefit, .flexJob,
            .unemploymentAllowance, .disabilityPension, .resourceProgramme,
        ]
        for facts in RandomRecords.persons(100, seed: Self.seed &+ 3) {
            let calendar = facts.calendar(to: Self.months.upperBound)
            let whole = Self.entries(of: all, calendar, in: Self.months)
            for (rule, benefit) in zip(parts, benefits) {
                let part = Self.entries(of: rule, calendar, in: Self.months)
                let same = whole.filter { $0.leaf[.benefit] == Int16(benefit.rawValue) }

                #expect(Self.byMonth(part) == Self.byMonth(same), "seed \(Self.seed)")
            }
        }
    }

    @Test func `one social assistance is the sum of the three before it`() throws {
        let combined = try RuleTrial.rule("y60a02")
        let parts = try ["y35a02", "y36a02", "y38a02"].map { try RuleTrial.rule($0) }
        let before = Self.months.lowerBound...VolumeSample.month(2025, 6)
        for facts in RandomRecords.persons(100, seed: Self.seed &+ 4) {
            let calendar = facts.calendar(to: Self.months.upperBound)

            let whole = Self.entries(of: combined, calendar, in: before).filter { $0.part == 1 }
            let pieces = parts.flatMap { Self.entries(of: $0, calendar, in: before) }
                .filter { $0.part == 1 }

            #expect(Self.byMonth(whole) == Self.byMonth(pieces), "seed \(Self.seed)")
        }
    }

    @Test func `no kroner and no hour is lost or counted twice`() throws {
        let expenditure = try RuleTrial.rule("ptvg01")
        for facts in RandomRecords.persons(100, seed: Self.seed &+ 5) {
            let calendar = facts.calendar(to: Self.months.upperBound)
            let range = Self.months.lowerBound - 24...Self.months.upperBound + 24

            let counted = Self.entries(of: expenditure, calendar, in: range)
                .filter { $0.part == 1 }
            let paid = calendar.facts.payments.reduce(0) { $0 + Int64($1.kroner) }

            #expect(counted.reduce(0) { $0 + $1.amount } == paid, "seed \(Self.seed)")
        }
    }

    @Test func `long-term unemployed are gross unemployed, who are on benefits`() throws {
        let longTerm = try RuleTrial.rule("y25i09")
        let gross = try RuleTrial.rule("y25i01")
        for facts in RandomRecords.persons(100, seed: Self.seed &+ 6) {
            let calendar = facts.calendar(to: Self.months.upperBound)

            let counted = Self.entries(of: longTerm, calendar, in: Self.months)
            let persons = Set(Self.entries(of: gross, calendar, in: Self.months).map(\.month))
            let inBoth = Set(counted.filter { $0.part == 0 }.map(\.month))

            #expect(inBoth.isSubset(of: persons), "seed \(Self.seed)")
            #expect(
                Set(counted.filter { $0.part == 3 }.map(\.month)) == persons,
                "seed \(Self.seed)"
            )
        }
    }

    private static func entries(
        of rule: any IndicatorRule,
        _ calendar: PersonCalendar,
        in months: ClosedRange<Int32>
    ) -> [Contributions.Entry] {
        var contributions = Contributions()
        rule.count(calendar, in: months, into: &contributions)
        return contributions.entries
    }

    /// A part of a leaf in a month.
    private struct Place: Hashable {
        let part: Int32
        let month: Int32
        let leaf: Leaf
    }

    private static func sums(
        _ entries: [Contributions.Entry],
        until last: Int32
    ) -> [Place: Int64] {
        sums(entries, in: months.lowerBound...last)
    }

    private static func sums(
        _ entries: [Contributions.Entry],
        in months: ClosedRange<Int32>
    ) -> [Place: Int64] {
        entries.filter { months.contains($0.month) }
            .reduce(into: [:]) { sums, entry in
                let place = Place(part: entry.part, month: entry.month, leaf: entry.leaf)
                sums[place, default: 0] += entry.amount
            }
    }

    /// The amounts of each month, of all parts but persons.
    private static func byMonth(_ entries: [Contributions.Entry]) -> [Int32: Int64] {
        entries.filter { $0.part > 0 }
            .reduce(into: [:]) { $0[$1.month, default: 0] += $1.amount }
    }
}

extension PersonFacts {
    /// The calendar as known at the end of a month.
    fileprivate func calendar(to month: Int32) -> PersonCalendar {
        CalendarRules.standard.calendar(of: self, horizon: CivilMonth.lastDay(of: month))
    }
}
