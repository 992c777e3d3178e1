internal import DeliveryText
internal import StatisticsModel

/// What the columns of a file are, and what stands for the dimensions it has no column for.
struct DeliveryHeader {
    let columns: [DeliveryColumn]
    let names: [String]
    let measures: [Measure]
    /// Whether rows can be stored: every dimension, the period and a measure are known.
    let isUsable: Bool
    /// What the totals of dimensions without a column add to a series' number.
    let baseSeries: Int
    /// The place of the country where there is no column `area`.
    let baseArea: Int

    /// The place of the column `op`; `nil` when there is none.
    var operation: Int? { columns.firstIndex(of: .operation) }

    /// Reads a header; names that mean nothing and columns that are missing become problems.
    init(
        names: [String],
        file: String,
        space: IndicatorSpace,
        mode: DeliveryManifest.Mode,
        problems: DeliveryProblems
    ) {
        var reading = Reading(
            names: names,
            file: file,
            space: space,
            mode: mode,
            problems: problems
        )
        let known = problems.count
        columns = names.indices.map { reading.column($0) }
        self.names = names
        measures = reading.measures
        baseSeries = reading.baseSeries()
        baseArea = space.axes[0].total ?? 0
        reading.checkComplete()
        isUsable = problems.count == known
    }
}

private struct Reading {
    let names: [String]
    let file: String
    let space: IndicatorSpace
    let mode: DeliveryManifest.Mode
    let problems: DeliveryProblems
    private(set) var measures: [Measure] = []
    private var axes: Set<Int> = []
    private var hasPeriod = false
    private var hasOperation = false

    init(
        names: [String],
        file: String,
        space: IndicatorSpace,
        mode: DeliveryManifest.Mode,
        problems: DeliveryProblems
    ) {
        self.names = names
        self.file = file
        self.space = space
        self.mode = mode
        self.problems = problems
    }

    mutating func column(_ index: Int) -> DeliveryColumn {
        let name = names[index]
        guard !names[..<index].contains(name) else {
            add(.duplicateColumn, name, "the column stands there twice")
            return .unknown
        }
        if PersonNumber.columnNames.contains(name.lowercased()) {
            add(.personNumbers, name, "figures must not come with civil registration numbers")
            return .unknown
        }
        if name == "period" {
            hasPeriod = true
            return .period
        }
        if name == "op", mode == .delta {
            hasOperation = true
            return .operation
        }
        if let axis = space.axes.firstIndex(where: { $0.dimension.text == name }) {
            axes.insert(axis)
            return .axis(axis)
        }
        if let measure = space.indicator.measures.first(where: { $0.id.text == name }) {
            measures.append(measure)
            return .measure(measures.count - 1)
        }
        problems.add(
            .unknownColumn,
            file: file,
            line: 1,
            column: name,
            "\(space.indicator.id) has neither a dimension nor a measure of that name",
            allowed: allowedNames,
            suggestion: NearestMatch.nearest(to: name, among: allowedNames)
        )
        return .unknown
    }

    /// What the totals of the dimensions without a column add up to.
    mutating func baseSeries() -> Int {
        var series = 0
        for (index, axis) in space.axes.enumerated() where !axes.contains(index) {
            if let total = axis.total {
                series += total * axis.stride
            } else {
                let name = axis.dimension.text
                add(.missingColumn, name, "the dimension has no total that could stand for it")
            }
        }
        return series
    }

    func checkComplete() {
        if !hasPeriod { add(.missingColumn, "period", "the column is missing") }
        if measures.isEmpty {
            problems.add(
                .missingColumn,
                file: file,
                line: 1,
                "the file has no measure",
                allowed: space.indicator.measures.map(\.id.text)
            )
        }
        if mode == .delta, !hasOperation {
            add(.missingColumn, "op", "a delta says upsert or delete for each row")
        }
    }

    private var allowedNames: [String] {
        space.axes.map(\.dimension.text) + ["period"] + (mode == .delta ? ["op"] : [])
            + space.indicator.measures.map(\.id.text)
    }

    private func add(_ kind: DeliveryProblem.Kind, _ column: String, _ detail: String) {
        problems.add(kind, file: file, line: 1, column: column, detail)
    }
}
