internal import StatisticsModel

extension Dimension {
    /// The country, three regions, three RAR areas, four job centres, six municipalities, and none.
    static func smallArea() -> Dimension {
        Dimension(
            id: .area,
            label: .text("Område", "Area"),
            description: .text("Bopælens område.", "The area of residence."),
            total: Code("DK"),
            levels: [
                Level(id: Code("country"), label: .text("Hele landet", "Country")),
                Level(id: Code("region"), label: .text("Regioner", "Regions")),
                Level(id: Code("rar"), label: .text("RAR-områder", "RAR areas")),
                Level(id: Code("jobCentre"), label: .text("Jobcentre", "Job centres")),
                Level(id: Code("municipality"), label: .text("Kommuner", "Municipalities")),
            ],
            members: [country] + regions + councils + jobCentres + municipalities,
            memberships: [
                Membership(group: Code("RAR-HOV"), member: Code("101")),
                Membership(group: Code("RAR-HOV"), member: Code("147")),
                Membership(group: Code("RAR-HOV"), member: Code("155")),
                Membership(group: Code("RAR-HOV"), member: Code("185")),
                Membership(group: Code("RAR-SJ"), member: Code("330")),
                Membership(group: Code("RAR-NJ"), member: Code("851")),
                Membership(group: Code("10100"), member: Code("101")),
                Membership(group: Code("14700"), member: Code("147")),
                Membership(group: Code("18500"), member: Code("155")),
                Membership(group: Code("18500"), member: Code("185")),
                Membership(group: Code("33000"), member: Code("330")),
            ],
            sources: [Code("jobindsats")]
        )
    }

    /// Total, men and women.
    static func smallGender() -> Dimension {
        flat(
            Code("gender"),
            label: .text("Køn", "Gender"),
            members: [
                Member(code: Code("TOT"), label: .text("Køn i alt", "Total"), aliases: ["ialt"]),
                Member(
                    code: Code("M"),
                    label: .text("Mænd", "Men"),
                    parent: Code("TOT"),
                    aliases: ["mand"]
                ),
                Member(
                    code: Code("K"),
                    label: .text("Kvinder", "Women"),
                    parent: Code("TOT"),
                    aliases: ["kvinde"]
                ),
            ]
        )
    }

    /// Total and three groups of age.
    static func smallAge() -> Dimension {
        flat(
            Code("age"),
            label: .text("Alder", "Age"),
            members: [
                Member(code: Code("TOT"), label: .text("Alder i alt", "Total")),
                Member(
                    code: Code("16-24"),
                    label: .text("16-24 år", "16-24 years"),
                    parent: Code("TOT")
                ),
                Member(
                    code: Code("25-29"),
                    label: .text("25-29 år", "25-29 years"),
                    parent: Code("TOT")
                ),
                Member(
                    code: Code("30-"),
                    label: .text("30 år og derover", "30 years and over"),
                    parent: Code("TOT"),
                    aliases: ["30+"]
                ),
            ]
        )
    }

    /// Total, unemployment insurance benefit and cash benefit.
    static func smallBenefitGroup() -> Dimension {
        flat(
            Code("benefitGroup"),
            label: .text("Ydelsesgruppe", "Benefit group"),
            members: [
                Member(code: Code("TOT"), label: .text("Ydelsesgrupper i alt", "Total")),
                Member(
                    code: Code("DP"),
                    label: .text("A-dagpenge", "Unemployment insurance benefit"),
                    parent: Code("TOT")
                ),
                Member(
                    code: Code("KTH"),
                    label: .text("Kontanthjælp", "Cash benefit"),
                    parent: Code("TOT")
                ),
            ]
        )
    }

    private static func flat(
        _ id: Code<Dimension>,
        label: BilingualText,
        members: [Member]
    ) -> Dimension {
        Dimension(
            id: id,
            label: label,
            description: nil,
            total: Code("TOT"),
            levels: [],
            members: members,
            memberships: [],
            sources: [Code("jobindsats")]
        )
    }

    private static var country: Member {
        Member(
            code: Code("DK"),
            label: .text("Hele landet", "Denmark"),
            level: Code("country"),
            aliases: ["000"]
        )
    }

    private static var regions: [Member] {
        [
            area(
                Code("1084"),
                "Region Hovedstaden",
                "Capital Region",
                in: Code("DK"),
                level: Code("region"),
                "084"
            ),
            area(
                Code("1085"),
                "Region Sjælland",
                "Region Zealand",
                in: Code("DK"),
                level: Code("region"),
                "085"
            ),
            area(
                Code("1081"),
                "Region Nordjylland",
                "North Denmark Region",
                in: Code("DK"),
                level: Code("region"),
                "081"
            ),
        ]
    }

    private static var councils: [Member] {
        [
            area(
                Code("RAR-HOV"),
                "RAR Hovedstaden",
                "RAR Capital",
                in: Code("DK"),
                level: Code("rar")
            ),
            area(Code("RAR-SJ"), "RAR Sjælland", "RAR Zealand", in: Code("DK"), level: Code("rar")),
            area(
                Code("RAR-NJ"),
                "RAR Nordjylland",
                "RAR North Jutland",
                in: Code("DK"),
                level: Code("rar")
            ),
        ]
    }

    private static var jobCentres: [Member] {
        [
            jobCentre(Code("10100"), "København", sharesCellWith: Code("101"), in: Code("1084")),
            jobCentre(
                Code("14700"),
                "Frederiksberg",
                sharesCellWith: Code("147"),
                in: Code("1084")
            ),
            jobCentre(Code("18500"), "Tårnby", sharesCellWith: nil, in: Code("1084")),
            jobCentre(Code("33000"), "Slagelse", sharesCellWith: Code("330"), in: Code("1085")),
        ]
    }

    private static var municipalities: [Member] {
        [
            area(
                Code("101"),
                "København",
                "Copenhagen",
                in: Code("1084"),
                level: Code("municipality"),
                "0101"
            ),
            area(
                Code("147"),
                "Frederiksberg",
                "Frederiksberg",
                in: Code("1084"),
                level: Code("municipality"),
                "0147"
            ),
            area(
                Code("155"),
                "Dragør",
                "Dragør",
                in: Code("1084"),
                level: Code("municipality"),
                "0155"
            ),
            area(
                Code("185"),
                "Tårnby",
                "Tårnby",
                in: Code("1084"),
                level: Code("municipality"),
                "0185"
            ),
            area(
                Code("330"),
                "Slagelse",
                "Slagelse",
                in: Code("1085"),
                level: Code("municipality"),
                "0330"
            ),
            area(
                Code("851"),
                "Aalborg",
                "Aalborg",
                in: Code("1081"),
                level: Code("municipality"),
                "0851"
            ),
            area(Code("UOPL"), "Uoplyst", "Unknown", in: Code("DK"), level: Code("municipality")),
        ]
    }

    private static func area(
        _ code: Code<Member>,
        _ danish: String,
        _ english: String,
        in parent: Code<Member>,
        level: Code<Level>,
        _ aliases: String...
    ) -> Member {
        Member(
            code: code,
            label: .text(danish, english),
            parent: parent,
            level: level,
            aliases: aliases
        )
    }

    private static func jobCentre(
        _ code: Code<Member>,
        _ name: String,
        sharesCellWith municipality: Code<Member>?,
        in region: Code<Member>
    ) -> Member {
        Member(
            code: code,
            label: .text("Jobcenter \(name)", "Job centre \(name)"),
            parent: region,
            level: Code("jobCentre"),
            sharesCellWith: municipality
        )
    }
}

extension Membership {
    init(group: Code<Member>, member: Code<Member>) {
        self.init(group: group, member: member, validFrom: nil, validTo: nil)
    }
}
