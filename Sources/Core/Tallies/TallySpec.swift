public import StatisticsModel

/// What one rule counts for one indicator, and how its measures come from that.
public struct TallySpec: Sendable {
    /// The indicator.
    public let indicator: Code<Indicator>
    /// What is counted, in the order by which rules name it.
    public let parts: [Part]
    /// How each measure is formed.
    ///
    /// A measure of the catalogue that is missing here has no figures.
    public let measures: [(measure: Code<Measure>, formula: Formula)]
    /// How many months after a period its figures can first be computed: 0 when the month itself
    /// is enough, 1 when the month after must be known.
    public let lag: Int

    /// The part that tells how many persons or spells a row rests on.
    ///
    /// The first part of persons; where there is none, the first sum, which then must count spells
    /// or the like one by one; else the first part.
    ///
    /// Source: disclosure control counts contributors; seeds/catalogue/README.md, "Withheld".
    public let countedPart: Int
    /// The parts that count persons or spells one by one, the counted part first.
    ///
    /// Each is protected: a row in which one of them is small is withheld.
    public let guardedParts: [Int]

    /// Makes a spec.
    ///
    /// - Parameters:
    ///   - indicator: The indicator.
    ///   - parts: What is counted.
    ///   - measures: How each measure is formed.
    ///   - lag: How many months after a period its figures can first be computed.
    ///   - guarded: The parts that count persons or spells one by one; `nil` stands for the counted
    ///     part and all parts of persons.
    public init(
        indicator: Code<Indicator>,
        parts: [Part],
        measures: [(measure: Code<Measure>, formula: Formula)],
        lag: Int,
        guarding guarded: [Int]? = nil
    ) {
        let counted = parts.firstIndex(of: .persons) ?? parts.firstIndex(of: .sum) ?? 0
        let others = guarded ?? parts.indices.filter { parts[$0] == .persons }
        countedPart = counted
        guardedParts = [counted] + others.filter { $0 != counted }
        self.indicator = indicator
        self.parts = parts
        self.measures = measures
        self.lag = lag
    }

    /// How contributions to a part add up over persons and months.
    public enum Part: Sendable, Equatable {
        /// Different persons; one that contributes twice to a cell in a period counts once.
        case persons
        /// Contributions of all months of the period.
        case sum
        /// The first month's contributions: a stock at the beginning.
        case first
        /// The last month's contributions: a stock at the end.
        case last
    }

    /// How a measure is formed from parts, exactly; what divides by zero gives no figure.
    public indirect enum Formula: Sendable {
        /// A part as it is.
        case part(Int)
        /// A part of days: the mean over the period's months of days / days of the month.
        case fulltimeDays(Int)
        /// A part of hundredths of hours: the mean over the months of hours / 160.33.
        case fulltimeHours(Int)
        /// A formula divided by another, times a factor.
        case ratio(Formula, Formula, times: Int)
        /// A formula divided by a whole number that is not zero.
        case quotient(Formula, by: Int)
        /// A formula in per cent of the workforce, 16–66 years, of the area. Only where no other
        /// dimension is crossed is there such a denominator.
        case perWorkforce(Formula)
        /// A formula in per cent of the population, 16–66 years, of the area.
        case perPopulation(Formula)
        /// The sum of two formulas.
        case sum(Formula, Formula)
    }
}
