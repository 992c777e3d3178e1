/// One published table: measures crossed with dimensions.
public struct Indicator: Sendable, Codable, Equatable {
    /// The id that Jobindsats' users know, in lower case: `y01a02`.
    public let id: Code<Indicator>
    /// Where it stands in the tree of subjects.
    public let subject: Code<Subject>
    /// What it is called.
    public let label: BilingualText
    /// What is counted, by which rule.
    public let definition: BilingualText
    /// Who can be counted; `nil` when the definition says it.
    public let population: BilingualText?
    /// The incumbent's table or tables that hold the same figures.
    public let sourceTable: String?
    /// Where definition and figures come from: ids of `Catalogue.sources`.
    public let sources: [Code<Source>]
    /// Days from the end of the month to publication, typically.
    public let publicationLagDays: Int
    /// The lag in words, where a number doesn't say it.
    public let publicationLag: BilingualText?
    /// How many of the newest months are provisional.
    public let provisionalPeriods: Int
    /// The lengths of period that figures may be given for; the first is the default.
    public let periodTypes: [PeriodType]
    /// Its dimensions, `area` first, in the catalogue's order.
    public let dimensions: [IndicatorDimension]
    /// The combinations of dimensions that are stored; the first is the one that counts.
    public let cubes: [Cube]
    /// Its measures, in published order.
    public let measures: [Measure]
    /// Where the series can't be compared across.
    public let breaks: [SeriesBreak]

    /// Makes an indicator.
    public init(
        id: Code<Indicator>,
        subject: Code<Subject>,
        label: BilingualText,
        definition: BilingualText,
        population: BilingualText?,
        sourceTable: String?,
        sources: [Code<Source>],
        publicationLagDays: Int,
        publicationLag: BilingualText?,
        provisionalPeriods: Int,
        periodTypes: [PeriodType],
        dimensions: [IndicatorDimension],
        cubes: [Cube],
        measures: [Measure],
        breaks: [SeriesBreak]
    ) {
        self.id = id
        self.subject = subject
        self.label = label
        self.definition = definition
        self.population = population
        self.sourceTable = sourceTable
        self.sources = sources
        self.publicationLagDays = publicationLagDays
        self.publicationLag = publicationLag
        self.provisionalPeriods = provisionalPeriods
        self.periodTypes = periodTypes
        self.dimensions = dimensions
        self.cubes = cubes
        self.measures = measures
        self.breaks = breaks
    }
}

/// A dimension as one indicator uses it.
public struct IndicatorDimension: Sendable, Codable, Equatable {
    /// The dimension.
    public let id: Code<Dimension>
    /// The members that the indicator has; `nil` means all.
    public let members: [Code<Member>]?
    /// The levels that the indicator has; `nil` means all.
    public let levels: [Code<Level>]?

    /// Makes the use of a dimension.
    public init(
        id: Code<Dimension>,
        members: [Code<Member>]? = nil,
        levels: [Code<Level>]? = nil
    ) {
        self.id = id
        self.members = members
        self.levels = levels
    }
}

/// A set of dimensions that are crossed, and for which areas.
public struct Cube: Sendable, Codable, Equatable {
    /// The cube's id within its indicator.
    public let id: Code<Cube>
    /// The crossed dimensions, `area` first, in the catalogue's order.
    public let dimensions: [Code<Dimension>]
    /// The levels of area that the cube covers.
    public let levels: [Code<Level>]
    /// Levels at which at most one dimension besides area leaves its total.
    public let oneWayLevels: [Code<Level>]

    /// Makes a cube.
    public init(
        id: Code<Cube>,
        dimensions: [Code<Dimension>],
        levels: [Code<Level>],
        oneWayLevels: [Code<Level>]
    ) {
        self.id = id
        self.dimensions = dimensions
        self.levels = levels
        self.oneWayLevels = oneWayLevels
    }
}

/// A point in time that a series can't be compared across.
public struct SeriesBreak: Sendable, Codable, Equatable {
    /// What changed.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// Municipalities, regions or other areas were redrawn.
        case geography
        /// Figures come from another register.
        case source
        /// Something else is counted under the same name.
        case definition
        /// The same is counted in another way.
        case method
        /// The law changed who is counted.
        case legislation
        /// Rules were suspended during the epidemic.
        case pandemic
        /// None of the above.
        case other
    }

    /// The first period after the break.
    public let period: Period
    /// What changed.
    public let kind: Kind
    /// What changed, in a sentence.
    public let label: BilingualText
    /// Where that is known from.
    public let source: Code<Source>?

    /// Makes a break.
    public init(period: Period, kind: Kind, label: BilingualText, source: Code<Source>?) {
        self.period = period
        self.kind = kind
        self.label = label
        self.source = source
    }
}
