internal import StatisticsModel

/// The members of one axis of a cube, and into which classes the values of its facet fall.
///
/// Values that count in the same members are one class: on an axis that has only the country all
/// municipalities are one, and ages are as few classes as there are bands.
struct AxisClasses: Sendable {
    /// The dimension.
    let dimension: Code<Dimension>
    /// What the axis reads; `nil` when only the total can be counted.
    let facet: Facet?
    /// The members that have cells of their own, in the catalogue's order.
    let members: [Code<Member>]
    /// The level of each member.
    let levels: [Code<Level>?]
    /// The place of the total among the members; `nil` when there is none.
    let total: Int?
    /// For each class, the places of the members in which it counts, ascending.
    let classes: [[Int]]
    /// The class of each value from -1 on; larger values fall into the class of -1.
    let table: [Int]
    /// Whether there is a value that counts in the member.
    let isCounted: [Bool]

    /// Makes the axis of a cube.
    ///
    /// - Parameters:
    ///   - use: The dimension as the indicator uses it.
    ///   - levels: The levels of area that the cube covers; read for `area` only.
    ///   - catalogue: The catalogue that holds the dimension.
    ///   - day: The day whose structure holds for all periods.
    init(
        of use: IndicatorDimension,
        levels: [Code<Level>],
        in catalogue: Catalogue,
        on day: CivilDate
    ) {
        guard let dimension = catalogue.dimension(use.id) else {
            preconditionFailure("a consistent catalogue has the dimensions of its indicators")
        }
        let own = catalogue.members(of: use)
            .filter { member in
                guard member.sharesCellWith == nil else { return false }
                return use.id != .area || member.level.map(levels.contains) ?? true
            }
        self.dimension = use.id
        members = own.map(\.code)
        self.levels = own.map(\.level)
        total = own.firstIndex { $0.code == dimension.total }
        // Areas that are not in force have a place in the layout, but no figures.
        let inForce = own.map { use.id != .area || $0.isValid(on: day) }
        let places = Dictionary(
            zip(own.map(\.code), own.indices),
            uniquingKeysWith: { first, _ in first }
        )
        let reading = FacetReading(of: dimension, on: day)
        facet = reading?.facet
        var numbers: [[Int]: Int] = [:]
        var classes: [[Int]] = []
        table = Self.sets(of: reading, in: dimension, on: day)
            .map { codes in
                let places = codes.compactMap { places[$0] }.filter { inForce[$0] }.sorted()
                if let number = numbers[places] { return number }
                numbers[places] = classes.count
                classes.append(places)
                return classes.count - 1
            }
        self.classes = classes
        let counted = Set(classes.joined())
        isCounted = own.indices.map(counted.contains)
    }

    /// Returns the class of a value.
    func number(of value: Int) -> Int {
        table.indices.contains(value + 1) ? table[value + 1] : table[0]
    }

    /// All members in which each value counts, by the values from -1 on.
    private static func sets(
        of reading: FacetReading?,
        in dimension: Dimension,
        on day: CivilDate
    ) -> [Set<Code<Member>>] {
        let everything = Set([dimension.total].compactMap(\.self))
        guard let reading else { return [everything] }
        let ancestry = Ancestry(of: dimension, on: day)
        let codes = Dictionary(
            dimension.members.map { ($0.code.text, $0.code) },
            uniquingKeysWith: { first, _ in first }
        )
        var known: [[String]: Set<Code<Member>>] = [:]
        return reading.codes.map { texts in
            if let set = known[texts] { return set }
            var set = texts.compactMap { codes[$0] }
                .reduce(into: Set<Code<Member>>()) { $0.formUnion(ancestry.lineage(of: $1)) }
            // Conditions such as wage employment are no benefits, and no part of their total.
            if reading.facet != .benefit || texts.isEmpty { set.formUnion(everything) }
            known[texts] = set
            return set
        }
    }
}
