internal import Databank
internal import DatabankStore
internal import StatisticsModel
internal import Synchronization
internal import Tallies

/// Counts all persons of the databank, on all cores.
struct CountingRun: Sendable {
    let plan: CountingPlan
    let rules: CalendarRules
    let reading: DatabankReading
    /// What was counted before; `nil` counts everything.
    let earlier: Counted?

    /// What was counted, and as of what.
    struct Counted: Sendable {
        let reading: DatabankReading
        let dataMonth: Period
        var tallies: [IndicatorTally]
        var horizon: Int32 { Int32(dataMonth.lastDay.daysSinceEpoch) }
    }

    /// Counts, and merges what the workers found into the counts so far.
    ///
    /// - Parameters:
    ///   - workers: How many workers count at a time; each has counts of its own.
    ///   - progress: Is told how many buckets are done, out of how many.
    /// - Returns: The counts of all persons.
    /// - Throws: `ProductionError`.
    func run(
        workers: Int,
        progress: @escaping @Sendable (Int, Int) -> Void
    ) async throws(ProductionError) -> Counted {
        let buckets = try reading.bucketCount()
        let queue = BucketQueue(count: buckets)
        let results = await withTaskGroup(of: Result<[IndicatorTally], ProductionError>.self) {
            group in
            for _ in 0..<max(1, min(workers, buckets)) {
                group.addTask {
                    var counter = PersonCounter(plan, rules: rules)
                    while true {
                        guard let bucket = queue.next() else { return .success(counter.tallies) }
                        do throws(ProductionError) {
                            try count(bucket, with: &counter)
                        } catch {
                            return .failure(error)
                        }
                        progress(queue.finish(), buckets)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        var tallies = try grown()
        for result in results {
            let found = try result.get()
            for place in tallies.indices { tallies[place].merge(found[place]) }
        }
        return Counted(reading: reading, dataMonth: plan.dataMonth, tallies: tallies)
    }

    private func count(_ bucket: Int, with counter: inout PersonCounter) throws(ProductionError) {
        guard let earlier else {
            try reading.facts(ofBucket: bucket)
                .forEachPerson { _, facts in
                    counter.add(&facts, in: .all)
                }
            return
        }
        let touched = try reading.personsTouched(ofBucket: bucket, after: earlier.reading)
        if !touched.isEmpty {
            try earlier.reading.facts(ofBucket: bucket, only: touched)
                .forEachPerson { _, facts in
                    counter.remove(
                        &facts,
                        countedUntil: Int32(earlier.dataMonth.ordinal),
                        horizon: earlier.horizon
                    )
                }
        }
        var position = 0
        let newest = PersonCounter.Span.after(Int32(earlier.dataMonth.ordinal))
        try reading.facts(ofBucket: bucket)
            .forEachPerson { person, facts in
                while position < touched.count, touched[position] < person { position += 1 }
                let isTouched = position < touched.count && touched[position] == person
                counter.add(&facts, in: isTouched ? .all : newest)
            }
    }

    /// The counts so far, with room for the months that have been added.
    private func grown() throws(ProductionError) -> [IndicatorTally] {
        guard let earlier else { return plan.entries.map { IndicatorTally($0.plan) } }
        var tallies: [IndicatorTally] = []
        for (entry, tally) in zip(plan.entries, earlier.tallies) {
            do {
                tallies.append(try IndicatorTally(decoding: tally.encoded(), for: entry.plan))
            } catch {
                throw .foreignCounts("\(entry.plan.indicator.id): \(error)")
            }
        }
        return tallies
    }
}

/// Hands out buckets to workers, each once.
private final class BucketQueue: Sendable {
    private let count: Int
    private let handedOut = Atomic(0)
    private let finished = Atomic(0)

    init(count: Int) { self.count = count }

    /// Returns the next bucket; `nil` when all are handed out.
    func next() -> Int? {
        let bucket = handedOut.add(1, ordering: .relaxed).oldValue
        return bucket < count ? bucket : nil
    }

    /// Notes that a bucket is done, and returns how many are.
    func finish() -> Int { finished.add(1, ordering: .relaxed).newValue }
}
