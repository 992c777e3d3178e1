internal import CubeCoding
public import Databank
public import DatabankStore
internal import DisclosureControl
internal import IndicatorRules
internal import Registers
internal import SnapshotPublishing
public import StatisticsModel
internal import Tallies

/// Computes all indicators from the databank, protects them, and says what changed.
///
/// The first production counts everybody from the first month. Each later one counts everybody in
/// the new month, and recounts the persons that new deliveries are about: what was counted of them
/// is taken away, and what is known now is added. The figures are those of a full recount.
public struct StatisticsProducer: Sendable {
    /// How production works.
    public struct Settings: Sendable {
        /// The first month that is counted.
        public var firstMonth: Period
        /// How many workers count at a time; each has counts of its own.
        public var workers: Int
        /// How days are put in order.
        public var calendar: CalendarRules
        /// How municipalities of before 2007 are mapped.
        public var reform: MunicipalityReform

        /// Makes settings.
        public init(
            firstMonth: Period,
            workers: Int,
            calendar: CalendarRules = .standard,
            reform: MunicipalityReform
        ) {
            self.firstMonth = firstMonth
            self.workers = workers
            self.calendar = calendar
            self.reform = reform
        }
    }

    private let catalogue: Catalogue
    private let settings: Settings
    private var counted: CountingRun.Counted?
    private var units: RecordBatch?
    private var published: [Code<Indicator>: PublishedPeriods] = [:]
    private var structure = FigureStructure()

    /// Makes a producer that has produced nothing yet.
    ///
    /// - Parameters:
    ///   - catalogue: The catalogue whose indicators are computed.
    ///   - settings: How.
    public init(catalogue: Catalogue, settings: Settings) {
        self.catalogue = catalogue
        self.settings = settings
    }

    /// Forgets the counts, so that the next production counts everybody anew; what was published
    /// stays known.
    public mutating func forgetCounts() { counted = nil }

    /// Computes the figures of a month.
    ///
    /// - Parameters:
    ///   - databank: The databank.
    ///   - order: The newest delivery that counts.
    ///   - dataMonth: The newest month; not earlier than that of the production before.
    ///   - progress: Is told how far it has come; from several threads.
    /// - Returns: The figures that may have changed since the production before.
    /// - Throws: `ProductionError`; the producer is as it was before then.
    public mutating func produce(
        from databank: DatabankFile,
        upTo order: Int,
        dataMonth: Period,
        progress: @escaping @Sendable (ProductionProgress) -> Void = { _ in }
    ) async throws(ProductionError) -> Production {
        guard order > 0 else { throw .noDeliveries }
        let reading = try DatabankReading(
            databank: databank,
            order: order,
            reform: settings.reform
        )
        let units = try reading.sharedRecords(of: .productionUnits)
        let book = RuleBook(
            context: RuleContext(units: UnitDirectory(units, reform: settings.reform))
        )
        let plan = CountingPlan(
            rules: book.rules,
            catalogue: catalogue,
            dataMonth: dataMonth,
            firstMonth: Int32(settings.firstMonth.ordinal)
        )
        let run = CountingRun(
            plan: plan,
            rules: settings.calendar,
            reading: reading,
            earlier: self.units.map { units.extends($0) } ?? true ? counted : nil
        )
        let counted = try await run.run(workers: settings.workers) { done, all in
            progress(.counting(bucket: done, of: all))
        }
        progress(.finishing)
        structure.prepare(plan, on: dataMonth.lastDay)
        let finishing = FigureFinishing(
            counted: counted,
            plan: plan,
            structure: structure,
            denominators: Denominators(try reading.sharedRecords(of: .workforce))
        )
        let outcome = await finishing.run(after: published, workers: settings.workers)
        self.counted = counted
        self.units = units
        published = outcome.published
        return Production(
            measures: outcome.measures,
            reports: outcome.reports,
            order: order,
            dataMonth: dataMonth
        )
    }
}

extension RecordBatch {
    /// Whether all records of an earlier batch are still here, unchanged: new ones and ends that
    /// were open before change no figure that was counted.
    fileprivate func extends(_ earlier: RecordBatch) -> Bool {
        var places: [UInt64: Int] = [:]
        for (place, record) in records.enumerated() { places[record] = place }
        return earlier.records.indices.allSatisfy { row in
            guard let place = places[earlier.records[row]] else { return false }
            return columns.indices.allSatisfy { columns[$0][place] == earlier.columns[$0][row] }
        }
    }
}

extension Denominators {
    /// Takes the yearly counts of the reference register.
    fileprivate init(_ records: RecordBatch) {
        self.init()
        for row in 0..<records.count {
            let municipality = Int(records.columns[0][row])
            let year = Int(records.columns[1][row])
            set(
                Int64(records.columns[2][row]),
                of: .population,
                municipality: municipality,
                year: year
            )
            set(
                Int64(records.columns[3][row]),
                of: .workforce,
                municipality: municipality,
                year: year
            )
        }
    }
}
