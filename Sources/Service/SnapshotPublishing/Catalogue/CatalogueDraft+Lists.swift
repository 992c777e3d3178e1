internal import StatisticsModel

extension CatalogueDraft {
    /// Reads sources, subjects and units.
    mutating func readLists(from files: CatalogueFiles) {
        let sourceTable = CatalogueTable(
            file: "sources.csv",
            of: files,
            columns: ["id", "title", "publisher", "year", "url", "note"]
        )
        sources = sourceTable.rows.compactMap { row in
            Self.source(row).map { Placed(value: $0, place: row.place) }
        }
        let subjectTable = CatalogueTable(
            file: "subjects.csv",
            of: files,
            columns: ["id", "parent", "labelDa", "labelEn", "source"]
        )
        subjects = subjectTable.rows.compactMap { row in
            Self.subject(row).map { Placed(value: $0, place: row.place) }
        }
        let unitTable = CatalogueTable(
            file: "units.csv",
            of: files,
            columns: ["id", "labelDa", "labelEn", "symbolDa", "symbolEn"]
        )
        units = unitTable.rows.compactMap { row in
            Self.unit(row).map { Placed(value: $0, place: row.place) }
        }
    }

    private static func source(_ row: CatalogueTable.Row) -> Source? {
        guard row.required("id") != nil, let id = row.code("id", as: Code<Source>.self),
            let title = row.required("title"), let publisher = row.required("publisher")
        else { return nil }
        return Source(
            id: id,
            title: title,
            publisher: publisher,
            year: row["year"],
            url: row["url"],
            note: row["note"]
        )
    }

    private static func subject(_ row: CatalogueTable.Row) -> Subject? {
        guard row.required("id") != nil, let id = row.code("id", as: Code<Subject>.self),
            let label = row.bilingual("label")
        else { return nil }
        return Subject(
            id: id,
            parent: row.code("parent", as: Code<Subject>.self),
            label: label,
            sources: row.codes("source", separator: " ", as: Code<Source>.self)
        )
    }

    private static func unit(_ row: CatalogueTable.Row) -> Unit? {
        guard row.required("id") != nil, let id = row.code("id", as: Code<Unit>.self),
            let label = row.bilingual("label")
        else { return nil }
        let symbol = row["symbolDa"].map { BilingualText(danish: $0, english: row["symbolEn"]) }
        return Unit(id: id, label: label, symbol: symbol)
    }
}
