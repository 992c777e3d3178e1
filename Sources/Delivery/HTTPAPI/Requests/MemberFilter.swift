internal import QueryPlanning
internal import StatisticsModel
internal import StatisticsService

/// Which members of a dimension a request asks for.
struct MemberFilter {
    private let dimension: Dimension
    private let level: Code<Level>?
    private let parent: Code<Member>?
    private let words: String?
    private let day: CivilDate?

    /// Reads the filters.
    ///
    /// - Throws: A `Problem` when a level, a parent or a day is none.
    init(_ request: CatalogueRequest, _ dimension: Dimension) throws(Problem) {
        self.dimension = dimension
        words = request.filter("q")
        level = try Self.level(request.filter("level"), of: dimension)
        parent = try Self.parent(request.filter("parent"), of: dimension)
        day = try Self.day(request.filter("validOn"))
    }

    /// Returns the members that satisfy all filters: in the catalogue's order, or the best first.
    func members(_ search: CatalogueSearch) -> [Member] {
        let wanted = dimension.members.filter { member in
            (level.map { member.level == $0 } ?? true)
                && (parent.map { isBelow($0, member) } ?? true)
                && (day.map(member.isValid) ?? true)
        }
        guard let words else { return wanted }
        let byCode = Dictionary(
            wanted.map { ($0.code, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        return search.members(matching: words, of: dimension.id).compactMap { byCode[$0] }
    }

    private func isBelow(_ parent: Code<Member>, _ member: Member) -> Bool {
        member.parent == parent
            || dimension.memberships.contains { membership in
                membership.group == parent && membership.member == member.code
                    && (day.map(membership.isValid) ?? true)
            }
    }

    private static func level(
        _ text: String?,
        of dimension: Dimension
    ) throws(Problem) -> Code<Level>? {
        guard let text else { return nil }
        let levels = dimension.levels.map(\.id)
        if let level = levels.first(where: { $0.text.lowercased() == text.lowercased() }) {
            return level
        }
        throw ParameterList([], in: .query)
            .refusal(of: text, for: "level", allowed: levels.map(\.text))
    }

    private static func parent(
        _ text: String?,
        of dimension: Dimension
    ) throws(Problem) -> Code<Member>? {
        guard let text else { return nil }
        let aliases = AliasTable(dimension)
        if let code = aliases.member(for: text) { return code }
        throw Problem(
            .unknownMember,
            BilingualText(
                danish: "\(dimension.id) har ingen kode \"\(text)\".",
                english: "\(dimension.id) has no code \"\(text)\"."
            ),
            name: "parent",
            value: text,
            suggestion: aliases.nearest(to: text, among: nil)?.text
        )
    }

    private static func day(_ text: String?) throws(Problem) -> CivilDate? {
        guard let text else { return nil }
        if let day = CivilDate(parsing: text) { return day }
        throw ParameterList([], in: .query)
            .refusal(of: text, for: "validOn", allowed: ["yyyy-mm-dd"])
    }
}
