internal import ResponseFormats
internal import StatisticsModel
internal import StatisticsService

/// A dimension and its members as readers see them.
struct DimensionDocument {
    private let dimension: Dimension
    private let language: Language

    init(_ dimension: Dimension, _ language: Language) {
        self.dimension = dimension
        self.language = language
    }

    /// The columns of the list of dimensions as a table.
    static let columns = [
        "id", "label", "description", "total", "levels", "memberCount", "sources",
    ]

    /// The columns of a list of members as a table.
    static let memberColumns = [
        "code", "label", "parent", "level", "validFrom", "validTo", "aliases", "successors",
        "sharesCellWith", "note", "evidence", "sources",
    ]

    /// What a dimension is, without its sources.
    var facts: [(String, JSONValue)] {
        [
            ("id", .string(dimension.id.text)),
            ("label", text(dimension.label)),
            ("description", dimension.description.map(text) ?? .null),
            ("total", .text(dimension.total?.text)),
            (
                "levels",
                .array(
                    dimension.levels.map { level in
                        .object([("id", .string(level.id.text)), ("label", text(level.label))])
                    }
                )
            ),
            ("memberCount", .integer(dimension.members.count)),
        ]
    }

    /// An entry in the list of dimensions.
    func summary(base: String) -> JSONValue {
        .object(
            facts + [
                ("sources", .array(dimension.sources.map { .string($0.text) })),
                ("link", .string("\(base)/dimensions/\(dimension.id)")),
            ]
        )
    }

    /// What a member is.
    func facts(of member: Member) -> [(String, JSONValue)] {
        [
            ("code", .string(member.code.text)),
            ("label", text(member.label)),
            ("parent", .text(member.parent?.text)),
            ("level", .text(member.level?.text)),
            ("validFrom", .text(member.validFrom?.description)),
            ("validTo", .text(member.validTo?.description)),
            ("aliases", .array(member.aliases.map(JSONValue.string))),
            ("successors", .array(member.successors.map { .string($0.text) })),
            ("sharesCellWith", .text(member.sharesCellWith?.text)),
            ("note", .text(member.note)),
            ("evidence", .text(member.evidence)),
            ("sources", .array(member.sources.map { .string($0.text) })),
        ]
    }

    /// What a member belongs or belonged to: its parent first, then by membership.
    func groups(of member: Member) -> JSONValue {
        let parent = member.parent.map { [($0, member.validFrom, member.validTo)] } ?? []
        let others = dimension.memberships.filter { $0.member == member.code }
            .map { ($0.group, $0.validFrom, $0.validTo) }
        return relations(parent + others)
    }

    /// What belongs or belonged to a member: its children first, then by membership.
    func members(of member: Member) -> JSONValue {
        let children = dimension.members.filter { $0.parent == member.code }
            .map { ($0.code, $0.validFrom, $0.validTo) }
        let others = dimension.memberships.filter { $0.group == member.code }
            .map { ($0.member, $0.validFrom, $0.validTo) }
        return relations(children + others)
    }

    /// Whether every label has been translated.
    var isTranslated: Bool {
        !dimension.label.isMissing(in: .english)
            && !dimension.members.contains { $0.label.isMissing(in: .english) }
    }

    private func relations(
        _ relations: [(code: Code<Member>, from: CivilDate?, to: CivilDate?)]
    ) -> JSONValue {
        .array(
            relations.compactMap { relation in
                guard let other = dimension.members.first(where: { $0.code == relation.code })
                else { return nil }
                return .object([
                    ("code", .string(other.code.text)), ("label", text(other.label)),
                    ("level", .text(other.level?.text)),
                    ("validFrom", .text(relation.from?.description)),
                    ("validTo", .text(relation.to?.description)),
                ])
            }
        )
    }

    private func text(_ text: BilingualText) -> JSONValue { .string(text.text(in: language)) }
}
