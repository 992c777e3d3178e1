import MemoryStore
import StatisticsModel

/// The contract, a database to answer from, and what the API answers to every probe; made once.
actor Conversation {
    static let shared = Conversation()

    private var known: Held?
    /// Tests that came while the first one was still asking; `nil` before it came.
    private var waiting: [CheckedContinuation<Held, any Error>]?

    /// Everything that the tests look at.
    struct Held: Sendable {
        let contract: ContractDocument
        let catalogue: Catalogue
        let published: Client
        let exchanges: [Exchange]
    }

    /// Returns what was asked and answered.
    func held() async throws -> Held {
        if let known { return known }
        if waiting != nil {
            return try await withCheckedThrowingContinuation { waiting?.append($0) }
        }
        waiting = []
        let result: Result<Held, any Error>
        do {
            result = .success(try await Self.ask())
        } catch {
            result = .failure(error)
        }
        known = try? result.get()
        for continuation in waiting ?? [] { continuation.resume(with: result) }
        waiting = nil
        return try result.get()
    }

    private static func ask() async throws -> Held {
        let contract = try ContractDocument.embedded()
        let snapshots = try await PublishedSnapshots()
        let published = Client(snapshots.store)
        let empty = Client(MemorySnapshotStore())
        let broken = Client(FailingReader())
        var exchanges: [Exchange] = []
        for operation in contract.operations {
            for probe in Probe.all(of: operation, snapshots.catalogue) {
                let client =
                    switch probe.side {
                    case .published: published
                    case .empty: empty
                    case .broken: broken
                    }
                let answer = try await client.send(
                    probe.method,
                    probe.target,
                    headers: probe.headers,
                    body: probe.bytes
                )
                exchanges.append(Exchange(probe: probe, answer: answer))
            }
        }
        return Held(
            contract: contract,
            catalogue: snapshots.catalogue,
            published: published,
            exchanges: exchanges
        )
    }
}
