internal import Crypto
public import StatisticsModel

/// Which place each combination of members has in a cube's planes.
///
/// A row's ordinal is the mixed-radix number of its members' places, `area` most significant, so
/// rows stand in published order: by area, then by the other dimensions, totals first. Rows are
/// cut into blocks of about a thousand that hold whole areas wherever these are small enough.
/// Places come from the catalogue's order, never from the order in which data arrived.
public struct CubeLayout: Sendable, Equatable {
    /// A dimension of the layout with its members in order.
    public struct Axis: Sendable, Equatable {
        /// The dimension.
        public let dimension: Code<Dimension>
        /// The members that have cells of their own, in order.
        public let members: [Code<Member>]

        /// Makes an axis; its members are different, and there is at least one.
        public init(dimension: Code<Dimension>, members: [Code<Member>]) {
            self.dimension = dimension
            self.members = members
        }
    }

    /// About how many rows a block has.
    public static let targetBlockRows = 1_024

    /// The crossed dimensions, `area` first.
    public let axes: [Axis]
    /// The decimals that the plane's integers are scaled by.
    public let decimals: Int
    /// How many rows a plane has.
    public let rowCount: Int
    /// How many rows a block has; the last block may have fewer.
    public let blockRows: Int
    /// The layout's identity.
    public let hash: ContentHash

    private let places: [[Code<Member>: Int]]
    private let strides: [Int]

    /// Lays out a cube.
    ///
    /// - Parameters:
    ///   - axes: The dimensions with their members, `area` first; none of them empty.
    ///   - decimals: The measure's decimals.
    /// - Complexity: O(*n*) in the number of members.
    public init(axes: [Axis], decimals: Int) {
        precondition(axes.allSatisfy { !$0.members.isEmpty }, "an axis needs members")
        self.axes = axes
        self.decimals = decimals
        places = axes.map { axis in
            Dictionary(
                zip(axis.members, axis.members.indices),
                uniquingKeysWith: { first, _ in first }
            )
        }
        var strides = [Int](repeating: 1, count: axes.count)
        for index in axes.indices.dropLast().reversed() {
            strides[index] = strides[index + 1] * axes[index + 1].members.count
        }
        self.strides = strides
        let rowsPerArea = strides.first ?? 1
        rowCount = rowsPerArea * (axes.first?.members.count ?? 1)
        blockRows =
            rowsPerArea <= 2 * Self.targetBlockRows
            ? rowsPerArea * max(1, Self.targetBlockRows / rowsPerArea)
            : Self.targetBlockRows
        hash = Self.hash(of: Self.text(axes: axes, decimals: decimals))
    }

    /// Lays out a cube of the catalogue.
    ///
    /// Members that share another member's cell have no place of their own.
    ///
    /// - Parameters:
    ///   - cube: One of the indicator's cubes.
    ///   - measure: One of the indicator's measures, for its decimals.
    ///   - indicator: The indicator.
    ///   - catalogue: The catalogue that holds it.
    /// - Complexity: O(*n*) in the number of members of the cube's dimensions.
    public init(
        of cube: Cube,
        measure: Measure,
        indicator: Indicator,
        in catalogue: Catalogue
    ) {
        let axes = indicator.dimensions.filter { cube.dimensions.contains($0.id) }
            .map { use in
                let own = catalogue.members(of: use).filter { $0.sharesCellWith == nil }
                let isCovered = { (member: Member) in
                    use.id != .area || member.level.map(cube.levels.contains) ?? true
                }
                return Axis(dimension: use.id, members: own.filter(isCovered).map(\.code))
            }
        self.init(axes: axes, decimals: measure.decimals)
    }

    /// How many blocks a plane has.
    public var blockCount: Int { (rowCount + blockRows - 1) / blockRows }

    /// Returns a row's ordinal.
    ///
    /// - Parameter members: One member for each axis, in the axes' order.
    /// - Returns: The ordinal; `nil` when a member has no place of its own in the layout.
    public func ordinal(of members: [Code<Member>]) -> Int? {
        precondition(members.count == axes.count, "a row has one member for each axis")
        var ordinal = 0
        for index in members.indices {
            guard let place = places[index][members[index]] else { return nil }
            ordinal += place * strides[index]
        }
        return ordinal
    }

    /// Returns what a member adds to a row's ordinal; `nil` when it has no place on the axis.
    public func offset(of member: Code<Member>, onAxis index: Int) -> Int? {
        places[index][member].map { $0 * strides[index] }
    }

    /// Returns the members of a row, in the axes' order.
    ///
    /// - Parameter ordinal: A row's ordinal, from 0 to below `rowCount`.
    /// - Returns: One member for each axis.
    public func members(ofRow ordinal: Int) -> [Code<Member>] {
        axes.indices.map { index in
            axes[index].members[ordinal / strides[index] % axes[index].members.count]
        }
    }

    /// Returns how many rows a block has.
    public func rows(inBlock block: Int) -> Int {
        min(blockRows, rowCount - block * blockRows)
    }

    /// The layout as text, which is frozen into snapshots and hashed.
    ///
    /// One line for the format, one for the decimals, one an axis: the dimension, then its members.
    public var text: String { Self.text(axes: axes, decimals: decimals) }

    /// Parses a layout's text; `nil` when it is not, byte for byte, a layout's `text`, or when a
    /// member stands twice on an axis.
    public init?(parsing text: String) {
        let lines = text.split(separator: "\n").map { $0.split(separator: " ") }
        guard lines.count >= 3, lines[0] == ["cubelayout", "1"], lines[1].count == 2,
            lines[1][0] == "decimals", let decimals = Int(lines[1][1]), (0...6).contains(decimals)
        else { return nil }
        var axes: [Axis] = []
        var rows = 1
        for line in lines.dropFirst(2) {
            let words = line.map(String.init)
            guard let name = words.first, let dimension = try? Code<Dimension>(parsing: name) else {
                return nil
            }
            let members = words.dropFirst().compactMap { try? Code<Member>(parsing: $0) }
            guard !members.isEmpty, members.count == words.count - 1,
                Set(members).count == members.count
            else { return nil }
            let (product, isTooLarge) = rows.multipliedReportingOverflow(by: members.count)
            guard !isTooLarge else { return nil }
            rows = product
            axes.append(Axis(dimension: dimension, members: members))
        }
        self.init(axes: axes, decimals: decimals)
        guard self.text.utf8.elementsEqual(text.utf8) else { return nil }
    }

    private static func text(axes: [Axis], decimals: Int) -> String {
        let lines = axes.map { axis in
            "\(axis.dimension) \(axis.members.map(\.text).joined(separator: " "))\n"
        }
        return "cubelayout 1\ndecimals \(decimals)\n" + lines.joined()
    }

    private static func hash(of text: String) -> ContentHash {
        ContentHash(sha256: Array(text.utf8))
    }
}
