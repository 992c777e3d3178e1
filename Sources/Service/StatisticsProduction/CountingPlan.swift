internal import IndicatorRules
internal import StatisticsModel
internal import Tallies

/// All rules with the places where they count, for one data month.
struct CountingPlan: Sendable {
    /// A rule and where it counts.
    struct Entry: Sendable {
        let rule: any IndicatorRule
        let plan: TallyPlan
    }

    /// How many months back a rule is asked, since a moving year looks that far.
    static let lookBack: Int32 = 11

    let catalogue: Catalogue
    let dataMonth: Period
    let firstMonth: Int32
    let entries: [Entry]

    /// Plans the rules whose indicators the catalogue has.
    init(rules: [any IndicatorRule], catalogue: Catalogue, dataMonth: Period, firstMonth: Int32) {
        self.catalogue = catalogue
        self.dataMonth = dataMonth
        self.firstMonth = firstMonth
        let newest = Int32(dataMonth.ordinal)
        entries = rules.compactMap { rule in
            catalogue.indicator(rule.spec.indicator)
                .map { indicator in
                    Entry(
                        rule: rule,
                        plan: TallyPlan(
                            spec: rule.spec,
                            indicator: indicator,
                            catalogue: catalogue,
                            dataMonth: dataMonth,
                            months: firstMonth...newest
                        )
                    )
                }
        }
    }

    /// The last day of the data month.
    var horizon: Int32 { Int32(dataMonth.lastDay.daysSinceEpoch) }

    /// Returns the months that a rule can count, or those of them after another plan's.
    ///
    /// - Parameters:
    ///   - entry: The rule's place.
    ///   - earlier: The data month of the counts so far; `nil` when there are none.
    /// - Returns: `nil` when there is no such month.
    func window(of entry: Int, after earlier: Int32?) -> ClosedRange<Int32>? {
        let months = entries[entry].plan.months
        guard let earlier else {
            return months.isEmpty ? nil : months.lowerBound...months.upperBound - 1
        }
        let first = max(months.lowerBound, earlier - Int32(entries[entry].plan.spec.lag) + 1)
        return first < months.upperBound ? first...months.upperBound - 1 : nil
    }

    /// Returns the months that a rule could count by an earlier data month.
    func window(of entry: Int, until earlier: Int32) -> ClosedRange<Int32>? {
        let months = entries[entry].plan.months
        let last = min(months.upperBound - 1, earlier - Int32(entries[entry].plan.spec.lag))
        return last >= months.lowerBound ? months.lowerBound...last : nil
    }
}
