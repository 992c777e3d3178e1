public import StatisticsModel

/// A folder that a catalogue is written in: YAML and CSV files, as `seeds/catalogue` has them.
///
/// `sources.csv`, `subjects.csv`, `units.csv`, `dimensions.yaml`, for each dimension
/// `dimensions/<id>.csv` and where members belong to more groups than their parent
/// `dimensions/<id>-membership.csv`, and `indicators/*.yaml` in the order of their names.
public enum CatalogueFolder {
    /// Reads a catalogue and checks that it doesn't contradict itself.
    ///
    /// - Parameters:
    ///   - path: The folder.
    ///   - cellLimit: The most cells that the cubes of a snapshot may have.
    /// - Returns: A consistent catalogue.
    /// - Throws: `CatalogueError` with everything that is wrong, by file and line.
    public static func read(
        path: String,
        cellLimit: Int = CellBudget.limit
    ) throws(CatalogueError) -> Catalogue {
        let problems = CatalogueProblems()
        let files = CatalogueFiles(path: path, problems: problems)
        var draft = CatalogueDraft()
        draft.readLists(from: files)
        draft.readDimensions(from: files)
        draft.readIndicators(from: files)
        CatalogueCheck(draft: draft, problems: problems).run()
        try problems.throwAny()
        let catalogue = draft.catalogue
        CellBudget(of: catalogue).check(draft, limit: cellLimit, problems)
        try problems.throwAny()
        return catalogue
    }
}
