internal import DeliveryText
internal import StatisticsModel

/// Finds what the codes in a file's rows mean; what they can't mean becomes a problem.
struct DeliveryLookup {
    private let file: String
    private let space: IndicatorSpace
    private let catalogue: Catalogue
    private let problems: DeliveryProblems
    /// For each axis the place of each member with cells of its own.
    private let places: [[String: Int]]
    private var periods: [String: PackedPeriod] = [:]
    private var held: [UInt64: Bool] = [:]
    /// For each axis, in lower case, what people write for a member.
    private var aliases: [[String: String]?]

    init(
        file: String,
        space: IndicatorSpace,
        catalogue: Catalogue,
        problems: DeliveryProblems
    ) {
        self.file = file
        self.space = space
        self.catalogue = catalogue
        self.problems = problems
        places = space.axes.map { axis in
            Dictionary(
                zip(axis.members.map(\.code.text), axis.members.indices),
                uniquingKeysWith: { first, _ in first }
            )
        }
        aliases = space.axes.map { _ in nil }
    }

    /// Returns a member's place on an axis; `nil`, and a problem, when there is none.
    mutating func place(
        of field: ArraySlice<UInt8>,
        onAxis index: Int,
        line: Int
    ) -> Int? {
        let text = String(decoding: field, as: UTF8.self)
        if let place = places[index][text] { return place }
        addUnknownMember(text, onAxis: index, line: line)
        return nil
    }

    /// Returns a period; `nil`, and a problem, when it is none, or none of the indicator's.
    mutating func period(of field: ArraySlice<UInt8>, line: Int) -> PackedPeriod? {
        let text = String(decoding: field, as: UTF8.self)
        if let known = periods[text] { return known }
        let types = space.indicator.periodTypes
        guard let period = Period(parsing: text), period.description == text else {
            let near = Period(parsing: text).map(\.description)
            problems.add(
                .unknownPeriod,
                file: file,
                line: line,
                column: "period",
                value: text,
                "the text is no period in its published form",
                allowed: types.map { "yyyy\($0.rawValue)nn" },
                suggestion: near
            )
            return nil
        }
        guard types.contains(period.type) else {
            problems.add(
                .unavailablePeriodType,
                file: file,
                line: line,
                column: "period",
                value: text,
                "\(space.indicator.id) has no periods of that length",
                allowed: types.map(\.rawValue)
            )
            return nil
        }
        let packed = PackedPeriod(period)
        periods[text] = packed
        return packed
    }

    /// Returns whether a cube holds a combination; when none does, adds a problem.
    mutating func isHeld(area: Int, crossing: UInt32, line: Int) -> Bool {
        let key = UInt64(area) << 32 | UInt64(crossing)
        let level = space.axes[0].members[area].level
        let isKnown = held[key] ?? space.isHeld(crossing: crossing, level: level)
        held[key] = isKnown
        if !isKnown { addNoCrossing(crossing, level: level, line: line) }
        return isKnown
    }

    private mutating func addUnknownMember(_ text: String, onAxis index: Int, line: Int) {
        let axis = space.axes[index]
        guard problems.hasRoom else {
            problems.add(.unknownMember, file: file, line: line, "")
            return
        }
        if let code = try? Code<Member>(parsing: text),
            let owner = catalogue.member(code, of: axis.dimension)?.sharesCellWith
        {
            problems.add(
                .sharedCell,
                file: file,
                line: line,
                column: axis.dimension.text,
                value: text,
                "its cells are those of \(owner): send these",
                suggestion: owner.text
            )
            return
        }
        let codes = axis.members.map(\.code.text)
        problems.add(
            .unknownMember,
            file: file,
            line: line,
            column: axis.dimension.text,
            value: text,
            "\(space.indicator.id) has no such member",
            allowed: codes,
            suggestion: canonical(text, onAxis: index)
                ?? NearestMatch.nearest(to: text, among: codes)
        )
    }

    /// Returns the code of the member that a text is another name for.
    private mutating func canonical(_ text: String, onAxis index: Int) -> String? {
        if let known = aliases[index] { return known[text.lowercased()] }
        var names: [String: String] = [:]
        for member in space.axes[index].members {
            let labels = [member.label.danish, member.label.english ?? member.label.danish]
            for name in [member.code.text] + member.aliases + labels {
                names[name.lowercased()] = names[name.lowercased()] ?? member.code.text
            }
        }
        aliases[index] = names
        return names[text.lowercased()]
    }

    private func addNoCrossing(_ crossing: UInt32, level: Code<Level>?, line: Int) {
        let names = space.axes.indices.filter { crossing & 1 << UInt32($0) != 0 }
            .map { space.axes[$0].dimension.text }
        let place = level.map { " on the level \($0)" } ?? ""
        let cubes = space.indicator.cubes.map { cube in
            let oneWay = cube.oneWayLevels.map { ", one at a time for \($0)" }.joined()
            let levels = cube.levels.map(\.text).joined(separator: " ")
            return cube.dimensions.map(\.text).joined(separator: " × ") + " (\(levels)\(oneWay))"
        }
        problems.add(
            .noCrossing,
            file: file,
            line: line,
            column: names.joined(separator: " × "),
            "no cube of \(space.indicator.id) crosses them\(place)",
            allowed: cubes
        )
    }
}
