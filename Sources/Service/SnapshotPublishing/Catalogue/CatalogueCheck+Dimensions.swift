internal import StatisticsModel

extension CatalogueCheck {
    /// Checks one dimension with its levels, members and memberships.
    func check(_ draft: CatalogueDraft.DimensionDraft) {
        let dimension = draft.value
        checkNotReserved(dimension.id.text, at: draft.place)
        checkSources(dimension.sources, at: draft.place)
        checkUnique(
            zip(dimension.levels, draft.levelPlaces)
                .map { Placed(value: $0.id.text, place: $1) }
        )
        for (level, place) in zip(dimension.levels, draft.levelPlaces) {
            checkNotReserved(level.id.text, at: place)
        }
        let members = zip(dimension.members, draft.memberPlaces).map(Placed.init)
        checkUnique(members.map { Placed(value: $0.value.code.text, place: $0.place) })
        checkParents(members.map { ($0.value.code, $0.value.parent, $0.place) })
        checkTotal(of: draft)
        for member in members { check(member, of: dimension) }
        checkAliases(of: members)
        checkMemberships(of: draft)
        if members.isEmpty {
            problems.add(
                .emptyDimension,
                at: draft.place,
                "the dimension \(dimension.id) has no members",
                remedy: "write them in dimensions/\(dimension.id).csv"
            )
        }
    }

    private func checkTotal(of draft: CatalogueDraft.DimensionDraft) {
        guard let total = draft.value.total, let first = draft.value.members.first else { return }
        guard draft.value.members.contains(where: { $0.code == total }) else {
            problems.add(
                .unknownMember,
                at: draft.place,
                "the total \"\(total)\" of \(draft.value.id) is not among its members",
                remedy: "the total is the first member"
            )
            return
        }
        guard first.code != total else { return }
        problems.add(
            .totalNotFirst,
            at: draft.memberPlaces.first ?? draft.place,
            "\"\(first.code)\" stands above the total \"\(total)\"",
            remedy: "the total is the first member"
        )
    }

    private func check(_ placed: Placed<Member>, of dimension: Dimension) {
        let member = placed.value
        checkSources(member.sources, at: placed.place)
        checkValidity(member.validFrom, member.validTo, at: placed.place)
        checkLevel(of: placed, in: dimension)
        checkSharedCell(of: placed, in: dimension)
        // The municipalities before 2007 were succeeded by the areas of today.
        let home = dimension.id.text == "municipality2006" ? .area : dimension.id
        let successors = dimensionPlaces[home].map { memberSets[$0] } ?? []
        for successor in member.successors where !successors.contains(successor) {
            problems.add(
                .unknownSuccessor,
                at: placed.place,
                "\"\(member.code)\" has the successor \"\(successor)\", which \(home) has not",
                remedy: "name a member of \(home)"
            )
        }
    }

    private func checkLevel(of placed: Placed<Member>, in dimension: Dimension) {
        let levels = dimension.levels.map(\.id.text).joined(separator: ", ")
        switch placed.value.level {
        case .some(let level) where !dimension.levels.contains(where: { $0.id == level }):
            problems.add(
                .unknownLevel,
                at: placed.place,
                "\"\(placed.value.code)\" is on the level \"\(level)\"",
                remedy: levels.isEmpty ? "the dimension has no levels" : "one of \(levels)"
            )
        case nil where !dimension.levels.isEmpty:
            problems.add(
                .missingKey,
                at: placed.place,
                "\"\(placed.value.code)\" has no level",
                remedy: "one of \(levels)"
            )
        default: return
        }
    }

    private func checkSharedCell(of placed: Placed<Member>, in dimension: Dimension) {
        guard let target = placed.value.sharesCellWith else { return }
        guard let owner = dimension.members.first(where: { $0.code == target }) else {
            problems.add(
                .unknownMember,
                at: placed.place,
                "\"\(placed.value.code)\" shares the cell of \"\(target)\", which there is not",
                remedy: "name a member of \(dimension.id)"
            )
            return
        }
        guard let next = owner.sharesCellWith else { return }
        problems.add(
            .sharedCellChain,
            at: placed.place,
            "\"\(placed.value.code)\" shares the cell of \"\(target)\", which shares another's",
            remedy: "name \"\(next)\" if it has a cell of its own"
        )
    }

    private func checkValidity(
        _ first: CivilDate?,
        _ last: CivilDate?,
        at place: CataloguePlace
    ) {
        guard let first, let last, first > last else { return }
        problems.add(
            .invalidValidity,
            at: place,
            "validity begins on \(first) and ends on \(last)",
            remedy: "the first day is not after the last"
        )
    }

    private func checkAliases(of members: [Placed<Member>]) {
        var owners: [String: Code<Member>] = [:]
        for member in members { owners[member.value.code.text.lowercased()] = member.value.code }
        var labels: [String: Set<Code<Member>>] = [:]
        for member in members {
            let label = member.value.label
            for text in [label.danish, label.english ?? label.danish] {
                labels[text.lowercased(), default: []].insert(member.value.code)
            }
        }
        for member in members {
            for alias in member.value.aliases {
                let folded = alias.lowercased()
                let code = member.value.code
                let known = owners.updateValue(code, forKey: folded)
                let labelled = (labels[folded] ?? []).subtracting([code]).min()
                guard let other = (known == code ? nil : known) ?? labelled else { continue }
                owners[folded] = known ?? code
                problems.add(
                    .ambiguousAlias,
                    at: member.place,
                    "the alias \"\(alias)\" of \"\(code)\" also means \"\(other)\"",
                    remedy: "an alias means one member of its dimension, in whatever case"
                )
            }
        }
    }

    private func checkMemberships(of draft: CatalogueDraft.DimensionDraft) {
        let levels = Dictionary(
            draft.value.members.map { ($0.code, $0.level) },
            uniquingKeysWith: { first, _ in first }
        )
        var seen: [Code<Member>: [Placed<Membership>]] = [:]
        for (membership, place) in zip(draft.value.memberships, draft.membershipPlaces) {
            checkValidity(membership.validFrom, membership.validTo, at: place)
            for code in [membership.group, membership.member] where levels[code] == nil {
                problems.add(
                    .unknownMember,
                    at: place,
                    "\(draft.value.id) has no member \"\(code)\"",
                    remedy: Self.remedy(for: code.text, among: levels.keys.map(\.text), "a member")
                )
            }
            let rivals = seen[membership.member] ?? []
            if let rival = rivals.first(where: {
                levels[$0.value.group] == levels[membership.group] && $0.value.overlaps(membership)
            }) {
                problems.add(
                    .overlappingValidity,
                    at: place,
                    "\"\(membership.member)\" belongs to \"\(membership.group)\" and by line "
                        + "\(rival.place.line) to \"\(rival.value.group)\" at the same time",
                    remedy: "end one membership before the other begins"
                )
            }
            seen[membership.member, default: []].append(Placed(value: membership, place: place))
        }
    }
}

extension Membership {
    fileprivate func overlaps(_ other: Membership) -> Bool {
        let beginsInTime =
            validFrom.map { from in other.validTo.map { from <= $0 } ?? true } ?? true
        let endsLate = validTo.map { to in other.validFrom.map { $0 <= to } ?? true } ?? true
        return beginsInTime && endsLate
    }
}
