import Databank
import Foundation
import IndicatorRules
import Registers
import SnapshotPublishing
import StatisticsModel
import Tallies

/// What a rule makes of some persons, read as the figures of its indicator in the real catalogue.
struct RuleTrial {
    private let tally: IndicatorTally
    private let indicator: Indicator
    private let catalogue: Catalogue
    private let denominators: Denominators

    /// Counts persons with the rule of an indicator.
    init(
        _ indicator: String,
        _ persons: [PersonFacts],
        months: ClosedRange<Int32> = VolumeSample.month(2024, 1)...VolumeSample.month(2025, 12),
        settings: RuleSettings = .standard,
        denominators: Denominators = Denominators()
    ) throws {
        let context = RuleContext(units: UnitDirectory(VolumeSample.units), settings: settings)
        let rule = try Self.rule(indicator, context)
        let catalogue = try Self.catalogue.get()
        guard let entry = catalogue.indicator(rule.spec.indicator) else {
            throw RuleTrialError.unknown(indicator)
        }
        var tally = IndicatorTally(
            spec: rule.spec,
            indicator: entry,
            catalogue: catalogue,
            dataMonth: Period(type: .month, ordinal: Int(months.upperBound) + rule.spec.lag),
            months: months
        )
        var contributions = Contributions()
        let horizon = CivilMonth.lastDay(of: months.upperBound + Int32(rule.spec.lag))
        for facts in persons {
            contributions.removeAll()
            let calendar = CalendarRules.standard.calendar(of: facts, horizon: horizon)
            rule.count(calendar, in: months, into: &contributions)
            tally.add(contributions, born: facts.person?.born, in: months)
        }
        self.tally = tally
        self.indicator = entry
        self.catalogue = catalogue
        self.denominators = denominators
    }

    /// Returns the rule of an indicator.
    static func rule(
        _ indicator: String,
        _ context: RuleContext = RuleContext(units: UnitDirectory(VolumeSample.units))
    ) throws -> any IndicatorRule {
        guard
            let rule = RuleBook(context: context).rules
                .first(where: { $0.spec.indicator.text == indicator })
        else { throw RuleTrialError.unknown(indicator) }
        return rule
    }

    /// Returns a measure's figure, times ten to its decimals; `nil` where there is none.
    ///
    /// Members are given by dimension; of all other dimensions it is the total.
    func figure(
        _ measure: String,
        _ text: String,
        _ members: [String: String] = [:]
    ) throws -> Int64? {
        guard let period = Period(parsing: text),
            let measure = indicator.measures.first(where: { $0.id.text == measure })
        else { throw RuleTrialError.unknown("\(measure) in \(text)") }
        for cube in indicator.cubes.indices {
            guard let row = row(members, in: cube) else { continue }
            let figures = tally.figures(
                cube: cube,
                type: period.type,
                ordinals: period.ordinal..<period.ordinal + 1
            )
            let values = figures.values(of: measure, denominators: denominators)
            return values.flatMap { $0.isPresent[row] ? $0.scaled[row] : nil }
        }
        throw RuleTrialError.unknown("\(members)")
    }

    /// The row of members in a cube; `nil` when the cube doesn't hold them.
    private func row(_ members: [String: String], in cube: Int) -> Int? {
        let dimensions = indicator.cubes[cube].dimensions
        guard members.keys.allSatisfy({ key in dimensions.contains { $0.text == key } }) else {
            return nil
        }
        var row = 0
        for dimension in dimensions {
            guard let use = indicator.dimensions.first(where: { $0.id == dimension }) else {
                return nil
            }
            let own = catalogue.members(of: use)
                .filter { member in
                    guard member.sharesCellWith == nil else { return false }
                    guard use.id == .area, let level = member.level else { return true }
                    return indicator.cubes[cube].levels.contains(level)
                }
            let code = members[dimension.text] ?? own.first?.code.text
            guard let place = own.firstIndex(where: { $0.code.text == code }) else { return nil }
            row = row * own.count + place
        }
        return row
    }

    /// The catalogue that the system is seeded with.
    static let catalogue = Result {
        let top = (0..<5)
            .reduce(URL(filePath: #filePath)) { path, _ in path.deletingLastPathComponent() }
        return try CatalogueFolder.read(path: top.appending(path: "seeds/catalogue").path)
    }
}

/// A trial that asks for what there is not.
enum RuleTrialError: Error {
    case unknown(String)
}
