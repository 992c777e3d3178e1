internal import StatisticsModel

extension CatalogueDraft {
    private static let memberColumns = [
        "code", "parent", "level", "labelDa", "labelEn", "validFrom", "validTo", "aliases",
        "successors", "sharesCellWith", "note", "evidence", "source",
    ]

    /// Reads the list of dimensions and the members of each.
    mutating func readDimensions(from files: CatalogueFiles) {
        guard let list = YAMLValue(file: "dimensions.yaml", of: files) else { return }
        dimensions = list.list().compactMap { Self.dimension($0, files: files) }
        let known = Set(dimensions.map(\.value.id.text))
        for name in files.names(in: "dimensions", ending: ".csv") {
            let stem = String(name.dropLast(4))
            let owner = stem.hasSuffix("-membership") ? String(stem.dropLast(11)) : stem
            guard !known.contains(owner) else { continue }
            files.problems.add(
                .unknownDimension,
                at: CataloguePlace(file: "dimensions/\(name)", line: 1),
                "the file belongs to no dimension",
                remedy: "name the dimension in dimensions.yaml, or remove the file"
            )
        }
    }

    private static func dimension(
        _ value: YAMLValue,
        files: CatalogueFiles
    ) -> DimensionDraft? {
        let keys = ["id", "label", "description", "total", "levels", "sources"]
        guard let fields = value.mapping(of: keys),
            let id = fields.required("id")?.code(as: Code<Dimension>.self),
            let label = fields.required("label")?.bilingual()
        else { return nil }
        let levels = (fields["levels"]?.list() ?? []).compactMap(Self.level)
        let table = CatalogueTable(
            file: "dimensions/\(id).csv",
            of: files,
            columns: memberColumns
        )
        let members = table.rows.compactMap { row in
            member(row).map { Placed(value: $0, place: row.place) }
        }
        let memberships = memberships(of: id, files: files)
        return DimensionDraft(
            value: Dimension(
                id: id,
                label: label,
                description: fields["description"]?.bilingual(),
                total: fields["total"]?.code(as: Code<Member>.self),
                levels: levels.map(\.value),
                members: members.map(\.value),
                memberships: memberships.map(\.value),
                sources: fields.codes("sources", as: Code<Source>.self) ?? []
            ),
            place: fields.place,
            levelPlaces: levels.map(\.place),
            memberPlaces: members.map(\.place),
            membershipPlaces: memberships.map(\.place)
        )
    }

    private static func level(_ value: YAMLValue) -> Placed<Level>? {
        guard let fields = value.mapping(of: ["id", "label"]),
            let id = fields.required("id")?.code(as: Code<Level>.self),
            let label = fields.required("label")?.bilingual()
        else { return nil }
        return Placed(value: Level(id: id, label: label), place: fields.place)
    }

    private static func member(_ row: CatalogueTable.Row) -> Member? {
        guard row.required("code") != nil, let code = row.code("code", as: Code<Member>.self),
            let label = row.bilingual("label")
        else { return nil }
        return Member(
            code: code,
            label: label,
            parent: row.code("parent", as: Code<Member>.self),
            level: row.code("level", as: Code<Level>.self),
            validFrom: row.date("validFrom"),
            validTo: row.date("validTo"),
            aliases: (row["aliases"] ?? "").split(separator: "|").map(String.init),
            successors: row.codes("successors", separator: "|", as: Code<Member>.self),
            sharesCellWith: row.code("sharesCellWith", as: Code<Member>.self),
            note: row["note"],
            evidence: row["evidence"],
            sources: row.codes("source", separator: " ", as: Code<Source>.self)
        )
    }

    private static func memberships(
        of id: Code<Dimension>,
        files: CatalogueFiles
    ) -> [Placed<Membership>] {
        let file = "dimensions/\(id)-membership.csv"
        guard files.exists(file) else { return [] }
        let table = CatalogueTable(
            file: file,
            of: files,
            columns: ["group", "member", "validFrom", "validTo"],
            optional: ["note", "evidence", "source"]
        )
        return table.rows.compactMap { row in
            guard row.required("group") != nil, row.required("member") != nil,
                let group = row.code("group", as: Code<Member>.self),
                let member = row.code("member", as: Code<Member>.self)
            else { return nil }
            let membership = Membership(
                group: group,
                member: member,
                validFrom: row.date("validFrom"),
                validTo: row.date("validTo")
            )
            return Placed(value: membership, place: row.place)
        }
    }
}
