public import MemoryStore
public import QueryPlanning
internal import SnapshotPublishing
public import SnapshotStore
public import StatisticsFixtures
public import StatisticsModel
public import StatisticsService
internal import Synchronization

/// A store with published snapshots, a clock that stands where it is put, and the service over both.
public final class Publication: Sendable {
    /// The store.
    public let store = MemorySnapshotStore()
    private let clock: Mutex<Instant>

    /// Makes an empty store.
    ///
    /// - Parameter now: Where the clock stands.
    public init(now: Instant = instant("2026-11-25T12:00")) {
        clock = Mutex(now)
    }

    /// What the clock shows.
    public var now: Instant { clock.withLock { $0 } }

    /// Puts the clock.
    public func put(_ now: Instant) {
        clock.withLock { $0 = now }
    }

    /// The service over the store, or over a reader in front of it.
    public func service(
        reader: (any SnapshotReader)? = nil,
        _ settings: StatisticsService.Settings = StatisticsService.Settings()
    ) -> StatisticsService {
        StatisticsService(reader: reader ?? store, settings: settings) { [self] in now }
    }

    /// Publishes figures.
    ///
    /// - Parameters:
    ///   - figures: The figures.
    ///   - releaseAt: When they become public, as `2026-08-18T08:00` in Danish time.
    ///   - catalogue: The catalogue that is frozen with them.
    /// - Throws: What publishing throws.
    public func publish(
        _ figures: DeliveredFigures,
        at releaseAt: String,
        _ catalogue: Catalogue = .small()
    ) async throws {
        _ = try await SnapshotPublisher(store: store)
            .publish(
                try figures.read(catalogue),
                request: ReleaseRequest(releaseAt: instant(releaseAt)),
                now: instant(releaseAt).adding(seconds: -3_600)
            )
    }

    /// Three releases of three months of `y25i01`, each revising the last; the third is under
    /// embargo until December.
    public static func threeReleases() async throws -> Publication {
        let publication = Publication()
        try await publication.publish(.gross(to: 9, revision: 0), at: "2026-10-19T08:00")
        try await publication.publish(.gross(to: 10, revision: 5), at: "2026-11-19T08:00")
        try await publication.publish(.gross(to: 11, revision: 7), at: "2026-12-17T08:00")
        return publication
    }
}

/// Reads an instant of Danish time; one that does not exist is a mistake of the test.
public func instant(_ text: String) -> Instant {
    guard case .exact(let instant) = CopenhagenTime.instant(parsing: text) else {
        preconditionFailure("\(text) is no instant")
    }
    return instant
}

extension DeliveredFigures {
    /// The three months of 2026 up to a number, for the country and København, København's
    /// `KTH` withheld.
    public static func gross(to month: Int, revision: Int) -> DeliveredFigures {
        var text = "area,benefitGroup,period,fulltimePersons,pctWorkforce\n"
        for number in (month - 2)...month {
            let period = "2026M" + (number < 10 ? "0\(number)" : "\(number)")
            text += "DK,TOT,\(period),\(91_000 + number + revision),3.0\n"
            text += "DK,KTH,\(period),\(13_000 + number),0.5\n"
            text += "101,TOT,\(period),\(16_000 + number + revision),4.3\n"
            text += "101,KTH,\(period),,0.4\n"
        }
        return DeliveredFigures(
            mode: "window",
            dataMonth: "2026M" + (month < 10 ? "0\(month)" : "\(month)"),
            files: [("y25i01", text)]
        )
    }
}

extension ObservationQuery {
    /// Reads a question in the spelling of a URL with nothing encoded: `y25i01?area=DK,101`.
    public init(reading text: String) {
        let halves = text.split(separator: "?", maxSplits: 1).map(String.init)
        let indicators = halves[0].split(separator: ",").map(String.init)
        let pairs = (halves.count > 1 ? halves[1] : "").split(separator: "&")
        self.init(
            indicators: indicators,
            isJoined: indicators.count > 1,
            parameters: pairs.map { pair in
                let sides = pair.split(separator: "=", maxSplits: 1).map(String.init)
                return Parameter(name: sides[0], values: [sides[1]])
            }
        )
    }
}
