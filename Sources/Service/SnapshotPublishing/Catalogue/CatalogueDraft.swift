internal import StatisticsModel

/// A catalogue as it was read, with the place of everything, before it is known to be consistent.
struct CatalogueDraft {
    /// A dimension and where its parts stand.
    struct DimensionDraft {
        let value: Dimension
        let place: CataloguePlace
        let levelPlaces: [CataloguePlace]
        let memberPlaces: [CataloguePlace]
        let membershipPlaces: [CataloguePlace]
    }

    /// An indicator and where its parts stand.
    struct IndicatorDraft {
        let value: Indicator
        let place: CataloguePlace
        let dimensionPlaces: [CataloguePlace]
        let cubePlaces: [CataloguePlace]
        let measurePlaces: [CataloguePlace]
        let breakPlaces: [CataloguePlace]
    }

    var sources: [Placed<Source>] = []
    var subjects: [Placed<Subject>] = []
    var units: [Placed<Unit>] = []
    var dimensions: [DimensionDraft] = []
    var indicators: [IndicatorDraft] = []

    /// The catalogue that it is, if it is consistent.
    var catalogue: Catalogue {
        Catalogue(
            subjects: subjects.map(\.value),
            units: units.map(\.value),
            sources: sources.map(\.value),
            dimensions: dimensions.map(\.value),
            indicators: indicators.map(\.value)
        )
    }
}
