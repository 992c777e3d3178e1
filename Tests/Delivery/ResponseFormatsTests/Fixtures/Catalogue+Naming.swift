import StatisticsFixtures
import StatisticsModel

extension Catalogue {
    /// The small catalogue with other names for some members, whatever dimension has them.
    static func small(naming labels: [String: BilingualText]) -> Catalogue {
        let small = Catalogue.small()
        let dimensions = small.dimensions.map { dimension in
            Dimension(
                id: dimension.id,
                label: dimension.label,
                description: dimension.description,
                total: dimension.total,
                levels: dimension.levels,
                members: dimension.members.map { member in
                    guard let label = labels[member.code.text] else { return member }
                    return Member(
                        code: member.code,
                        label: label,
                        parent: member.parent,
                        level: member.level
                    )
                },
                memberships: dimension.memberships,
                sources: dimension.sources
            )
        }
        return Catalogue(
            subjects: small.subjects,
            units: small.units,
            sources: small.sources,
            dimensions: dimensions,
            indicators: small.indicators
        )
    }
}
