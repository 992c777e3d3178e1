import Databank
import Registers
import StatisticsFixtures
import Testing

@Suite struct FactsAssemblyLawTests {
    @Test(arguments: 1...60 as ClosedRange<UInt64>)
    func `the assembly says what a plain dictionary says`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let history = DeliveryHistory.random(using: &random)

        let assembly = FactsAssembly(
            of: history.segments.shuffledByDelivery(using: &random),
            deliveries: history.deliveries,
            bucket: 0..<8,
            reform: MunicipalityReform()
        )

        #expect(assembly.all == history.expected(aliases: AliasMap()), "seed \(seed)")
    }

    @Test(arguments: 101...140 as ClosedRange<UInt64>)
    func `buckets with strays say what one bucket of all says`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let history = DeliveryHistory.random(using: &random)
        let aliases = AliasMap(
            of: (1...4)
                .map { order in
                    .change(
                        Int32.random(in: 0..<8, using: &random),
                        to: Int32.random(in: 0..<8, using: &random),
                        on: "2020-0\(Int.random(in: 1...9, using: &random))-01",
                        order: order
                    )
                }
        )
        let strays = history.segments.map { $0.keeping(aliases.strays(bucketPersons: 4)) }

        var apart: [Int32: PersonFacts] = [:]
        for bucket in [0..<4, 4..<8] as [Range<Int32>] {
            let own = history.segments.map { segment in
                segment.keeping(
                    bucket.filter { !aliases.strays(bucketPersons: 4).contains($0) }
                )
            }
            let assembly = FactsAssembly(
                of: own + strays,
                deliveries: history.deliveries,
                bucket: bucket,
                aliases: aliases,
                reform: MunicipalityReform()
            )
            apart.merge(assembly.all) { one, _ in one }
        }

        #expect(
            apart.mapValues(\.sorted) == history.expected(aliases: aliases).mapValues(\.sorted),
            "seed \(seed)"
        )
    }

    @Test(arguments: 201...220 as ClosedRange<UInt64>)
    func `a list of persons gets the facts that all get`(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let history = DeliveryHistory.random(using: &random)
        let listed = (0..<8 as Range<Int32>).filter { _ in Bool.random(using: &random) }

        let assembly = FactsAssembly(
            of: history.segments,
            deliveries: history.deliveries,
            bucket: 0..<8,
            only: listed,
            reform: MunicipalityReform()
        )

        let expected = history.expected(aliases: AliasMap())
        #expect(assembly.all.keys.sorted() == listed, "seed \(seed)")
        for (person, facts) in assembly.all {
            #expect(facts == expected[person] ?? PersonFacts(), "seed \(seed), person \(person)")
        }
    }
}

/// A random sequence of deliveries: set, replaced, cancelled, full, late and repeated records.
struct DeliveryHistory {
    var deliveries: [FactDelivery] = []
    var segments: [FactSegment] = []

    static func random(using random: inout SeededRandom) -> DeliveryHistory {
        var history = DeliveryHistory()
        for order in 1...Int.random(in: 1...12, using: &random) {
            let delivery = FactDelivery.sample(
                order,
                of: .income,
                sender: Bool.random(using: &random) ? "a" : "b",
                month: Int.random(in: 1...3, using: &random),
                isFull: Int.random(in: 0..<4, using: &random) == 0
            )
            history.deliveries.append(delivery)
            // Intake refuses an id that comes twice in a delivery, but for one number's own rows.
            var owners: [UInt64: Int32] = [:]
            for _ in 0..<Int.random(in: 0...3, using: &random) {
                // Few persons have many records, so that both ways to find versions are walked.
                let rows = (0..<Int.random(in: 0...24, using: &random))
                    .map { _ in
                        var row = Row.wage(
                            UInt64.random(in: 1...20, using: &random),
                            of: [0, 0, 0, 1, 2, 3, 5, 7].randomElement(using: &random) ?? 0,
                            kroner: Int32.random(in: 1...9_999, using: &random),
                            month: Int32.random(in: 1...12, using: &random)
                        )
                        row.isCancelled = Int.random(in: 0..<5, using: &random) == 0
                        return row
                    }
                let owned = rows.filter { row in
                    defer { owners[row.record] = owners[row.record] ?? row.person }
                    return owners[row.record] ?? row.person == row.person
                }
                let sorted = owned.enumerated()
                    .sorted { ($0.element.person, $0.offset) < ($1.element.person, $1.offset) }
                    .map(\.element)
                history.segments.append(.wages(delivery, sorted))
            }
        }
        return history
    }

    /// The facts by a dictionary that is changed row by row.
    func expected(aliases: AliasMap) -> [Int32: PersonFacts] {
        struct Key: Hashable {
            let sender: String
            let person: Int32
            let record: UInt64
        }
        var current: [Key: (wage: Wage, delivery: FactDelivery, time: Int)] = [:]
        var time = 0
        for delivery in deliveries {
            if delivery.isFull {
                current = current.filter {
                    $0.value.delivery.sender != delivery.sender
                        || $0.value.delivery.period != delivery.period
                }
            }
            for batch in segments.filter({ $0.delivery == delivery }).map(\.batch) {
                for row in 0..<batch.count {
                    time += 1
                    let key = Key(
                        sender: delivery.sender,
                        person: aliases.current(of: batch.persons[row]),
                        record: batch.records[row]
                    )
                    let values = batch.columns.map { $0[row] }
                    let wage = Wage(
                        month: values[0],
                        company: values[1],
                        unit: values[2],
                        hours: values[3],
                        kroner: values[4]
                    )
                    current[key] = batch.cancelled[row] ? nil : (wage, delivery, time)
                }
            }
        }
        var facts: [Int32: PersonFacts] = [:]
        for (key, value) in current.sorted(by: {
            ($0.value.wage.month, $0.value.time) < ($1.value.wage.month, $1.value.time)
        }) {
            facts[key.person, default: PersonFacts()].wages.append(value.wage)
        }
        return facts
    }
}

extension [FactSegment] {
    /// The segments with the deliveries in any order, and each one's parts in theirs.
    func shuffledByDelivery(using random: inout SeededRandom) -> [FactSegment] {
        let orders = Set(map(\.delivery.order)).sorted().shuffled(using: &random)
        return orders.flatMap { order in filter { $0.delivery.order == order } }
    }
}

extension PersonFacts {
    /// The wages in an order that doesn't depend on how they came.
    var sorted: [[Int32]] { wages.map { [$0.month, $0.kroner] }.sorted { $0[1] < $1[1] } }
}
