/// A way to split figures: area, gender, benefit group…, with all its members.
public struct Dimension: Sendable, Codable, Equatable {
    /// The dimension's id, also its column and query parameter: `area`, `benefitGroup`.
    public let id: Code<Dimension>
    /// What it is called.
    public let label: BilingualText
    /// What it tells apart, in a sentence or two.
    public let description: BilingualText?
    /// The member that stands for all, `DK` or `TOT`; `nil` when the members can't be added up.
    public let total: Code<Member>?
    /// The levels of a hierarchy, coarse to fine; empty when there is only one.
    public let levels: [Level]
    /// All members, valid today or not, in their published order: the total first.
    public let members: [Member]
    /// Which members belong to which group beyond their one parent; valid in time.
    public let memberships: [Membership]
    /// Where the list comes from: ids of `Catalogue.sources`.
    public let sources: [Code<Source>]

    /// Makes a dimension.
    public init(
        id: Code<Dimension>,
        label: BilingualText,
        description: BilingualText?,
        total: Code<Member>?,
        levels: [Level],
        members: [Member],
        memberships: [Membership],
        sources: [Code<Source>]
    ) {
        self.id = id
        self.label = label
        self.description = description
        self.total = total
        self.levels = levels
        self.members = members
        self.memberships = memberships
        self.sources = sources
    }
}

/// A step of a dimension's hierarchy: `country`, `region`, `municipality`.
public struct Level: Sendable, Codable, Equatable {
    /// The level's id.
    public let id: Code<Level>
    /// What it is called.
    public let label: BilingualText

    /// Makes a level.
    public init(id: Code<Level>, label: BilingualText) {
        self.id = id
        self.label = label
    }
}

/// One value of a dimension: a municipality, a fund, an age group.
public struct Member: Sendable, Codable, Equatable {
    /// The published code; never used again for something else.
    public let code: Code<Member>
    /// What it is called.
    public let label: BilingualText
    /// The member it is a part of; `nil` at the top.
    public let parent: Code<Member>?
    /// Its level; `nil` in a dimension without levels.
    public let level: Code<Level>?
    /// The first day it was in force; `nil` when it always was.
    public let validFrom: CivilDate?
    /// The last day it was in force; `nil` while it still is.
    public let validTo: CivilDate?
    /// Other codes and names that people write for it, in any case.
    public let aliases: [String]
    /// What took its place when it was closed.
    public let successors: [Code<Member>]
    /// The member whose cells these are: a job centre of one municipality is that municipality.
    public let sharesCellWith: Code<Member>?
    /// A remark for readers.
    public let note: String?
    /// How well founded the row is: `S` sourced, `D` from data, `K` general knowledge.
    public let evidence: String?
    /// Where the row comes from: ids of `Catalogue.sources`.
    public let sources: [Code<Source>]

    /// Makes a member.
    public init(
        code: Code<Member>,
        label: BilingualText,
        parent: Code<Member>? = nil,
        level: Code<Level>? = nil,
        validFrom: CivilDate? = nil,
        validTo: CivilDate? = nil,
        aliases: [String] = [],
        successors: [Code<Member>] = [],
        sharesCellWith: Code<Member>? = nil,
        note: String? = nil,
        evidence: String? = nil,
        sources: [Code<Source>] = []
    ) {
        self.code = code
        self.label = label
        self.parent = parent
        self.level = level
        self.validFrom = validFrom
        self.validTo = validTo
        self.aliases = aliases
        self.successors = successors
        self.sharesCellWith = sharesCellWith
        self.note = note
        self.evidence = evidence
        self.sources = sources
    }

    /// Returns whether the member was in force on a day.
    public func isValid(on date: CivilDate) -> Bool {
        (validFrom.map { $0 <= date } ?? true) && (validTo.map { date <= $0 } ?? true)
    }
}

/// That a member belonged to a group for a time: a municipality to a labour-market council.
public struct Membership: Sendable, Codable, Equatable {
    /// The group: a region, RAR or job centre.
    public let group: Code<Member>
    /// What belongs to it.
    public let member: Code<Member>
    /// The first day; `nil` when it always did.
    public let validFrom: CivilDate?
    /// The last day; `nil` while it still does.
    public let validTo: CivilDate?

    /// Makes a membership.
    public init(
        group: Code<Member>,
        member: Code<Member>,
        validFrom: CivilDate?,
        validTo: CivilDate?
    ) {
        self.group = group
        self.member = member
        self.validFrom = validFrom
        self.validTo = validTo
    }

    /// Returns whether the member belonged to the group on a day.
    public func isValid(on date: CivilDate) -> Bool {
        (validFrom.map { $0 <= date } ?? true) && (validTo.map { date <= $0 } ?? true)
    }
}
