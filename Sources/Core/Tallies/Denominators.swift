/// The workforce and the population of 16–66 years, by municipality and year.
///
/// Source: Statistics Denmark's counts at the end of November; seeds/catalogue/README.md, "Rules of
/// the statistics", rule 5: "Both come once a year and hold until the next."
public struct Denominators: Sendable, Equatable {
    /// Which of the two.
    public enum Basis: Int, Sendable, CaseIterable {
        /// The workforce.
        case workforce
        /// The population.
        case population
    }

    /// How many years before a period's the count lies that holds for it; by default 1, so that
    /// November of the year before holds all through a year.
    public let lagYears: Int

    /// By basis and year: the persons of each municipality.
    private var persons: [Basis: [Int: [Int: Int64]]] = [:]

    /// Makes an empty collection.
    public init(lagYears: Int = 1) {
        self.lagYears = lagYears
    }

    /// Sets the figure of a municipality and a year.
    public mutating func set(_ value: Int64, of basis: Basis, municipality: Int, year: Int) {
        persons[basis, default: [:]][year, default: [:]][municipality] = value
    }

    /// Returns the year whose count holds for a year's periods.
    ///
    /// - Returns: The newest known one at least `lagYears` earlier; else the oldest known; `nil`
    ///   when none is known.
    public func year(of basis: Basis, forPeriodsOf year: Int) -> Int? {
        guard let known = persons[basis]?.keys else { return nil }
        return known.filter { $0 <= year - lagYears }.max() ?? known.min()
    }

    /// Returns the persons of each municipality in a year.
    func persons(of basis: Basis, in year: Int) -> [Int: Int64] {
        persons[basis]?[year] ?? [:]
    }
}
