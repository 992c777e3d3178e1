import QueryPlanning
import StatisticsFixtures
import StatisticsModel

/// A question on `Catalogue.crossed`, and what it means, worked out without the planner.
struct RandomQuestion {
    /// A measure that is asked for.
    struct Column {
        let indicator: Indicator
        let measure: Measure
        let name: String
    }

    /// What rows are sorted by.
    struct SortKey {
        let name: String
        let isDescending: Bool
    }

    private(set) var indicators: [Indicator]
    /// For each dimension the members, in the catalogue's order.
    private(set) var members: [Code<Dimension>: [Member]] = [:]
    /// The dimensions that are columns, in the catalogue's order.
    private(set) var axes: [Code<Dimension>] = [.area]
    private(set) var periods: [Period] = []
    private(set) var columns: [Column] = []
    private(set) var sort: [SortKey] = []
    private(set) var limit: Int?
    private var parameters: [(name: String, value: String)] = []
    private let catalogue: Catalogue

    init(on figures: Figures, under catalogue: Catalogue, using random: inout SeededRandom) {
        self.catalogue = catalogue
        let tables = [[0], [0], [1], [2], [0, 1], [1, 0]]
        let table = tables[Int.random(in: tables.indices, using: &random)]
        indicators = table.map { catalogue.indicators[$0] }
        for use in indicators[0].dimensions.dropFirst() { chooseMembers(use.id, &random) }
        chooseAreas(&random)
        choosePeriods(of: figures, &random)
        chooseColumns(&random)
        chooseOrder(&random)
        parameters.shuffle(using: &random)
    }

    var isJoined: Bool { indicators.count > 1 }

    var query: ObservationQuery {
        ObservationQuery(
            indicators: indicators.map(\.id.text),
            isJoined: isJoined,
            parameters: parameters.map { .init(name: $0.name, values: [$0.value]) }
        )
    }

    var text: String {
        indicators.map(\.id.text).joined(separator: ",") + "?"
            + parameters.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }

    private mutating func chooseMembers(
        _ id: Code<Dimension>,
        _ random: inout SeededRandom
    ) {
        guard let dimension = catalogue.dimension(id) else { return }
        let all = dimension.members
        let some = all.filter { _ in Bool.random(using: &random) }
        let parts = all.filter { $0.code != dimension.total }
        let choices: [(value: String?, members: [Member])] = [
            (nil, dimension.total == nil ? all : [all[0]]),
            (nil, dimension.total == nil ? all : [all[0]]),
            (all[0].code.text, [all[0]]),
            (some.shuffled(using: &random).map(\.code.text).joined(separator: ","), some),
            ("each", parts),
            ("*", all),
        ]
        var choice = choices[Int.random(in: choices.indices, using: &random)]
        if choice.members.isEmpty { choice = choices[0] }
        members[id] = choice.members
        if let value = choice.value { parameters.append((id.text, value)) }
        if choice.value != nil || dimension.total == nil { axes.append(id) }
    }

    private mutating func chooseAreas(_ random: inout SeededRandom) {
        let all = catalogue.dimension(.area)?.members ?? []
        let open = members.filter { $0.value.contains { $0.code != Code("TOT") } }.count
        let isCountryOnly = open > 1 && indicators.contains { $0.id == Code("y01a02") }
        let inForce = all.filter { $0.validTo == nil }
        let some = all.filter { _ in Int.random(in: 0..<12, using: &random) == 0 }
        let codes = (some + some.prefix(1)).shuffled(using: &random).map(\.code.text)
        let named = all.filter { $0.level == Code("region") || $0.code == Code("20100") }
        var choices: [(value: String?, members: [Member])] = [
            (nil, [all[0]]),
            ("DK", [all[0]]),
            ("*", isCountryOnly ? [all[0]] : all.filter { $0.sharesCellWith == nil }),
        ]
        if !isCountryOnly {
            choices += [
                ("each", inForce.filter { $0.level == Code("municipality") }),
                ("level:jobCentre", inForce.filter { $0.level == Code("jobCentre") }),
                ("20100,level:region", named),
                (codes.joined(separator: ","), some),
            ]
        }
        var choice = choices[Int.random(in: choices.indices, using: &random)]
        if choice.members.isEmpty { choice = choices[0] }
        members[.area] = choice.members
        if let value = choice.value { parameters.append(("area", value)) }
    }

    private mutating func choosePeriods(of figures: Figures, _ random: inout SeededRandom) {
        let shared = indicators[0].periodTypes
            .filter { type in
                indicators.allSatisfy { $0.periodTypes.contains(type) }
            }
        let type = shared[Int.random(in: shared.indices, using: &random)]
        let ids = indicators.map(\.id)
        let known = figures.cells.keys
            .filter { $0.period.type == type && ids.contains($0.indicator) }
            .map(\.period.ordinal)
        let range = (known.min() ?? 0)...(known.max() ?? 0)
        let first = Int.random(in: range, using: &random)
        let last = Int.random(in: first...range.upperBound, using: &random)
        let count = Int.random(in: 1...9, using: &random)
        func name(_ ordinal: Int) -> String { "\(Period(type: type, ordinal: ordinal))" }
        var choices: [(value: String?, ordinals: [Int])] = [
            ("\(type.rawValue):*", Array(range)),
            ("\(type.rawValue):latest:\(count)", Array(range.suffix(count))),
            ("\(name(first))..\(name(last))", Array(first...last)),
            ("\(name(first))..", Array(first...range.upperBound)),
            ("..\(name(last))", Array(range.lowerBound...last)),
            ("\(name(last)),\(name(first))", Set([first, last]).sorted()),
        ]
        if type == shared.first { choices.append((nil, Array(range.suffix(13)))) }
        let choice = choices[Int.random(in: choices.indices, using: &random)]
        periods = choice.ordinals.map { Period(type: type, ordinal: $0) }
        if let value = choice.value { parameters.append(("period", value)) }
    }

    private mutating func chooseColumns(_ random: inout SeededRandom) {
        let all = indicators.flatMap { indicator in
            indicator.measures.map { measure in
                Column(
                    indicator: indicator,
                    measure: measure,
                    name: isJoined ? "\(indicator.id)_\(measure.id)" : measure.id.text
                )
            }
        }
        let some = all.filter { _ in Bool.random(using: &random) }.shuffled(using: &random)
        columns = some.isEmpty ? all : some
        guard !some.isEmpty else { return }
        parameters.append(("measure", some.map(\.name).joined(separator: ",")))
    }

    private mutating func chooseOrder(_ random: inout SeededRandom) {
        if Bool.random(using: &random) {
            let names = axes.map(\.text) + ["period"] + columns.map(\.name)
            sort = names.shuffled(using: &random).prefix(Int.random(in: 1...2, using: &random))
                .map { SortKey(name: $0, isDescending: Bool.random(using: &random)) }
            let value = sort.map { ($0.isDescending ? "-" : "") + $0.name }.joined(separator: ",")
            parameters.append(("sort", value))
        }
        guard Int.random(in: 0..<3, using: &random) == 0 else { return }
        let most = Int.random(in: 1...30, using: &random)
        limit = most
        parameters.append(("limit", String(most)))
    }
}
