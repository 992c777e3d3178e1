import StatisticsModel
import Tallies

/// Catalogues and indicators in which only what a test is about needs to be said.
enum TallyCatalogue {
    /// Makes a member.
    static func member(
        _ code: StaticString,
        in parent: StaticString? = nil,
        on level: StaticString? = nil,
        from: CivilDate? = nil,
        to: CivilDate? = nil,
        successors: [Code<Member>] = [],
        sharesCellWith: StaticString? = nil
    ) -> Member {
        Member(
            code: Code(code),
            label: BilingualText(danish: "\(code)", english: nil),
            parent: parent.map { Code($0) },
            level: level.map { Code($0) },
            validFrom: from,
            validTo: to,
            successors: successors,
            sharesCellWith: sharesCellWith.map { Code($0) }
        )
    }

    /// Makes a dimension whose total is its first member.
    static func dimension(
        _ id: StaticString,
        _ members: [Member],
        memberships: [Membership] = []
    ) -> Dimension {
        Dimension(
            id: Code(id),
            label: BilingualText(danish: "\(id)", english: nil),
            description: nil,
            total: members.first?.code,
            levels: [],
            members: members,
            memberships: memberships,
            sources: []
        )
    }

    /// Makes a membership.
    static func membership(
        _ group: StaticString,
        _ member: StaticString,
        from: CivilDate? = nil,
        to: CivilDate? = nil
    ) -> Membership {
        Membership(group: Code(group), member: Code(member), validFrom: from, validTo: to)
    }

    /// Makes a cube; the levels are all that areas can have unless said.
    static func cube(
        _ dimensions: [Code<Dimension>],
        levels: [Code<Level>] = allLevels,
        oneWayLevels: [Code<Level>] = []
    ) -> Cube {
        Cube(
            id: Code("cube"),
            dimensions: dimensions,
            levels: levels,
            oneWayLevels: oneWayLevels
        )
    }

    /// Makes an indicator of all types of period unless said.
    static func indicator(
        _ dimensions: [IndicatorDimension],
        cubes: [Cube],
        measures: [Measure] = [],
        periodTypes: [PeriodType] = PeriodType.allCases
    ) -> Indicator {
        Indicator(
            id: Code("x01"),
            subject: Code("x"),
            label: BilingualText(danish: "x", english: nil),
            definition: BilingualText(danish: "x", english: nil),
            population: nil,
            sourceTable: nil,
            sources: [],
            publicationLagDays: 0,
            publicationLag: nil,
            provisionalPeriods: 0,
            periodTypes: periodTypes,
            dimensions: dimensions,
            cubes: cubes,
            measures: measures,
            breaks: []
        )
    }

    /// Makes a measure.
    static func measure(_ id: StaticString, decimals: Int = 0) -> Measure {
        Measure(
            id: Code(id),
            label: BilingualText(danish: "\(id)", english: nil),
            definition: nil,
            unit: Code("persons"),
            decimals: decimals,
            isAdditive: false,
            polarity: .neutral,
            sourceMeasure: nil,
            measureGroup: nil
        )
    }

    /// Makes a catalogue of dimensions and one indicator.
    static func catalogue(_ dimensions: [Dimension], _ indicator: Indicator) -> Catalogue {
        Catalogue(
            subjects: [],
            units: [],
            sources: [],
            dimensions: dimensions,
            indicators: [indicator]
        )
    }

    static let allLevels: [Code<Level>] = [
        Code("country"), Code("region"), Code("rar"), Code("jobCentre"), Code("municipality"),
    ]
}

extension TallyCatalogue {
    /// Two regions that become one in 2027, two councils of which one is an alias, a shared centre
    /// and one of one municipality, and four municipalities, one of them closed.
    static var area: Dimension {
        let reform = CivilDate(year: 2027, month: 1, day: 1)
        let before = CivilDate(year: 2026, month: 12, day: 31)
        return dimension(
            "area",
            [
                member("DK", on: "country"),
                member("1084", in: "DK", on: "region", to: before),
                member("1085", in: "DK", on: "region", to: before),
                member("REG-EAST", in: "DK", on: "region", from: reform),
                member("RAR-HOV", on: "rar"),
                member("RAR-BOR", on: "rar", sharesCellWith: "400"),
                member("18500", on: "jobCentre"),
                member("40000", on: "jobCentre", sharesCellWith: "400"),
                member("155", in: "1084", on: "municipality"),
                member("185", in: "1084", on: "municipality"),
                member("330", in: "1085", on: "municipality"),
                member("400", in: "1084", on: "municipality"),
                member(
                    "411",
                    in: "1084",
                    on: "municipality",
                    to: CivilDate(year: 2020, month: 12, day: 31),
                    successors: [Code("400")]
                ),
                member("UOPL", in: "DK", on: "municipality"),
            ],
            memberships: [
                membership("1084", "155", to: before), membership("1084", "185", to: before),
                membership("1085", "330", to: before), membership("1084", "400", to: before),
                membership("REG-EAST", "155", from: reform),
                membership("REG-EAST", "185", from: reform),
                membership("REG-EAST", "330", from: reform),
                membership("REG-EAST", "400", from: reform),
                membership("RAR-HOV", "155"), membership("RAR-HOV", "185"),
                membership("RAR-BOR", "400"), membership("40000", "400"),
                membership("18500", "155"), membership("18500", "185"),
            ]
        )
    }

    static var gender: Dimension {
        dimension("gender", [member("TOT"), member("K", in: "TOT"), member("M", in: "TOT")])
    }

    static var age: Dimension {
        dimension(
            "age",
            [
                member("TOT"), member("16-24", in: "TOT"), member("25-29", in: "TOT"),
                member("30-", in: "TOT"),
            ]
        )
    }

    /// Spans overlap, and have no parent.
    static var ageBroad: Dimension {
        dimension(
            "ageBroad",
            [
                member("TOT"), member("16-29"), member("25-"), member("60"),
                member("16-24", in: "TOT"), member("25-29", in: "TOT"),
            ]
        )
    }

    static var visitation: Dimension {
        dimension(
            "visitation",
            [
                member("TOT"), member("JPM"), member("JP", in: "TOT"), member("AP", in: "TOT"),
                member("AUP", in: "TOT"), member("UOP", in: "TOT"),
            ],
            memberships: [membership("JPM", "JP"), membership("JPM", "AUP")]
        )
    }

    static var benefitGroup: Dimension {
        dimension(
            "benefitGroup",
            [
                member("TOT"), member("DPMV"), member("DP", in: "TOT"), member("KTH", in: "TOT"),
                member("LON"), member("SU"),
            ],
            memberships: [membership("DPMV", "DP")]
        )
    }

    static var contactType: Dimension {
        dimension(
            "contactType",
            [
                member("TOT"), member("JOB", in: "TOT"), member("FAL", in: "TOT"),
                member("FORM.F", in: "TOT"), member("FORM.T", in: "TOT"),
            ]
        )
    }

    static var durationElapsed: Dimension {
        dimension(
            "durationElapsed",
            [
                member("TOT"), member("C0-3", in: "TOT"), member("R1-4", in: "TOT"),
                member("D0-1.5", in: "TOT"), member("D12-", in: "TOT"),
            ]
        )
    }

    static var akasse: Dimension {
        dimension("akasse", [member("TOT"), member("NONE", in: "TOT"), member("D10", in: "TOT")])
    }
}
