/// Everything that one snapshot can be asked: subjects, indicators, dimensions, units, sources.
///
/// A catalogue that exists is consistent: `SnapshotPublishing` refuses one that contradicts itself
/// before it is frozen into a snapshot.
public struct Catalogue: Sendable, Equatable {
    /// The tree of subjects, in display order, parents before children.
    public let subjects: [Subject]
    /// All units.
    public let units: [Unit]
    /// All sources.
    public let sources: [Source]
    /// All dimensions, in the order that answers use.
    public let dimensions: [Dimension]
    /// All indicators, in display order.
    public let indicators: [Indicator]

    private let dimensionPlaces: [Code<Dimension>: Int]
    private let indicatorPlaces: [Code<Indicator>: Int]
    private let unitPlaces: [Code<Unit>: Int]
    private let memberPlaces: [[Code<Member>: Int]]

    /// Makes a catalogue and indexes it; ids must be unique.
    ///
    /// - Complexity: O(*n*) in the number of members.
    public init(
        subjects: [Subject],
        units: [Unit],
        sources: [Source],
        dimensions: [Dimension],
        indicators: [Indicator]
    ) {
        self.subjects = subjects
        self.units = units
        self.sources = sources
        self.dimensions = dimensions
        self.indicators = indicators
        dimensionPlaces = Self.places(of: dimensions.map(\.id))
        indicatorPlaces = Self.places(of: indicators.map(\.id))
        unitPlaces = Self.places(of: units.map(\.id))
        memberPlaces = dimensions.map { Self.places(of: $0.members.map(\.code)) }
    }

    /// Returns an indicator; `nil` when there is none of that id.
    public func indicator(_ id: Code<Indicator>) -> Indicator? {
        indicatorPlaces[id].map { indicators[$0] }
    }

    /// Returns a dimension; `nil` when there is none of that id.
    public func dimension(_ id: Code<Dimension>) -> Dimension? {
        dimensionPlaces[id].map { dimensions[$0] }
    }

    /// Returns a unit; `nil` when there is none of that id.
    public func unit(_ id: Code<Unit>) -> Unit? {
        unitPlaces[id].map { units[$0] }
    }

    /// Returns a member of a dimension; `nil` when either is missing.
    public func member(_ code: Code<Member>, of dimension: Code<Dimension>) -> Member? {
        guard let place = dimensionPlaces[dimension] else { return nil }
        return memberPlaces[place][code].map { dimensions[place].members[$0] }
    }

    /// Returns a member's place in its dimension's order; `nil` when either is missing.
    public func ordinal(of code: Code<Member>, in dimension: Code<Dimension>) -> Int? {
        guard let place = dimensionPlaces[dimension] else { return nil }
        return memberPlaces[place][code]
    }

    /// Returns the members of a dimension that an indicator has, in order.
    ///
    /// Retired members are among them; a level or a member that the indicator leaves out is not.
    public func members(of use: IndicatorDimension) -> [Member] {
        guard let dimension = dimension(use.id) else { return [] }
        return dimension.members.filter { member in
            let isListed = use.members.map { $0.contains(member.code) } ?? true
            let isOnLevel = use.levels.map { levels in
                member.level.map(levels.contains) ?? false
            }
            return isListed && (isOnLevel ?? true)
        }
    }

    /// Whether two catalogues say the same.
    public static func == (left: Catalogue, right: Catalogue) -> Bool {
        left.subjects == right.subjects && left.units == right.units
            && left.sources == right.sources && left.dimensions == right.dimensions
            && left.indicators == right.indicators
    }

    private static func places<Subject>(of codes: [Code<Subject>]) -> [Code<Subject>: Int] {
        Dictionary(zip(codes, codes.indices), uniquingKeysWith: { first, _ in first })
    }
}

extension Code where Subject == Dimension {
    /// The dimension that every indicator has first.
    public static let area = Code<Dimension>("area")
}
