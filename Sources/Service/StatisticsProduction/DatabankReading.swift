internal import Databank
internal import DatabankStore
internal import IndicatorRules
internal import Registers
internal import StatisticsModel
internal import Tallies

/// Reads the databank as of one delivery: facts of persons by bucket, and what all persons share.
struct DatabankReading: Sendable {
    let databank: DatabankFile
    /// The newest delivery that counts.
    let order: Int
    let aliases: AliasMap
    private let reform: MunicipalityReform
    private let fullDeliveries: [FactDelivery]
    /// Records of old numbers whose persons are gathered in other buckets.
    private let strays: [FactSegment]

    /// The kinds of record that are about persons.
    private static let personKinds = RecordKind.allCases.filter {
        $0 != .productionUnits && $0 != .workforce && $0 != .numberChanges
    }

    init(databank: DatabankFile, order: Int, reform: MunicipalityReform) throws(ProductionError) {
        self.databank = databank
        self.order = order
        self.reform = reform
        let deliveries = try ProductionError.wrapping { () throws(DatabankError) in
            try databank.deliveries()
        }
        fullDeliveries = deliveries.compactMap { delivery in
            guard let place = delivery.order, place <= order, delivery.isFull else { return nil }
            return FactDelivery(delivery, order: place)
        }
        let buckets = try Self.bucketCount(of: databank)
        var changes: [FactSegment] = []
        for bucket in 0..<buckets {
            changes += try Self.segments(of: .numberChanges, bucket, databank, order)
        }
        aliases = AliasMap(of: changes, deliveries: fullDeliveries)
        let old = aliases.strays(bucketPersons: Int32(DatabankFile.bucketPersons))
        var strays: [FactSegment] = []
        for (bucket, persons) in Dictionary(grouping: old, by: Self.bucket(of:)) {
            for kind in Self.personKinds {
                strays += try Self.segments(of: kind, bucket, databank, order)
                    .map { $0.keeping(persons) }
                    .filter { $0.batch.count > 0 }
            }
        }
        self.strays = strays
    }

    /// How many buckets of persons there are.
    func bucketCount() throws(ProductionError) -> Int { try Self.bucketCount(of: databank) }

    /// Assembles the facts of a bucket's persons, or of some of them.
    func facts(
        ofBucket bucket: Int,
        only listed: [Int32]? = nil
    ) throws(ProductionError) -> FactsAssembly {
        var segments: [FactSegment] = []
        for kind in Self.personKinds {
            segments += try Self.segments(of: kind, bucket, databank, order)
        }
        let first = Int32(bucket * DatabankFile.bucketPersons)
        return FactsAssembly(
            of: segments + strays,
            deliveries: fullDeliveries,
            bucket: first..<first + Int32(DatabankFile.bucketPersons),
            only: listed,
            aliases: aliases,
            reform: reform
        )
    }

    /// Returns the persons of a bucket that deliveries after an earlier reading are about, in
    /// ascending order; a person whose number changed appears under the number of today.
    func personsTouched(
        ofBucket bucket: Int,
        after earlier: DatabankReading
    ) throws(ProductionError) -> [Int32] {
        guard earlier.order < order else { return [] }
        var touched = try ProductionError.wrapping { () throws(DatabankError) in
            try databank.personsTouched(bucket: bucket, by: earlier.order + 1...order)
        }
        let strays = Set(aliases.oldNumbers).union(earlier.aliases.oldNumbers)
        guard !strays.isEmpty else { return touched }
        // A number that changed, or was changed back, moves all of a person's records.
        for old in strays {
            let numbers = [old, aliases.current(of: old), earlier.aliases.current(of: old)]
            touched += numbers.filter { Self.bucket(of: $0) == bucket }
        }
        return Set(touched).sorted()
    }

    /// Reads the records that belong to no person.
    func sharedRecords(of kind: RecordKind) throws(ProductionError) -> RecordBatch {
        RecordBatch.current(
            of: kind,
            in: try Self.segments(of: kind, 0, databank, order),
            deliveries: fullDeliveries
        )
    }

    private static func bucket(of person: Int32) -> Int {
        Int(person) / DatabankFile.bucketPersons
    }

    private static func bucketCount(of databank: DatabankFile) throws(ProductionError) -> Int {
        let persons = try ProductionError.wrapping { () throws(DatabankError) in
            try databank.personCount()
        }
        return (persons + DatabankFile.bucketPersons - 1) / DatabankFile.bucketPersons
    }

    private static func segments(
        of kind: RecordKind,
        _ bucket: Int,
        _ databank: DatabankFile,
        _ order: Int
    ) throws(ProductionError) -> [FactSegment] {
        try ProductionError.wrapping { () throws(DatabankError) in
            try databank.segments(of: kind, bucket: bucket, upTo: order)
        }
        .map { segment in
            FactSegment(
                delivery: FactDelivery(
                    order: segment.order,
                    source: segment.source,
                    sender: segment.sender,
                    period: segment.period,
                    isFull: segment.isFull
                ),
                batch: segment.batch
            )
        }
    }
}

extension FactDelivery {
    fileprivate init(_ delivery: RegisterDelivery, order: Int) {
        self.init(
            order: order,
            source: delivery.source,
            sender: delivery.sender,
            period: delivery.period,
            isFull: delivery.isFull
        )
    }
}
