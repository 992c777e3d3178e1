internal import DisclosureControl
internal import StatisticsModel

/// Cells of one indicator that a wider one holds as well: a benefit's own volume in `ptv_a02`.
///
/// The wider one is protected first, and what it withholds of these cells is withheld here.
struct EqualCells: Sendable {
    private let links: [(cell: Int32, other: Int32)]
    private let published: PublishedPeriods
    private let cellCount: Int

    /// Pairs the cells of an indicator with those of a wider one at one member of a dimension.
    ///
    /// - Parameters:
    ///   - cells: The cells of the indicator, and their members.
    ///   - wider: Those of the wider one.
    ///   - dimension: The dimension that only the wider one has.
    ///   - member: The member that stands for all of the narrower one's.
    ///   - published: What is withheld in the wider one.
    init(
        _ cells: (index: CellIndex, members: CellMembers),
        in wider: (index: CellIndex, members: CellMembers),
        dimension: Code<Dimension>,
        member: Code<Member>,
        published: PublishedPeriods
    ) {
        var known: [[String]: Int32] = [:]
        for (cell, place) in wider.index.places.enumerated() {
            let members = wider.members.members(at: place)
            guard members.contains(where: { $0 == (dimension, member) }) else { continue }
            known[Self.key(members.filter { $0.0 != dimension })] = Int32(cell)
        }
        var links: [(cell: Int32, other: Int32)] = []
        for (cell, place) in cells.index.places.enumerated() {
            let key = Self.key(cells.members.members(at: place))
            if let other = known[key] { links.append((Int32(cell), other)) }
        }
        self.links = links
        self.published = published
        cellCount = cells.index.places.count
    }

    /// Returns the pattern that the wider indicator settles; `nil` where it has no figures.
    func given(in period: Period) -> GivenPattern? {
        published[period]
            .map { GivenPattern(links: links, pattern: $0.pattern, cellCount: cellCount) }
    }

    private static func key(_ members: [(Code<Dimension>, Code<Member>)]) -> [String] {
        members.map { "\($0.0)=\($0.1)" }.sorted()
    }
}
