import SnapshotPublishing
import StatisticsModel

/// A small catalogue as files, to be changed text by text.
struct CatalogueFixture {
    var files = [
        "sources.csv": "id,title,publisher,year,url,note\nstar,Jobindsats,STAR,2026,,\n",
        "subjects.csv": "id,parent,labelDa,labelEn,source\nledighed,,Ledighed,Unemployment,star\n",
        "units.csv": """
        id,labelDa,labelEn,symbolDa,symbolEn
        persons,personer,persons,,
        percent,procent,percent,pct.,%

        """,
        "dimensions.yaml": dimensions,
        "dimensions/area.csv": header + """
            DK,,country,Hele landet,Denmark,,,000,,,,S,star
            1084,DK,region,Hovedstaden,Capital,,,084,,,,S,star
            1085,DK,region,Sjælland,Zealand,,,,,,,S,star
            101,1084,municipality,København,Copenhagen,,,0101|Kbh,,,,S,star
            151,1084,municipality,Ballerup,,,,,,,,S,star
            259,1085,municipality,Køge,,,,,,,,S,star
            10100,1084,jobCentre,Jobcenter København,,2007-01-01,,,,101,,S,star

            """,
        "dimensions/area-membership.csv": """
        group,member,validFrom,validTo
        1084,101,,
        1085,259,2007-01-01,

        """,
        "dimensions/gender.csv": header + """
            TOT,,,I alt,Total,,,,,,,S,star
            M,TOT,,Mænd,Men,,,,,,,S,star
            K,TOT,,Kvinder,Women,,,,,,,S,star

            """,
        "dimensions/age.csv": header + """
            TOT,,,I alt,Total,,,,,,,S,star
            16-29,TOT,,16-29 år,16-29 years,,,,,,,S,star
            30-,TOT,,30 år og derover,30 years and over,,,30+,,,,S,star

            """,
        "indicators/unemployment.yaml": indicators,
    ]

    /// Returns the fixture with a text replaced; the text has to be there.
    func replacing(_ text: String, with other: String, in file: String) -> CatalogueFixture {
        var copy = self
        let old = files[file] ?? ""
        precondition(old.contains(text), "\(file) has no \(text)")
        copy.files[file] = old.replacing(text, with: other)
        return copy
    }

    /// Reads the catalogue through its files.
    func catalogue(cellLimit: Int = CellBudget.limit) throws -> Catalogue {
        let folder = try TemporaryFolder(files.mapValues { Array($0.utf8) })
        return try CatalogueFolder.read(path: folder.path, cellLimit: cellLimit)
    }

    private static let header =
        "code,parent,level,labelDa,labelEn,validFrom,validTo,aliases,"
        + "successors,sharesCellWith,note,evidence,source\n"

    private static let dimensions = """
        - id: area
          label: {da: Område, en: Area}
          total: DK
          levels:
            - {id: country, label: {da: Hele landet, en: Country}}
            - {id: region, label: {da: Region, en: Region}}
            - {id: jobCentre, label: {da: Jobcenter, en: Job centre}}
            - {id: municipality, label: {da: Kommune, en: Municipality}}
          sources: [star]
        - {id: gender, label: {da: Køn, en: Gender}, total: TOT, sources: [star]}
        - {id: age, label: {da: Alder, en: Age}, total: TOT}

        """

    private static let indicators = """
        - id: y01a01
          subject: ledighed
          label: {da: Ledige, en: Unemployed}
          definition: {da: Antal ledige., en: Number of unemployed.}
          sourceTable: y01a01
          sources: [star]
          publicationLagDays: 18
          provisionalPeriods: 1
          periodTypes: [M, Q, QMAT, Y]
          dimensions:
            - {id: area}
            - {id: gender}
            - {id: age}
          cubes:
            - {id: byGender, dimensions: [area, gender], levels: [country, region, municipality]}
            - {id: byAge, dimensions: [area, age], levels: [country, municipality]}
            - {id: national, dimensions: [area, gender, age], levels: [country]}
            - id: regional
              dimensions: [area, gender, age]
              levels: [region]
              oneWayLevels: [region]
          measures:
            - id: persons
              label: {da: Personer, en: Persons}
              unit: persons
              decimals: 0
              additive: true
              polarity: less
            - id: share
              label: {da: Andel, en: Share}
              unit: percent
              decimals: 1
              additive: false
              polarity: less
          breaks:
            - {period: 2017M07, kind: source, label: {da: Ny kilde, en: New source}, source: star}
        - id: y02a01
          subject: ledighed
          label: {da: Forløb, en: Spells}
          definition: {da: Antal forløb., en: Number of spells.}
          publicationLagDays: 18
          provisionalPeriods: 0
          periodTypes: [M]
          dimensions: [{id: area, levels: [country, region]}]
          cubes:
            - {id: areas, dimensions: [area], levels: [country, region]}
          measures:
            - id: persons
              label: {da: Personer}
              unit: persons
              decimals: 0
              additive: true
              polarity: neutral

        """
}
