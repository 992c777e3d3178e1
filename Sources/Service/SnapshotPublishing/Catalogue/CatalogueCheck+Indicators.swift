internal import StatisticsModel

extension CatalogueCheck {
    /// Checks one indicator with its dimensions, cubes, measures and breaks.
    func check(_ draft: CatalogueDraft.IndicatorDraft) {
        let indicator = draft.value
        if indicator.id.text != indicator.id.text.lowercased() {
            problems.add(
                .invalidValue,
                at: draft.place,
                "the indicator \"\(indicator.id)\" has capital letters",
                remedy: "write \"\(indicator.id.text.lowercased())\""
            )
        }
        if !subjects.contains(indicator.subject) {
            let subject = indicator.subject.text
            problems.add(
                .unknownSubject,
                at: draft.place,
                "there is no subject \"\(subject)\"",
                remedy: Self.remedy(for: subject, among: subjects.map(\.text), "a subject")
            )
        }
        checkSources(indicator.sources, at: draft.place)
        checkParts(of: draft)
        checkUses(of: draft)
        checkCubes(of: draft)
        for (measure, place) in zip(indicator.measures, draft.measurePlaces) {
            check(measure, of: indicator, at: place)
        }
        for (entry, place) in zip(indicator.breaks, draft.breakPlaces) {
            checkSources(entry.source.map { [$0] } ?? [], at: place)
        }
    }

    private func checkParts(of draft: CatalogueDraft.IndicatorDraft) {
        let indicator = draft.value
        let parts = [
            ("cubes", indicator.cubes.count), ("measures", indicator.measures.count),
            ("periodTypes", indicator.periodTypes.count),
        ]
        for (name, count) in parts where count == 0 {
            problems.add(
                .missingKey,
                at: draft.place,
                "\(indicator.id) has no \(name)",
                remedy: "an indicator has at least one"
            )
        }
        checkUnique(
            indicator.periodTypes.map { Placed(value: $0.rawValue, place: draft.place) }
        )
        checkUnique(
            zip(indicator.cubes, draft.cubePlaces).map { Placed(value: $0.id.text, place: $1) }
        )
        checkUnique(
            zip(indicator.measures, draft.measurePlaces)
                .map { Placed(value: $0.id.text, place: $1) }
        )
    }

    private func checkUses(of draft: CatalogueDraft.IndicatorDraft) {
        let uses = draft.value.dimensions
        checkOrder(of: uses.map(\.id), at: draft.place)
        checkUnique(zip(uses, draft.dimensionPlaces).map { Placed(value: $0.id.text, place: $1) })
        let crossed = Set(draft.value.cubes.flatMap(\.dimensions))
        for (use, place) in zip(uses, draft.dimensionPlaces) {
            guard let index = dimensionPlaces[use.id] else {
                addUnknown(use.id, among: self.draft.dimensions.map(\.value.id), at: place)
                continue
            }
            check(use, of: self.draft.dimensions[index].value, at: place)
            guard !crossed.contains(use.id) else { continue }
            problems.add(
                .unusedDimension,
                at: place,
                "no cube of \(draft.value.id) has the dimension \(use.id)",
                remedy: "add it to a cube, or leave it out"
            )
        }
    }

    private func check(_ use: IndicatorDimension, of dimension: Dimension, at place: CataloguePlace)
    {
        let codes = Set(dimension.members.map(\.code))
        for member in use.members ?? [] where !codes.contains(member) {
            problems.add(
                .unknownMember,
                at: place,
                "\(dimension.id) has no member \"\(member)\"",
                remedy: Self.remedy(for: member.text, among: codes.map(\.text), "a member")
            )
        }
        for level in use.levels ?? [] where !dimension.levels.contains(where: { $0.id == level }) {
            addUnknown(level, among: dimension.levels.map(\.id), at: place)
        }
        let used = self.members(of: use, in: dimension)
        if used.isEmpty {
            problems.add(
                .emptyDimension,
                at: place,
                "no member of \(dimension.id) is left",
                remedy: "name members or levels that have cells of their own"
            )
        }
        if let total = dimension.total, codes.contains(total),
            !used.contains(where: { $0.code == total })
        {
            problems.add(
                .totalNotFirst,
                at: place,
                "the total \"\(total)\" of \(dimension.id) is left out",
                remedy: "an indicator has the total of each of its dimensions"
            )
        }
    }

    private func checkCubes(of draft: CatalogueDraft.IndicatorDraft) {
        let indicator = draft.value
        let area = indicator.dimensions.first { $0.id == .area }
        let known = dimensionPlaces[.area].map { self.draft.dimensions[$0].value }
        let levels = area?.levels ?? known?.levels.map(\.id) ?? []
        for (cube, place) in zip(indicator.cubes, draft.cubePlaces) {
            checkOrder(of: cube.dimensions, at: place)
            checkUnique(cube.dimensions.map { Placed(value: $0.text, place: place) })
            for id in cube.dimensions where !indicator.dimensions.contains(where: { $0.id == id }) {
                addUnknown(id, among: indicator.dimensions.map(\.id), at: place)
            }
            for level in cube.levels where !levels.contains(level) {
                addUnknown(level, among: levels, at: place)
            }
            for level in cube.oneWayLevels where !cube.levels.contains(level) {
                addUnknown(level, among: cube.levels, at: place)
            }
            checkCrossings(of: cube, at: place)
            guard let area, let known else { continue }
            let areas = members(of: area, in: known)
            guard !areas.contains(where: { $0.level.map(cube.levels.contains) ?? true }) else {
                continue
            }
            problems.add(
                .emptyDimension,
                at: place,
                "no area is on the levels of the cube \(cube.id)",
                remedy: "some of \(levels.map(\.text).joined(separator: ", "))"
            )
        }
    }

    /// Source: `ARCHITECTURE.md`, "Cubes": two further dimensions below the country.
    private func checkCrossings(of cube: Cube, at place: CataloguePlace) {
        let crossingLevels = cube.levels.filter { level in
            level.text != "country" && !cube.oneWayLevels.contains(level)
        }
        guard let level = crossingLevels.first, cube.dimensions.count > 3 else { return }
        problems.add(
            .tooManyCrossings,
            at: place,
            "the cube \(cube.id) crosses \(cube.dimensions.count - 1) dimensions at \(level)",
            remedy: "below the country area is crossed with at most two further dimensions"
        )
    }

    private func check(_ measure: Measure, of indicator: Indicator, at place: CataloguePlace) {
        let id = measure.id.text
        checkNotReserved(id, at: place)
        let suffix = ["Label", "Status"].first { id.hasSuffix($0) }
        if suffix != nil || indicator.dimensions.contains(where: { $0.id.text == id }) {
            problems.add(
                .reservedID,
                at: place,
                "\"\(id)\" is the name of another column of the answer",
                remedy: "choose an id that is no dimension's and doesn't end in Label or Status"
            )
        }
        guard !units.contains(measure.unit) else { return }
        problems.add(
            .unknownUnit,
            at: place,
            "there is no unit \"\(measure.unit)\"",
            remedy: Self.remedy(for: measure.unit.text, among: units.map(\.text), "a unit")
        )
    }
}

extension CatalogueCheck {
    /// The members that an indicator has of a dimension with cells of their own.
    private func members(of use: IndicatorDimension, in dimension: Dimension) -> [Member] {
        dimension.members.filter { member in
            let isListed = use.members?.contains(member.code) ?? true
            let isOnLevel = use.levels.map { member.level.map($0.contains) ?? false } ?? true
            return isListed && isOnLevel && member.sharesCellWith == nil
        }
    }

    private func checkOrder(of ids: [Code<Dimension>], at place: CataloguePlace) {
        if ids.first != .area {
            problems.add(
                .areaNotFirst,
                at: place,
                "the first dimension is \(ids.first?.text ?? "missing")",
                remedy: "area is the first of all dimensions"
            )
        }
        let places = ids.compactMap { dimensionPlaces[$0] }
        guard places != places.sorted() else { return }
        let order = places.sorted().map { draft.dimensions[$0].value.id.text }
        problems.add(
            .dimensionOrder,
            at: place,
            "the dimensions stand in another order than in dimensions.yaml",
            remedy: "write \(order.joined(separator: ", "))"
        )
    }

    private func addUnknown(
        _ id: Code<Dimension>,
        among known: [Code<Dimension>],
        at place: CataloguePlace
    ) {
        problems.add(
            .unknownDimension,
            at: place,
            "there is no dimension \"\(id)\" here",
            remedy: Self.remedy(for: id.text, among: known.map(\.text), "a dimension")
        )
    }

    private func addUnknown(_ id: Code<Level>, among known: [Code<Level>], at place: CataloguePlace)
    {
        problems.add(
            .unknownLevel,
            at: place,
            "there is no level \"\(id)\" here",
            remedy: "one of \(known.map(\.text).joined(separator: ", "))"
        )
    }
}
