import SnapshotPublishing
import Testing

/// A change of the fixture, and the problem that it gives.
struct CatalogueRefusal: CustomTestStringConvertible, Sendable {
    let file: String
    let text: String
    let other: String
    let kind: CatalogueProblem.Kind
    let line: Int
    var place: String?

    var testDescription: String { "\(kind) in \(file)" }

    private static let area = "dimensions/area.csv"
    private static let list = "dimensions.yaml"

    static let all: [CatalogueRefusal] = listRefusals + memberRefusals + indicatorRefusals

    private static let listRefusals = [
        CatalogueRefusal(
            file: "sources.csv",
            text: "title",
            other: "name",
            kind: .unknownColumn,
            line: 1
        ),
        CatalogueRefusal(
            file: "sources.csv",
            text: ",note\n",
            other: "\n",
            kind: .missingColumn,
            line: 1
        ),
        CatalogueRefusal(
            file: "sources.csv",
            text: "star,J",
            other: "0star,J",
            kind: .invalidValue,
            line: 2
        ),
        CatalogueRefusal(
            file: "units.csv",
            text: "percent,p",
            other: "Persons,p",
            kind: .duplicateID,
            line: 3
        ),
        CatalogueRefusal(
            file: "units.csv",
            text: "pct.,%",
            other: "pct.",
            kind: .malformedFile,
            line: 3
        ),
        CatalogueRefusal(
            file: "units.csv",
            text: "percent,procent",
            other: "percent,",
            kind: .missingKey,
            line: 3
        ),
        CatalogueRefusal(
            file: "subjects.csv",
            text: ",star",
            other: ",moon",
            kind: .unknownSource,
            line: 2
        ),
        CatalogueRefusal(
            file: "subjects.csv",
            text: "ledighed,,",
            other: "ledighed,top,",
            kind: .unknownParent,
            line: 2
        ),
        CatalogueRefusal(
            file: "subjects.csv",
            text: "ledighed,,",
            other: "ledighed,ledighed,",
            kind: .cycle,
            line: 2
        ),
        CatalogueRefusal(
            file: list,
            text: "id: gender, label",
            other: "id: gender, labels",
            kind: .unknownKey,
            line: 10
        ),
        CatalogueRefusal(
            file: list,
            text: "- {id: gender, label: {da: Køn, en: Gender}",
            other: "- {id: gender",
            kind: .missingKey,
            line: 10
        ),
        CatalogueRefusal(
            file: list,
            text: "id: municipality,",
            other: "id: level,",
            kind: .reservedID,
            line: 8
        ),
        CatalogueRefusal(
            file: list,
            text: "- {id: age",
            other: "- {id: [",
            kind: .malformedFile,
            line: 11
        ),
        CatalogueRefusal(
            file: list,
            text: "total: DK",
            other: "total: SE",
            kind: .unknownMember,
            line: 1
        ),
    ]

    private static let memberRefusals = [
        CatalogueRefusal(
            file: area,
            text: "259,1085,municipality",
            other: "259,1085,parish",
            kind: .unknownLevel,
            line: 7
        ),
        CatalogueRefusal(
            file: area,
            text: "259,1085,municipality",
            other: "259,1089,municipality",
            kind: .unknownParent,
            line: 7
        ),
        CatalogueRefusal(file: area, text: "1084,DK,", other: "1084,101,", kind: .cycle, line: 3),
        CatalogueRefusal(
            file: area,
            text: "1084,DK,",
            other: "1084,259,",
            kind: .parentAfterChild,
            line: 3
        ),
        CatalogueRefusal(
            file: area,
            text: "2007-01-01,,",
            other: "2007-01-01,2006-12-31,",
            kind: .invalidValidity,
            line: 8
        ),
        CatalogueRefusal(
            file: area,
            text: "2007-01-01,,",
            other: "2007-02-29,,",
            kind: .invalidValue,
            line: 8
        ),
        CatalogueRefusal(
            file: area,
            text: "0101|Kbh",
            other: "0101|ballerup",
            kind: .ambiguousAlias,
            line: 5
        ),
        CatalogueRefusal(
            file: area,
            text: "0101|Kbh",
            other: "0101|000",
            kind: .ambiguousAlias,
            line: 5
        ),
        CatalogueRefusal(
            file: area,
            text: "Ballerup,,,,,,",
            other: "Ballerup,,,,,,10100",
            kind: .sharedCellChain,
            line: 6
        ),
        CatalogueRefusal(
            file: area,
            text: "Ballerup,,,,,",
            other: "Ballerup,,,,,999",
            kind: .unknownSuccessor,
            line: 6
        ),
        CatalogueRefusal(
            file: area,
            text: "DK,,country,Hele landet,Denmark,,,000,,,,S,star\n",
            other:
                "1083,,region,Syd,,,,,,,,S,star\nDK,,country,Hele landet,Denmark,,,000,,,,S,star\n",
            kind: .totalNotFirst,
            line: 2
        ),
        CatalogueRefusal(
            file: "dimensions/area-membership.csv",
            text: "1084,101,,",
            other: "1085,259,2020-01-01,",
            kind: .overlappingValidity,
            line: 3
        ),
        CatalogueRefusal(
            file: "dimensions/area-membership.csv",
            text: "1084,101,,",
            other: "1084,102,,",
            kind: .unknownMember,
            line: 2
        ),
    ]
}
