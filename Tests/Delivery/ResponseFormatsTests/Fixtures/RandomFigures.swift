import StatisticsFixtures
import StatisticsModel

/// Random figures of `y25i01`, and what was delivered, known without any of the code that serves
/// it.
struct RandomFigures {
    /// Where a figure stands.
    struct Key: Hashable, CustomStringConvertible {
        let area: String
        let group: String
        let period: String
        let measure: String

        var description: String { "\(area) \(group) \(period) \(measure)" }
    }

    static let areas = ["DK", "1084", "101", "147", "330", "UOPL"]
    static let groups = ["TOT", "DP", "KTH"]
    static let periods = ["2025M11", "2025M12", "2026M01", "2026M02"]
    static let measures = ["fulltimePersons", "pctWorkforce"]

    /// The text of each number, or the word of its status; only of rows that were delivered.
    private(set) var fields: [Key: String] = [:]
    private var text = "area,benefitGroup,period,fulltimePersons,pctWorkforce\n"

    init(using random: inout SeededRandom) {
        for area in Self.areas {
            for group in Self.groups {
                for period in Self.periods where Int.random(in: 0..<4, using: &random) > 0 {
                    let whole = Self.field(decimals: 0, using: &random)
                    let share = Self.field(decimals: 1, using: &random)
                    text += "\(area),\(group),\(period),\(whole.sent),\(share.sent)\n"
                    for (measure, field) in zip(Self.measures, [whole, share]) {
                        let key = Key(area: area, group: group, period: period, measure: measure)
                        fields[key] = field.published
                    }
                }
            }
        }
        // Whatever else is random, the first and the last period have figures.
        for period in [Self.periods[0], Self.periods[3]] {
            let key = Key(area: "DK", group: "TOT", period: period, measure: Self.measures[0])
            guard fields[key] == nil else { continue }
            text += "DK,TOT,\(period),7,0.7\n"
            for (measure, field) in zip(Self.measures, ["7", "0.7"]) {
                fields[Key(area: "DK", group: "TOT", period: period, measure: measure)] = field
            }
        }
    }

    /// The figures as a delivery.
    var delivered: Delivered {
        Delivered(dataMonth: "2026M02", files: [("y25i01", text)])
    }

    private static func field(
        decimals: Int,
        using random: inout SeededRandom
    ) -> (sent: String, published: String) {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return ("", "suppressed")
        case 1: return ("notAvailable", "notAvailable")
        case 2: return ("notApplicable", "notApplicable")
        default:
            let whole = Int.random(in: -20...20_000, using: &random)
            guard decimals > 0 else { return ("\(whole)", "\(whole)") }
            let number = "\(whole).\(Int.random(in: 0...9, using: &random))"
            return (number, number)
        }
    }
}
