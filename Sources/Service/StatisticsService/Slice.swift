internal import CubeCoding
public import QueryPlanning
public import StatisticsModel

/// The answer to a question, not yet read: what its rows and columns are, and a way to walk them.
///
/// Walking it twice gives the same rows, for a snapshot never changes.
public struct Slice: Sendable {
    /// What a cell's number is to be read with.
    public struct Flags: OptionSet, Sendable, Hashable {
        /// One bit a flag.
        public let rawValue: UInt8
        /// The period is among the newest, whose figures still change much.
        public static let provisional = Flags(rawValue: 1)
        /// The series can't be compared with the period before.
        public static let seriesBreak = Flags(rawValue: 2)

        /// Makes a set of flags.
        public init(rawValue: UInt8) {
            self.rawValue = rawValue
        }
    }

    /// What is read, and in which order.
    public let plan: QueryPlan
    /// The edition that it is read from.
    public let edition: Edition
    /// The dimensions that are columns, in the order of the plan's axes.
    public let dimensions: [Dimension]
    /// The members of each axis, in the order of the plan's axes.
    public let members: [[Member]]
    /// The indicators, in the order of the plan's.
    public let indicators: [Indicator]

    let sources: [ColumnSource]
    private let flags: [Flags]

    init(plan: QueryPlan, edition: Edition) async throws(ServiceError) {
        let catalogue = edition.catalogue
        self.plan = plan
        self.edition = edition
        dimensions = plan.axes.compactMap { catalogue.dimension($0.dimension) }
        members = plan.axes.map { axis in
            axis.members.compactMap { catalogue.member($0, of: axis.dimension) }
        }
        indicators = plan.indicators.compactMap(catalogue.indicator)
        var sources: [ColumnSource] = []
        for column in plan.columns {
            sources.append(try await ColumnSource(column, of: plan, members, in: edition))
        }
        self.sources = sources
        var known: [Code<Indicator>: [Flags]] = [:]
        for indicator in indicators {
            known[indicator.id] = plan.periods.map { period in
                Self.flags(of: indicator, at: period, in: edition)
            }
        }
        flags = plan.columns.flatMap { known[$0.indicator] ?? [] }
    }

    /// Returns a walk over the rows from the first on.
    public func rows() -> RowCursor { RowCursor(self) }

    /// Returns what a cell's number is to be read with.
    ///
    /// - Parameters:
    ///   - column: A column's place in the plan.
    ///   - period: A period's place in the plan.
    /// - Returns: The flags; the same for all rows of the period.
    public func flags(column: Int, period: Int) -> Flags {
        flags[column * plan.periods.count + period]
    }

    private static func flags(
        of indicator: Indicator,
        at period: Period,
        in edition: Edition
    ) -> Flags {
        var flags: Flags = []
        if edition.isProvisional(period, of: indicator) { flags.insert(.provisional) }
        let days = period.firstDay...period.lastDay
        if indicator.breaks.contains(where: { days.contains($0.period.firstDay) }) {
            flags.insert(.seriesBreak)
        }
        return flags
    }
}

/// Where one column's cells are: a plane, and what each member adds to a row's ordinal.
struct ColumnSource: Sendable {
    /// The plane; `nil` when it has no cell in the snapshot.
    let index: PlaneIndex?
    /// For each axis what each of its members adds; negative when the member has no place.
    let offsets: [[Int]]

    init(
        _ column: QueryPlan.Column,
        of plan: QueryPlan,
        _ members: [[Member]],
        in edition: Edition
    ) async throws(ServiceError) {
        guard let type = plan.periods.first?.type else {
            index = nil
            offsets = []
            return
        }
        let address = PlaneAddress(
            indicator: column.indicator,
            cube: column.cube.id,
            measure: column.measure.id,
            periodType: type
        )
        index = try await edition.index(of: address)
        guard let layout = index?.layout else {
            offsets = []
            return
        }
        let catalogue = edition.catalogue
        var offsets: [[Int]] = []
        for (axis, members) in zip(plan.axes, members) {
            let place = layout.axes.firstIndex { $0.dimension == axis.dimension }
            let total = catalogue.dimension(axis.dimension)?.total
            offsets.append(
                members.map { member in
                    let code = member.sharesCellWith ?? member.code
                    guard let place else { return code == total ? 0 : ColumnSource.nowhere }
                    return layout.offset(of: code, onAxis: place) ?? ColumnSource.nowhere
                }
            )
        }
        // A dimension of the cube that is no column stands at its total.
        var base = 0
        for (place, axis) in layout.axes.enumerated()
        where !plan.axes.contains(where: { $0.dimension == axis.dimension }) {
            let total = catalogue.dimension(axis.dimension)?.total
            base += total.flatMap { layout.offset(of: $0, onAxis: place) } ?? Self.nowhere
        }
        if let first = offsets.first { offsets[0] = first.map { $0 + base } }
        self.offsets = offsets
    }

    /// What makes any sum negative.
    private static let nowhere = Int.min / 64

    /// Returns the ordinal of a row; `nil` when the plane has no such row.
    func ordinal(of places: [Int]) -> Int? {
        guard index != nil else { return nil }
        var ordinal = 0
        for axis in places.indices { ordinal += offsets[axis][places[axis]] }
        return ordinal < 0 ? nil : ordinal
    }
}
