internal import StatisticsModel

/// A small country for tables that must be protected.
///
/// Region `1084` has the municipalities 101–105, of which `RAR-HOV` has three and `RAR-SJ` two;
/// `1085` has 201 and 202, which are `RAR-FYN` too; `18500` is the shared centre of 101 and 102.
enum SmallCountry {
    /// The first of October 2026.
    static let day = CivilDate(daysSinceEpoch: 20_727)

    static func catalogue(_ indicator: Indicator) -> Catalogue {
        Catalogue(
            subjects: [],
            units: [],
            sources: [],
            dimensions: [area, gender, age, offer, origin, elapsed],
            indicators: [indicator]
        )
    }

    static func indicator(_ dimensions: [Code<Dimension>], cubes: [Cube]) -> Indicator {
        Indicator(
            id: Code("y01a02"),
            subject: Code("benefits"),
            label: text("Ydelser"),
            definition: text("Ydelser"),
            population: nil,
            sourceTable: nil,
            sources: [],
            publicationLagDays: 18,
            publicationLag: nil,
            provisionalPeriods: 1,
            periodTypes: [.month],
            dimensions: ([.area] + dimensions).map { IndicatorDimension(id: $0) },
            cubes: cubes,
            measures: [],
            breaks: []
        )
    }

    static func cube(
        _ id: Code<Cube>,
        _ dimensions: [Code<Dimension>],
        levels: [Code<Level>] = everyLevel,
        oneWay: [Code<Level>] = []
    ) -> Cube {
        Cube(id: id, dimensions: [.area] + dimensions, levels: levels, oneWayLevels: oneWay)
    }

    static let everyLevel: [Code<Level>] = [
        Code("country"), Code("region"), Code("rar"), Code("jobCentre"), Code("municipality"),
    ]

    private static func text(_ text: String) -> BilingualText {
        BilingualText(danish: text, english: text)
    }

    private static func member(
        _ code: Code<Member>,
        _ parent: Code<Member>? = nil,
        _ level: Code<Level>? = nil
    ) -> Member {
        Member(code: code, label: text(code.text), parent: parent, level: level)
    }

    private static func dimension(
        _ id: Code<Dimension>,
        total: Code<Member> = Code("TOT"),
        levels: [Code<Level>] = [],
        _ members: [Member],
        memberships: [(Code<Member>, Code<Member>)] = []
    ) -> Dimension {
        Dimension(
            id: id,
            label: text(id.text),
            description: nil,
            total: total,
            levels: levels.map { Level(id: $0, label: text($0.text)) },
            members: members,
            memberships: memberships.map {
                Membership(group: $0.0, member: $0.1, validFrom: nil, validTo: nil)
            },
            sources: []
        )
    }

    private static var area: Dimension {
        let country: Code<Member> = Code("DK")
        let town: Code<Level> = Code("municipality")
        return dimension(
            .area,
            total: country,
            levels: everyLevel,
            [
                member(country, nil, Code("country")),
                member(Code("1084"), country, Code("region")),
                member(Code("1085"), country, Code("region")),
                member(Code("RAR-HOV"), nil, Code("rar")),
                member(Code("RAR-SJ"), nil, Code("rar")),
                member(Code("RAR-FYN"), nil, Code("rar")),
                member(Code("18500"), nil, Code("jobCentre")),
                member(Code("101"), Code("1084"), town), member(Code("102"), Code("1084"), town),
                member(Code("103"), Code("1084"), town), member(Code("104"), Code("1084"), town),
                member(Code("105"), Code("1084"), town), member(Code("201"), Code("1085"), town),
                member(Code("202"), Code("1085"), town), member(Code("UOPL"), country, town),
            ],
            memberships: [
                (Code("RAR-HOV"), Code("101")), (Code("RAR-HOV"), Code("102")),
                (Code("RAR-HOV"), Code("103")), (Code("RAR-SJ"), Code("104")),
                (Code("RAR-SJ"), Code("105")), (Code("RAR-FYN"), Code("201")),
                (Code("RAR-FYN"), Code("202")), (Code("18500"), Code("101")),
                (Code("18500"), Code("102")),
            ]
        )
    }

    private static func flat(_ id: Code<Dimension>, _ codes: [Code<Member>]) -> Dimension {
        dimension(id, [member(Code("TOT"))] + codes.map { member($0, Code("TOT")) })
    }

    private static var gender: Dimension { flat(Code("gender"), [Code("K"), Code("M")]) }
    private static var age: Dimension {
        flat(Code("age"), [Code("16-29"), Code("30-49"), Code("50-")])
    }

    /// A group of two offers, and an offer that is its own group.
    private static var offer: Dimension {
        dimension(
            Code("activationType"),
            levels: [Code("all"), Code("group"), Code("offer")],
            [
                member(Code("TOT"), nil, Code("all")),
                member(Code("VO"), Code("TOT"), Code("group")),
                member(Code("VO.A"), Code("VO"), Code("offer")),
                member(Code("VO.B"), Code("VO"), Code("offer")),
                member(Code("NY"), Code("TOT"), Code("offer")),
            ]
        )
    }

    /// Three origins, two of which are joined in a group without parent.
    private static var origin: Dimension {
        dimension(
            Code("origin"),
            [
                member(Code("TOT")), member(Code("WESTERN")), member(Code("DAN"), Code("TOT")),
                member(Code("IMM"), Code("TOT")), member(Code("DES"), Code("TOT")),
            ],
            memberships: [(Code("WESTERN"), Code("IMM")), (Code("WESTERN"), Code("DES"))]
        )
    }

    /// Two divisions of the same total beside each other.
    private static var elapsed: Dimension {
        dimension(
            Code("durationElapsed"),
            levels: [Code("all"), Code("consumed"), Code("band")],
            [
                member(Code("TOT"), nil, Code("all")),
                member(Code("C0"), Code("TOT"), Code("consumed")),
                member(Code("C6"), Code("TOT"), Code("consumed")),
                member(Code("D0"), Code("TOT"), Code("band")),
                member(Code("D3"), Code("TOT"), Code("band")),
                member(Code("D6"), Code("TOT"), Code("band")),
            ]
        )
    }
}
