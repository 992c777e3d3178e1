public import StatisticsModel

/// What one plane of cells holds: one measure of one cube for one length of period, in one layout.
///
/// A plane whose layout changes becomes another plane, so that no chain of patches ever crosses
/// from one layout to the next and old snapshots keep theirs.
public struct PlaneKey: Hashable, Sendable {
    /// The indicator.
    public let indicator: Code<Indicator>
    /// The cube within the indicator.
    public let cube: Code<Cube>
    /// The measure.
    public let measure: Code<Measure>
    /// The length of its periods.
    public let periodType: PeriodType
    /// The hash of the layout that gives rows their places.
    public let layout: ContentHash

    /// Makes a key.
    public init(
        indicator: Code<Indicator>,
        cube: Code<Cube>,
        measure: Code<Measure>,
        periodType: PeriodType,
        layout: ContentHash
    ) {
        self.indicator = indicator
        self.cube = cube
        self.measure = measure
        self.periodType = periodType
        self.layout = layout
    }
}

extension PlaneKey: CustomStringConvertible, Comparable {
    /// The key as one word: `y25i01/areaByBenefitGroup/fulltimePersons/M/<layout hash>`.
    public var description: String {
        "\(indicator)/\(cube)/\(measure)/\(periodType.rawValue)/\(layout)"
    }

    /// Parses the one-word form; `nil` when the text is anything else.
    public init?(parsing text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 5,
            let indicator = try? Code<Indicator>(parsing: parts[0]),
            let cube = try? Code<Cube>(parsing: parts[1]),
            let measure = try? Code<Measure>(parsing: parts[2]),
            let periodType = PeriodType(rawValue: parts[3]),
            let layout = ContentHash(hex: parts[4])
        else { return nil }
        self.init(
            indicator: indicator,
            cube: cube,
            measure: measure,
            periodType: periodType,
            layout: layout
        )
    }

    /// Orders planes by the bytes of their one-word form.
    public static func < (left: Self, right: Self) -> Bool {
        let parts = [
            (left.indicator.text, right.indicator.text),
            (left.cube.text, right.cube.text),
            (left.measure.text, right.measure.text),
            (left.periodType.rawValue, right.periodType.rawValue),
        ]
        // The slash takes part in the comparison, since a code may hold bytes on either side of it.
        guard let (mine, other) = parts.first(where: { $0 != $1 }) else {
            return left.layout < right.layout
        }
        return mine + "/" < other + "/"
    }
}

/// Which chunk of a plane: a block of rows and a span of periods.
public struct ChunkKey: Hashable, Sendable, Comparable {
    /// The plane.
    public let plane: PlaneKey
    /// The block of rows, from 0.
    public let block: Int
    /// The calendar year, or for yearly planes the decade, `Period.span`.
    public let span: Int

    /// Makes a key.
    public init(plane: PlaneKey, block: Int, span: Int) {
        self.plane = plane
        self.block = block
        self.span = span
    }

    /// Orders chunks by plane, block and span.
    public static func < (left: Self, right: Self) -> Bool {
        if left.plane != right.plane { return left.plane < right.plane }
        return (left.block, left.span) < (right.block, right.span)
    }
}
