internal import StatisticsModel

extension CatalogueDraft {
    private static let indicatorKeys = [
        "id", "subject", "label", "definition", "population", "sourceTable", "sources",
        "publicationLagDays", "publicationLag", "provisionalPeriods", "periodTypes", "dimensions",
        "cubes", "measures", "breaks",
    ]
    private static let measureKeys = [
        "id", "label", "definition", "unit", "decimals", "additive", "polarity", "sourceMeasure",
        "measureGroup",
    ]

    /// Reads the indicators of all files, in the order of the files' names.
    mutating func readIndicators(from files: CatalogueFiles) {
        for name in files.names(in: "indicators", ending: ".yaml") {
            guard let list = YAMLValue(file: "indicators/\(name)", of: files) else { continue }
            indicators += list.list().compactMap(Self.indicator)
        }
    }

    private static func indicator(_ value: YAMLValue) -> IndicatorDraft? {
        guard let fields = value.mapping(of: indicatorKeys) else { return nil }
        let uses = (fields.required("dimensions")?.list() ?? []).compactMap(use)
        let cubes = (fields.required("cubes")?.list() ?? []).compactMap(cube)
        let measures = (fields.required("measures")?.list() ?? []).compactMap(measure)
        let breaks = (fields["breaks"]?.list() ?? []).compactMap(seriesBreak)
        let types = fields.required("periodTypes")?.list() ?? []
        guard let id = fields.required("id")?.code(as: Code<Indicator>.self),
            let subject = fields.required("subject")?.code(as: Code<Subject>.self),
            let label = fields.required("label")?.bilingual(),
            let definition = fields.required("definition")?.bilingual(),
            let lag = fields.required("publicationLagDays")?.integer(in: 0...1_000),
            let provisional = fields.required("provisionalPeriods")?.integer(in: 0...120)
        else { return nil }
        return IndicatorDraft(
            value: Indicator(
                id: id,
                subject: subject,
                label: label,
                definition: definition,
                population: fields["population"]?.bilingual(),
                sourceTable: fields["sourceTable"]?.text(),
                sources: fields.codes("sources", as: Code<Source>.self) ?? [],
                publicationLagDays: lag,
                publicationLag: fields["publicationLag"]?.bilingual(),
                provisionalPeriods: provisional,
                periodTypes: types.compactMap { $0.word(PeriodType.self) },
                dimensions: uses.map(\.value),
                cubes: cubes.map(\.value),
                measures: measures.map(\.value),
                breaks: breaks.map(\.value)
            ),
            place: fields.place,
            dimensionPlaces: uses.map(\.place),
            cubePlaces: cubes.map(\.place),
            measurePlaces: measures.map(\.place),
            breakPlaces: breaks.map(\.place)
        )
    }

    private static func use(_ value: YAMLValue) -> Placed<IndicatorDimension>? {
        guard let fields = value.mapping(of: ["id", "members", "levels"]),
            let id = fields.required("id")?.code(as: Code<Dimension>.self)
        else { return nil }
        let use = IndicatorDimension(
            id: id,
            members: fields.codes("members", as: Code<Member>.self),
            levels: fields.codes("levels", as: Code<Level>.self)
        )
        return Placed(value: use, place: fields.place)
    }

    private static func cube(_ value: YAMLValue) -> Placed<Cube>? {
        guard let fields = value.mapping(of: ["id", "dimensions", "levels", "oneWayLevels"]),
            let id = fields.required("id")?.code(as: Code<Cube>.self),
            fields.required("dimensions") != nil, fields.required("levels") != nil
        else { return nil }
        let cube = Cube(
            id: id,
            dimensions: fields.codes("dimensions", as: Code<Dimension>.self) ?? [],
            levels: fields.codes("levels", as: Code<Level>.self) ?? [],
            oneWayLevels: fields.codes("oneWayLevels", as: Code<Level>.self) ?? []
        )
        return Placed(value: cube, place: fields.place)
    }

    private static func measure(_ value: YAMLValue) -> Placed<Measure>? {
        guard let fields = value.mapping(of: measureKeys),
            let id = fields.required("id")?.code(as: Code<Measure>.self),
            let label = fields.required("label")?.bilingual(),
            let unit = fields.required("unit")?.code(as: Code<Unit>.self),
            let decimals = fields.required("decimals")?.integer(in: 0...6),
            let isAdditive = fields.required("additive")?.flag(),
            let polarity = fields.required("polarity")?.word(Measure.Polarity.self)
        else { return nil }
        let measure = Measure(
            id: id,
            label: label,
            definition: fields["definition"]?.bilingual(),
            unit: unit,
            decimals: decimals,
            isAdditive: isAdditive,
            polarity: polarity,
            sourceMeasure: fields["sourceMeasure"]?.text(),
            measureGroup: fields["measureGroup"]?.text()
        )
        return Placed(value: measure, place: fields.place)
    }

    private static func seriesBreak(_ value: YAMLValue) -> Placed<SeriesBreak>? {
        guard let fields = value.mapping(of: ["period", "kind", "label", "source"]),
            let period = fields.required("period")?.period(),
            let kind = fields.required("kind")?.word(SeriesBreak.Kind.self),
            let label = fields.required("label")?.bilingual()
        else { return nil }
        let seriesBreak = SeriesBreak(
            period: period,
            kind: kind,
            label: label,
            source: fields["source"]?.code(as: Code<Source>.self)
        )
        return Placed(value: seriesBreak, place: fields.place)
    }
}
