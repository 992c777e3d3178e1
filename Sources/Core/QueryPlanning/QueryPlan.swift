public import StatisticsModel

/// What is read for a question: checked, complete, in the order in which it is answered.
///
/// Rows are the product of the axes' members, first axis slowest, and of the periods, which run
/// fastest. A row is shown if at least one column has a cell.
public struct QueryPlan: Sendable, Equatable {
    /// A dimension that is a column of the answer.
    public struct Axis: Sendable, Equatable {
        /// The dimension.
        public let dimension: Code<Dimension>
        /// The members that were chosen, in the catalogue's order: totals first.
        public let members: [Code<Member>]

        /// Makes an axis.
        public init(dimension: Code<Dimension>, members: [Code<Member>]) {
            self.dimension = dimension
            self.members = members
        }
    }

    /// A measure that is a column of the answer, and the cube it is read from.
    public struct Column: Sendable, Equatable {
        /// The column's name: the measure's id; `<indicator>_<measure>` in a joined table.
        public let name: String
        /// The indicator.
        public let indicator: Code<Indicator>
        /// The measure.
        public let measure: Measure
        /// The smallest cube that holds the axes.
        public let cube: Cube

        /// Makes a column.
        public init(name: String, indicator: Code<Indicator>, measure: Measure, cube: Cube) {
            self.name = name
            self.indicator = indicator
            self.measure = measure
            self.cube = cube
        }
    }

    /// What rows are sorted by before the natural order.
    public struct SortKey: Sendable, Equatable {
        /// What a key names.
        public enum Field: Sendable, Equatable {
            /// A measure, by its place in `columns`; rows without a number come last.
            case column(Int)
            /// A dimension, by its place in `axes`, in the catalogue's order.
            case axis(Int)
            /// The period.
            case period
        }

        /// What is compared.
        public let field: Field
        /// Whether the largest comes first.
        public let isDescending: Bool

        /// Makes a key.
        public init(field: Field, isDescending: Bool) {
            self.field = field
            self.isDescending = isDescending
        }
    }

    /// The indicators, in the order asked for.
    public let indicators: [Code<Indicator>]
    /// Whether the answer is one table of several indicators.
    public let isJoined: Bool
    /// The dimensions that are columns: `area`, then the others in the catalogue's order.
    public let axes: [Axis]
    /// The periods, all of one length, ascending.
    public let periods: [Period]
    /// The measures, in the order asked for, else in published order.
    public let columns: [Column]
    /// What rows are sorted by; empty for the natural order.
    public let sort: [SortKey]
    /// The most rows to answer with; `nil` for all.
    public let limit: Int?
    /// What the reader should know about how the question was understood.
    public let notes: [PlanNote]
    /// The question in its one spelling: names and values for a permalink, in a fixed order.
    public let canonical: [ObservationQuery.Parameter]

    /// Makes a plan.
    public init(
        indicators: [Code<Indicator>],
        isJoined: Bool,
        axes: [Axis],
        periods: [Period],
        columns: [Column],
        sort: [SortKey],
        limit: Int?,
        notes: [PlanNote],
        canonical: [ObservationQuery.Parameter]
    ) {
        self.indicators = indicators
        self.isJoined = isJoined
        self.axes = axes
        self.periods = periods
        self.columns = columns
        self.sort = sort
        self.limit = limit
        self.notes = notes
        self.canonical = canonical
    }

    /// How many cells are read at most: series × periods × measures.
    public var cellBound: Int {
        axes.reduce(1) { $0 * $1.members.count } * periods.count * columns.count
    }
}

/// Something about how a question was understood.
public enum PlanNote: Sendable, Equatable {
    /// A dimension without a total was opened fully, since nothing was said about it.
    case dimensionOpened(Code<Dimension>)
    /// Fewer periods exist than were asked for.
    case fewerPeriods(asked: Int, found: Int)
    /// The indicator has no figures in this snapshot.
    case noFigures(Code<Indicator>)
    /// The measure's values must not be added over the members shown.
    case notAdditive(Code<Measure>)
}
