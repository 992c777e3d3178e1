import SnapshotPublishing

extension CatalogueRefusal {
    private static let indicators = "indicators/unemployment.yaml"

    static let indicatorRefusals = [
        CatalogueRefusal(
            file: indicators,
            text: "id: y01a01\n",
            other: "id: Y01A01\n",
            kind: .invalidValue,
            line: 1
        ),
        CatalogueRefusal(
            file: indicators,
            text: "id: y02a01\n",
            other: "id: y01a01\n",
            kind: .duplicateID,
            line: 37
        ),
        CatalogueRefusal(
            file: indicators,
            text: "- id: y02a01\n  subject: ledighed",
            other: "- id: y02a01\n  subject: job",
            kind: .unknownSubject,
            line: 37
        ),
        CatalogueRefusal(
            file: indicators,
            text: "unit: percent",
            other: "unit: percents",
            kind: .unknownUnit,
            line: 29
        ),
        CatalogueRefusal(
            file: indicators,
            text: "id: share",
            other: "id: shareStatus",
            kind: .reservedID,
            line: 29
        ),
        CatalogueRefusal(
            file: indicators,
            text: "decimals: 1",
            other: "decimals: 7",
            kind: .invalidValue,
            line: 32
        ),
        CatalogueRefusal(
            file: indicators,
            text: "dimensions: [area, age], levels",
            other: "dimensions: [age, area], levels",
            kind: .areaNotFirst,
            line: 16
        ),
        CatalogueRefusal(
            file: indicators,
            text: "national, dimensions: [area, gender, age]",
            other: "national, dimensions: [area, age, gender]",
            kind: .dimensionOrder,
            line: 17
        ),
        CatalogueRefusal(
            file: indicators,
            text: "dimensions: [area, age], levels",
            other: "dimensions: [area, colour], levels",
            kind: .unknownDimension,
            line: 16
        ),
        CatalogueRefusal(
            file: indicators,
            text: "levels: [country, municipality]}",
            other: "levels: [country, parish]}",
            kind: .unknownLevel,
            line: 16
        ),
        CatalogueRefusal(
            file: indicators,
            text: "period: 2017M07",
            other: "period: 2017",
            kind: .invalidValue,
            line: 36
        ),
        CatalogueRefusal(
            file: indicators,
            text: "    - {id: age}\n",
            other: "    - {id: age, members: [TOT, 31-]}\n",
            kind: .unknownMember,
            line: 13
        ),
        CatalogueRefusal(
            file: indicators,
            text: "    - {id: age}\n",
            other: "    - {id: age, members: [16-29]}\n",
            kind: .totalNotFirst,
            line: 13
        ),
        CatalogueRefusal(
            file: indicators,
            text: "provisionalPeriods: 1",
            other: "provisionalPeriods: many",
            kind: .invalidValue,
            line: 8
        ),
        CatalogueRefusal(
            file: indicators,
            text: "[M, Q, QMAT, Y]",
            other: "[M, W]",
            kind: .invalidValue,
            line: 9
        ),
        CatalogueRefusal(
            file: indicators,
            text: "- {id: areas, dimensions: [area], levels: [country, region]}",
            other: "- {id: areas, dimensions: [area], levels: [country, municipality]}",
            kind: .unknownLevel,
            line: 46
        ),
        CatalogueRefusal(
            file: indicators,
            text: "    - {id: age}\n",
            other: "    - {id: age, members: []}\n",
            kind: .emptyDimension,
            line: 13
        ),
        CatalogueRefusal(
            file: indicators,
            text: "[{id: area, levels: [country, region]}]",
            other: "[{id: area, levels: [country, region]}, {id: gender}]",
            kind: .unusedDimension,
            line: 44
        ),
    ]
}
