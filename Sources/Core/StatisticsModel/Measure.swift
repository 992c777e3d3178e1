/// One number of an indicator.
public struct Measure: Sendable, Codable, Equatable {
    /// Which direction is better.
    public enum Polarity: String, Sendable, Codable, CaseIterable {
        /// Higher is better.
        case more
        /// Lower is better.
        case less
        /// Neither is better.
        case neutral
    }

    /// The measure's id, also its column: `fulltimePersons`.
    public let id: Code<Measure>
    /// What it is called.
    public let label: BilingualText
    /// How it is computed; `nil` when the indicator's definition says it.
    public let definition: BilingualText?
    /// Its unit: an id of `Catalogue.units`.
    public let unit: Code<Unit>
    /// How many decimals are published, 0–6.
    public let decimals: Int
    /// Whether values of disjoint members may be added (never over periods).
    public let isAdditive: Bool
    /// Which direction is better.
    public let polarity: Polarity
    /// The id of the measure in the published measure list.
    public let sourceMeasure: String?
    /// The incumbent's id of the measure's group.
    public let measureGroup: String?

    private enum CodingKeys: String, CodingKey {
        case id, label, definition, unit, decimals, polarity, sourceMeasure, measureGroup
        case isAdditive = "additive"
    }

    /// Makes a measure.
    public init(
        id: Code<Measure>,
        label: BilingualText,
        definition: BilingualText?,
        unit: Code<Unit>,
        decimals: Int,
        isAdditive: Bool,
        polarity: Polarity,
        sourceMeasure: String?,
        measureGroup: String?
    ) {
        self.id = id
        self.label = label
        self.definition = definition
        self.unit = unit
        self.decimals = decimals
        self.isAdditive = isAdditive
        self.polarity = polarity
        self.sourceMeasure = sourceMeasure
        self.measureGroup = measureGroup
    }
}

/// What a measure is counted in.
public struct Unit: Sendable, Codable, Equatable {
    /// The unit's id.
    public let id: Code<Unit>
    /// What it is called.
    public let label: BilingualText
    /// How it is written after a number, `pct.`; `nil` when it is not.
    public let symbol: BilingualText?

    /// Makes a unit.
    public init(id: Code<Unit>, label: BilingualText, symbol: BilingualText?) {
        self.id = id
        self.label = label
        self.symbol = symbol
    }
}

/// A heading in the tree of subjects.
public struct Subject: Sendable, Codable, Equatable {
    /// The subject's id.
    public let id: Code<Subject>
    /// The heading above; `nil` at the top.
    public let parent: Code<Subject>?
    /// What it is called.
    public let label: BilingualText
    /// Where the heading comes from.
    public let sources: [Code<Source>]

    /// Makes a subject.
    public init(
        id: Code<Subject>,
        parent: Code<Subject>?,
        label: BilingualText,
        sources: [Code<Source>]
    ) {
        self.id = id
        self.parent = parent
        self.label = label
        self.sources = sources
    }
}

/// Something that a fact of the catalogue is known from.
public struct Source: Sendable, Codable, Equatable {
    /// The source's id.
    public let id: Code<Source>
    /// Its title.
    public let title: String
    /// Who published it.
    public let publisher: String
    /// When, as far as known.
    public let year: String?
    /// Where it can be read.
    public let url: String?
    /// A remark.
    public let note: String?

    /// Makes a source.
    public init(
        id: Code<Source>,
        title: String,
        publisher: String,
        year: String?,
        url: String?,
        note: String?
    ) {
        self.id = id
        self.title = title
        self.publisher = publisher
        self.year = year
        self.url = url
        self.note = note
    }
}
