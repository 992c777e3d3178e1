public import QueryPlanning
public import SnapshotStore
public import StatisticsModel

/// Answers readers' questions from a store of snapshots.
///
/// Every question is answered from one edition, chosen once, so no answer mixes snapshots. What is
/// embargoed is invisible here and so everywhere above.
public struct StatisticsService: Sendable {
    /// How much memory and checking a service uses.
    public struct Settings: Sendable {
        /// The most bytes of decoded chunks that are kept.
        public var cacheBytes: Int
        /// Every how manieth chunk that is read gets its content hash checked; 1 is every one.
        public var verifyEvery: Int

        /// Makes settings: 64 MiB, every 16th chunk.
        public init(cacheBytes: Int = 64 << 20, verifyEvery: Int = 16) {
            self.cacheBytes = cacheBytes
            self.verifyEvery = verifyEvery
        }
    }

    private let directory: EditionDirectory
    private let now: @Sendable () -> Instant

    /// Makes a service.
    ///
    /// - Parameters:
    ///   - reader: The store.
    ///   - settings: How much memory and checking it uses.
    ///   - now: The wall clock, which decides what is released.
    public init(
        reader: any SnapshotReader,
        settings: Settings = Settings(),
        now: @escaping @Sendable () -> Instant
    ) {
        directory = EditionDirectory(
            loader: ChunkLoader(reader: reader, settings: settings),
            reader: reader
        )
        self.now = now
    }

    /// The wall clock's time.
    public func currentInstant() -> Instant { now() }

    /// Returns the public snapshots, oldest first.
    ///
    /// - Throws: `ServiceError.unavailable` when the store can't be read.
    public func snapshots() async throws(ServiceError) -> [Snapshot] {
        let instant = now()
        return try await directory.snapshots().filter { $0.isPublic(at: instant) }
    }

    /// Returns the edition that a selector chooses.
    ///
    /// - Parameter selector: Which snapshot is asked for.
    /// - Returns: The snapshot with its catalogue, ready to be asked.
    /// - Throws: `ServiceError` when there is none, or it can't be read.
    public func edition(_ selector: SnapshotSelector) async throws(ServiceError) -> Edition {
        let snapshot = try Self.choose(selector, among: try await directory.snapshots(), at: now())
        return try await directory.edition(of: snapshot)
    }

    /// Plans a question on an edition.
    ///
    /// - Parameters:
    ///   - query: The question as it was asked.
    ///   - edition: The edition to ask.
    /// - Returns: The slice that answers it; nothing has been read yet but its index.
    /// - Throws: `ServiceError.unanswerable` with everything that is wrong with the question.
    public func slice(
        _ query: ObservationQuery,
        of edition: Edition
    ) async throws(ServiceError) -> Slice {
        let plan: QueryPlan
        do {
            plan = try edition.planner.plan(query)
        } catch {
            throw .unanswerable(error)
        }
        return try await Slice(plan: plan, edition: edition)
    }

    /// Reads the newest snapshot's record straight from the store, for a readiness check.
    ///
    /// - Returns: The newest public snapshot; `nil` when nothing has been published.
    /// - Throws: `ServiceError.unavailable` when the store can't be read.
    public func probe() async throws(ServiceError) -> Snapshot? {
        let instant = now()
        return try await directory.refreshed().last { $0.isCurrent(at: instant) }
    }

    static func choose(
        _ selector: SnapshotSelector,
        among all: [Snapshot],
        at now: Instant
    ) throws(ServiceError) -> Snapshot {
        let visible = all.filter { $0.isPublic(at: now) }
        guard let first = visible.first else { throw .nothingPublished }
        switch selector {
        case .latest:
            guard let newest = visible.last(where: { $0.isCurrent(at: now) }) else {
                throw .nothingPublished
            }
            return newest
        case .id(let id):
            guard let found = visible.first(where: { $0.id == id }) else {
                throw .unknownSnapshot(id.description)
            }
            return found
        case .sequence(let sequence):
            guard let found = visible.first(where: { $0.sequence == sequence }) else {
                throw .unknownSnapshot(String(sequence))
            }
            return found
        case .asOfDay(let day):
            let today = CopenhagenTime.date(at: now)
            guard day <= today else { throw .futureInstant(now: now) }
            let end = day == today ? now : CopenhagenTime.end(of: day)
            return try choose(.asOf(end), among: all, at: now)
        case .asOf(let instant):
            guard instant <= now else { throw .futureInstant(now: now) }
            guard let found = visible.last(where: { $0.isCurrent(at: instant) }) else {
                throw .beforeFirstSnapshot(first: first)
            }
            return found
        }
    }
}
