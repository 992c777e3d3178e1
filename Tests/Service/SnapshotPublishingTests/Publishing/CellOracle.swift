import StatisticsModel

/// What a store should hold of the indicator `y01a01`, in one dictionary.
struct CellOracle {
    /// A random delivery.
    struct Round {
        let mode: String
        let measures: [String]
        /// The rows' cells, one for each measure; `nil` is a row that is deleted.
        let rows: [(members: [String: String], period: Period, cells: [Cell]?)]
        let month: Int

        var fixture: DeliveryFixture {
            let columns = mode == "delta" ? ["op"] : []
            var text =
                (columns + ["area", "period", "gender", "age"] + measures)
                .joined(separator: ",") + "\n"
            for row in rows {
                let operation = mode == "delta" ? [row.cells == nil ? "delete" : "upsert"] : []
                let members = [
                    row.members["area"] ?? "", row.period.description, row.members["gender"] ?? "",
                    row.members["age"] ?? "",
                ]
                let fields = measures.indices.map { index in
                    row.cells.map { Self.text($0[index], measures[index]) } ?? ""
                }
                text += (operation + members + fields).joined(separator: ",") + "\n"
            }
            var fixture = DeliveryFixture(text, mode: mode)
            // Two deliveries are never the same, however little they hold.
            fixture.further = #""cutAt": "2026-03-01T08:00:\#(month + 10)Z","#
            return fixture
        }

        private static func text(_ cell: Cell, _ measure: String) -> String {
            switch cell.status {
            case .suppressed: ""
            case .value: FixedDecimal.text(cell.scaled, decimals: measure == "share" ? 1 : 0)
            default: "\(cell.status.word)"
            }
        }
    }

    private(set) var catalogue: Catalogue
    private(set) var cells: [CellName: Cell] = [:]
    private var withoutPlace = 0

    init(catalogue: Catalogue) {
        self.catalogue = catalogue
    }

    private var indicator: Indicator { catalogue.indicators[0] }

    /// The cells of each cube that holds any, by `indicator/cube`.
    var cubes: [String: [CellName: Cell]] {
        var cubes: [String: [CellName: Cell]] = [:]
        let series = Set(cells.keys.map(\.members))
        for cube in indicator.cubes {
            let own = series.filter { holds(cube, $0) }
            let held = cells.filter { own.contains($0.key.members) }
            if !held.isEmpty { cubes["y01a01/\(cube.id)"] = held }
        }
        return cubes
    }

    /// Takes another catalogue; cells that it has no place for are gone.
    mutating func move(to catalogue: Catalogue) {
        self.catalogue = catalogue
        let kept = cells.filter { isHeld($0.key.members) }
        withoutPlace += cells.count - kept.count
        cells = kept
    }

    /// How many cells have gone for want of a place since the last time.
    mutating func takeWithoutPlace() -> Int {
        defer { withoutPlace = 0 }
        return withoutPlace
    }

    /// Returns a random delivery that the catalogue allows.
    func delivery(using random: inout SeededGenerator, month: Int) -> Round {
        let modes = ["window", "window", "delta", "full"]
        let mode = modes[Int.random(in: modes.indices, using: &random)]
        let both = ["persons", "share"]
        let measures =
            Bool.random(using: &random) ? both : [both[Int.random(in: 0...1, using: &random)]]
        let start = 2_024 * 12 + Int.random(in: 0..<24, using: &random)
        var rows: [(members: [String: String], period: Period, cells: [Cell]?)] = []
        var seen: Set<CellName> = []
        for _ in 0..<Int.random(in: 1...60, using: &random) {
            let members = randomMembers(using: &random)
            let period = randomPeriod(from: start, using: &random)
            let name = Self.name("persons", period, members)
            guard isHeld(name.members), seen.insert(name).inserted else { continue }
            let isDeleted = mode == "delta" && Int.random(in: 0..<3, using: &random) == 0
            let cells = measures.map { _ in Self.randomCell(using: &random) }
            rows.append((members, period, isDeleted ? nil : cells))
        }
        return Round(mode: mode, measures: measures, rows: rows, month: month)
    }

    /// Changes the dictionary as the delivery says.
    mutating func apply(_ round: Round) {
        for (index, measure) in round.measures.enumerated() {
            if round.mode == "full" {
                cells = cells.filter { $0.key.measure != measure }
            }
            if round.mode == "window" {
                for type in PeriodType.allCases {
                    let periods = round.rows.map(\.period).filter { $0.type == type }
                    guard let first = periods.min(), let last = periods.max() else { continue }
                    cells = cells.filter { name, _ in
                        guard name.measure == measure, let period = Period(parsing: name.period),
                            period.type == type
                        else { return true }
                        return period < first || last < period
                    }
                }
            }
            for row in round.rows {
                cells[Self.name(measure, row.period, row.members)] = row.cells?[index]
            }
        }
    }

    /// Counts what differs between two dictionaries.
    static func changes(
        from before: [CellName: Cell],
        to after: [CellName: Cell]
    ) -> ChangeCounts {
        var counts = ChangeCounts()
        for name in Set(before.keys).union(after.keys) {
            counts.count(from: before[name] ?? .absent, to: after[name] ?? .absent)
        }
        return counts
    }

    private func randomMembers(using random: inout SeededGenerator) -> [String: String] {
        var members: [String: String] = [:]
        for dimension in catalogue.dimensions {
            let own = dimension.members.filter { $0.sharesCellWith == nil }
            let isTotal = dimension.id != .area && Bool.random(using: &random)
            let index = isTotal ? 0 : Int.random(in: own.indices, using: &random)
            members[dimension.id.text] = own[index].code.text
        }
        return members
    }

    private func randomPeriod(from start: Int, using random: inout SeededGenerator) -> Period {
        let types = PeriodType.allCases
        let type =
            Int.random(in: 0..<3, using: &random) > 0
            ? .month : types[Int.random(in: types.indices, using: &random)]
        let month = start + Int.random(in: 0..<8, using: &random)
        return Period(type: type, ordinal: month * type.periodsPerYear / 12)
    }

    private static func randomCell(using random: inout SeededGenerator) -> Cell {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: .suppressed
        case 1: Cell(without: .notAvailable)
        case 2: Cell(without: .notApplicable)
        default: Cell(scaled: Int64.random(in: 0...9_999, using: &random))
        }
    }

    private static func name(
        _ measure: String,
        _ period: Period,
        _ members: [String: String]
    ) -> CellName {
        CellName(
            indicator: "y01a01",
            measure: measure,
            period: period.description,
            members: Set(members.filter { $0.value != "TOT" }.map { "\($0.key)=\($0.value)" })
        )
    }

    private func isHeld(_ members: Set<String>) -> Bool {
        let pairs = members.map { $0.split(separator: "=").map(String.init) }
        let isKnown = pairs.allSatisfy { pair in
            catalogue.dimensions.first { $0.id.text == pair[0] }?
                .members.contains { $0.code.text == pair[1] } ?? false
        }
        return isKnown && indicator.cubes.contains { holds($0, members) }
    }

    private func holds(_ cube: Cube, _ members: Set<String>) -> Bool {
        let open = members.filter { !$0.hasPrefix("area=") }.map { $0.prefix { $0 != "=" } }
        let area = members.first { $0.hasPrefix("area=") }?.dropFirst(5)
        let level = catalogue.dimensions[0].members.first { $0.code.text == area ?? "" }?.level
        guard let level, cube.levels.contains(level) else { return false }
        let isCrossed = open.allSatisfy { name in cube.dimensions.contains { $0.text == name } }
        return isCrossed && (!cube.oneWayLevels.contains(level) || open.count <= 1)
    }
}
